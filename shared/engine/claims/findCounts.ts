import type { Quantity } from '../text/quantity.ts';
import type { CountSummary, Limit } from './summary.ts';

/** The counts of a sentence: "there are seven scenes", "the table lists 12 data sets", "ten methods are compared". */
export function findCounts(text: string, quantities: readonly Quantity[]): CountSummary[] {
  const namesTable = TABLE.test(text);
  return quantities.flatMap((quantity): CountSummary[] => {
    if (!isCount(quantity)) return [];
    const from = Math.max(0, quantity.span.start - REACH);
    const before = text.slice(from, quantity.span.start);
    const hedge = hedgeOf(before);
    const lead = before.slice(0, before.length - hedge.length);
    const noun = nounAt(text, quantity.span.end);
    if (!noun) return [];
    const tail = text.slice(noun.end, noun.end + REACH);
    const exists = EXISTS.test(lead);
    const lists = LISTS.test(lead) || ALSO.test(lead);
    const listed = from === 0 && LISTED.test(tail) && NOTHING.test(lead);
    if (!exists && !lists && !listed) return [];
    return [
      {
        kind: 'count',
        limit: hedge.limit,
        quantity,
        noun: { start: noun.start, end: noun.end },
        distinct: noun.distinct,
        whole: (lists || namesTable || NOTHING_BEHIND.test(tail) || UNDER.test(tail)) && isWhole(tail),
        span: { start: quantity.span.start - hedge.length, end: noun.end },
      },
    ];
  });
}

/** How far around a number it is read what is counted, in UTF-16 code units. */
const REACH = 160;
const MOST = 1000;

const isCount = ({ value, decimals, unit, scale, sign }: Quantity): boolean =>
  decimals === 0 && unit === null && scale === 1 && sign === null && value > 0 && value < MOST;

const HEDGES: readonly (readonly [RegExp, Limit])[] = [
  [/\b(?:at least|no (?:less|fewer) than|not (?:less|fewer) than)\s+$/i, 'least'],
  [/\b(?:at most|no more than|not more than|up to)\s+$/i, 'most'],
  [/\b(?:more than|over|greater than)\s+$/i, 'over'],
  [/\b(?:fewer than|less than|under)\s+$/i, 'under'],
  [/\b(?:only|exactly|just|a total of|the following|in total|total of|all)\s+$/i, 'exactly'],
];

function hedgeOf(before: string): { limit: Limit; length: number } {
  for (const [pattern, limit] of HEDGES) {
    const match = pattern.exec(before.slice(-24));
    if (match) return { limit, length: match[0].length };
  }
  return { limit: 'exactly', length: 0 };
}

const EXISTS = /\bthere\s+(?:are|is|were|exists?)\s+(?:a total of\s+|in total\s+|only\s+)?$/i;
const LISTS =
  /\btables?(?:\s+\d{1,2})?\s+(?:also\s+)?(?:has|have|contains?|lists?|shows?|presents?|compares?|reports?|gives?|includes?|covers?|summari[sz]es?|describes?)\s+(?:data (?:for|of)\s+|results (?:for|of)\s+|only\s+)?(?:the\s+)?$/i;
/** "The table compares five systems on three benchmarks." */
const ALSO = /\btables?\b[^.;]{0,60}\s(?:on|over|across|for|and)\s+(?:the\s+)?$/i;
const NOTHING = /^\W*(?:(?:in|of)\s+(?:the\s+)?(?:given\s+)?table[^,]{0,12},?\s+)?(?:the\s+|all\s+|only\s+)?$/i;
const LISTED =
  /^\s+(?:are|were|is)\s+(?:presented|shown|given|listed|compared|reported|considered|included|described)\b/i;
const TABLE = /\b(?:tables?|listed|shown|presented|given|reported|total|included|described)\b/i;
const UNDER = /^\s+(?:under|of|for)\s/i;
const NOTHING_BEHIND = /^[\s.!]*(?:\[@[^\]]*\][\s.]*)?$/;
/** What may stand behind the noun without leaving out a part of the list. */
const IDLE = new Set(
  'are were is that presented shown given listed compared reported considered included described present provided available in total altogether all by of from the this entire whole table below above not counting column row header headers'.split(
    ' ',
  ),
);

/** True where the words behind the noun leave nothing out; a colon or dash begins the list itself. */
function isWhole(tail: string): boolean {
  // "Seven methods under mTRE": the list that both name is the whole.
  if (UNDER.test(tail)) return true;
  const said = /[:–—]|\s-\s/.exec(tail);
  return (
    tail
      .slice(0, said?.index)
      .replace(/\[@[^\]]*\]/g, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).every((word) => IDLE.has(word.toLowerCase()) || /^\d{1,2}$/.test(word));
}

const ADJECTIVE =
  /^(?:different|unique|distinct|separate|various|types?|kinds?|sorts?|categor(?:y|ies)|sets?|groups?|of|total|individual|the|main|such)$/i;
const DISTINCT = /^(?:different|unique|distinct|types?|kinds?|sorts?)$/i;
const STOP =
  /^(?:in|given|shown|presented|listed|described|for|with|that|which|who|on|under|across|among|present|displayed|included|considered|are|is|were|was|and|or|to|at|by|where|have|has|from|while|but|compared|reported|used|not|each|altogether)$/i;
const MOST_WORDS = 8;
const TOKEN = /[^\s,;:]+/gu;

/** What is counted, without "different", "types of" before it. */
function nounAt(text: string, from: number): { start: number; end: number; distinct: boolean } | null {
  let start = -1;
  let end = -1;
  let distinct = false;
  let generic: { start: number; end: number } | null = null;
  let behind = from;
  let count = 0;
  for (const match of text.slice(from, from + 120).matchAll(TOKEN)) {
    const at = from + match.index;
    const word = match[0].replace(/[.!?]+$/, '');
    // A comma or colon ends the noun.
    if (/\S/.test(text.slice(behind, at))) break;
    behind = at + match[0].length;
    if (DISTINCT.test(word)) distinct = true;
    if (start < 0 && ADJECTIVE.test(word)) {
      generic = { start: at, end: at + word.length };
      continue;
    }
    // "seven categories under Approach".
    if (start < 0 && generic && /^(?:under|for|in)$/i.test(word)) continue;
    if (STOP.test(word) || word === '' || ++count > MOST_WORDS) break;
    if (start < 0) start = at;
    end = at + word.length;
    if (word !== match[0]) break;
  }
  // "There are seven groups": what mostly stands before the noun is the noun.
  if (start < 0 && generic) return { ...generic, distinct: false };
  return start < 0 ? null : { start, end, distinct };
}
