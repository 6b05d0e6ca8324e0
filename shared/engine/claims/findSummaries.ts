import { withoutUnits } from '../tables/numberText.ts';
import type { Quantity } from '../text/quantity.ts';
import { readQuantities } from '../text/readQuantities.ts';
import type { Span } from '../text/span.ts';
import { findCounts } from './findCounts.ts';
import type { AlikeSummary, BoundSummary, Limit, RangeSummary, Summary, TrendSummary } from './summary.ts';

/** What a sentence says of a whole table, row or column, in order. */
export function findSummaries(text: string): Summary[] {
  if (!HINT.test(text)) return [];
  const quantities = readQuantities(withoutUnits(text));
  const found: Summary[] = [
    ...findAlike(text),
    ...findCounts(text, quantities),
    ...findRanges(text, quantities),
    ...findBounds(text, quantities),
    ...findSigns(text),
    ...findTrends(text),
  ];
  return found
    .filter((one, i) => !found.slice(0, i).some(({ span }) => span.start < one.span.end && one.span.start < span.end))
    .sort((a, b) => a.span.start - b.span.start);
}

const HINT =
  /\b(?:there|tables?|rang\w+|var(?:y|ies)|between|all|every|each|never|always|none|no|some|any|least|same|uniqu\w*|differ\w*|distinct|repeat\w*|increas\w*|decreas\w*|gr[eo]w\w*|drop\w*|ris\w*|rose|falls?|fell|declin\w*|are|is)\b/i;

const RANGE =
  /\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|(?:is|are|lies?|fall) (?:always )?between|span(?:s|ning)?)\b[^\d.;]{0,24}$/i;
const RANGE_LINK = /^\s*(?:%|°\s?C?|[a-z]{1,3})?\s*(?:to|and|[-–—])\s*$/i;

function findRanges(text: string, quantities: readonly Quantity[]): RangeSummary[] {
  return quantities.flatMap((from, i) => {
    const to = quantities[i + 1];
    if (!to || !RANGE_LINK.test(text.slice(from.span.end, to.span.start))) return [];
    const lead = RANGE.exec(text.slice(Math.max(0, from.span.start - 48), from.span.start));
    if (!lead || to.value <= from.value) return [];
    const start = Math.max(0, from.span.start - 48) + lead.index;
    return [{ kind: 'range' as const, from, to, span: { start, end: to.span.end } }];
  });
}

const LIMITS: readonly (readonly [RegExp, Limit])[] = [
  [/\b(?:no (?:more|greater|higher|larger) than|at most|not exceed|up to|never exceeds?|<=|≤)\s*$/i, 'most'],
  [/\b(?:no (?:less|fewer|lower|smaller) than|at least|>=|≥)\s*$/i, 'least'],
  [/\bnever (?:dips?|falls?|drops?|goes|is|are|gets?) (?:below|under|lower than|less than)\s*$/i, 'least'],
  [/\bnever (?:goes|rises?|is|are|gets?) (?:above|over|higher than|more than)\s*$/i, 'most'],
  [/(?:\b(?:greater|more|higher|larger|bigger) than|\babove|\bover|\bexceed(?:s|ing)?|>)\s*$/i, 'over'],
  [/(?:\b(?:less|lower|smaller|fewer) than|\bbelow|\bunder|<)\s*$/i, 'under'],
  [/\b(?:equals?|equal to|of exactly)\s*$/i, 'exactly'],
];

const QUANTIFIERS: readonly (readonly [RegExp, BoundSummary['quantifier']])[] = [
  [/\bnot (?:all|every|always)\b/i, 'not all'],
  [/\b(?:none of|no (?:\p{L}+ )?(?:values?|scores?|numbers?|cells?|entr(?:y|ies)))\b/iu, 'none'],
  [/\b(?:at least one|some|there (?:exists?|are|is)|any of|one of)\b/i, 'some'],
  [/\b(?:all|every|each|always|never)\b/i, 'all'],
];

/** The first entry of a table of patterns that a text matches. */
const firstOf = <T>(table: readonly (readonly [RegExp, T])[], text: string): { value: T; at: number } | null => {
  for (const [pattern, value] of table) {
    const match = pattern.exec(text);
    if (match) return { value, at: match.index };
  }
  return null;
};

function findBounds(text: string, quantities: readonly Quantity[]): BoundSummary[] {
  const last = quantities.at(-1);
  const quantifier = firstOf(QUANTIFIERS, text);
  if (!last || !quantifier) return [];
  return quantities.flatMap((quantity) => {
    const before = text.slice(Math.max(0, quantity.span.start - 40), quantity.span.start);
    const limit = firstOf(LIMITS, before);
    if (!limit || quantifier.at > quantity.span.start + 40) return [];
    const start = Math.max(0, quantity.span.start - 40) + limit.at;
    return [
      {
        kind: 'bound' as const,
        quantifier: quantifier.value,
        limit: limit.value,
        value: quantity.value,
        span: { start, end: quantity.span.end },
      },
    ];
  });
}

const SIGN =
  /\b(?:is|are|in|being|has|have|of|only)\s+(?:a\s+|always\s+|all\s+)?(positive|negative)\b(?!\s+(?:\p{L}+\s)?(?:rate|class|effect|impact|tests?|examples?))/iu;

function findSigns(text: string): BoundSummary[] {
  const match = SIGN.exec(text);
  const quantifier = firstOf(QUANTIFIERS, text);
  if (!match || !quantifier) return [];
  const limit: Limit = match[1]?.toLowerCase() === 'positive' ? 'over' : 'under';
  return [{ kind: 'bound', quantifier: quantifier.value, limit, value: 0, span: spanOf(match) }];
}

const ALIKE: readonly (readonly [RegExp, AlikeSummary['how']])[] = [
  [/\bno (?:repeat(?:ed|ing)?|duplicated?|repetitions?)\b/i, 'distinct'],
  [
    /\b(?:repeats (?:the )?values?|(?:are|is|has|have|contains?|shows?|with)\s+(?:\p{L}+ ){0,3}(?:repeated|duplicated?))\b/iu,
    'repeated',
  ],
  [
    /\b(?:each|every|all)\b[^.;,]{0,70}?\b(?:(?:is|has|have|are|shows?|contains?|consists? of|of|takes?|gets?)\s+(?:an?\s+)?(?:always )?(?:different|unique|distinct))\b/i,
    'distinct',
  ],
  [/\bvalues? (?:is|are) (?:all )?(?:unique|distinct)\b/i, 'distinct'],
  [/\b(?:is|are) (?:unique|different|distinct) (?:for|in|across|at) (?:all|every|each)\b/i, 'distinct'],
  [
    /\b(?:is|are|has|have|stays?|remains?) (?:always )?(?:the )?(?:same|identical|constant|consistent)(?: \p{L}+){0,3} (?:for|in|across|over|throughout|at|on|under) (?:all|every|each|the (?:whole|entire))\b/iu,
    'same',
  ],
  [/\b(?:each|every|all)\b[^.;,]{0,70}?\b(?:is|has|have|are|shows?|gets?) (?:the )?(?:same|identical)\b/i, 'same'],
];

function findAlike(text: string): AlikeSummary[] {
  if (/\bnot (?:all|every|each|always)\b/i.test(text)) return [];
  for (const [pattern, how] of ALIKE) {
    const match = pattern.exec(text);
    if (match) return [{ kind: 'alike', how, span: spanOf(match) }];
  }
  return [];
}

const UP = 'increas(?:es?|ed|ing)|grow(?:s|n|ing)?|grew|ris(?:es?|en|ing)|rose|improv(?:es?|ed|ing)';
const DOWN =
  'decreas(?:es?|ed|ing)|drop(?:s|ped|ping)?|falls?|fell|falling|declin(?:es?|ed|ing)|shrinks?|degrad(?:es?|ed|ing)';
const ALONG =
  'every ?day|daily|each (?:day|week|month|year)|over (?:the )?(?:time|years?|days?|months?)|monotonically|steadily|with (?:the )?(?:growth|increase|number|increasing|larger|growing|more|size|depth|higher)|as \\p{L}[^.;,]{0,30}? (?:increases?|grows?|rises?|gets? (?:larger|bigger|higher)|becomes? (?:larger|bigger|higher))|from (?:the )?(?:first|earliest|top)';
const TREND = new RegExp(
  `\\b(monotonically |steadily |always |consistently |continuously )?(?:(${UP})|(${DOWN}))\\b(?: monotonically| steadily| continuously)?[^.;,\\d]{0,40}?\\b(?:${ALONG})\\b`,
  'iu',
);

function findTrends(text: string): TrendSummary[] {
  const match = TREND.exec(text);
  if (!match) return [];
  return [
    {
      kind: 'trend',
      sign: match[2] ? 1 : -1,
      strict: /\b(?:monotonically|always|every ?day|daily|each|consistently|continuously|steadily)\b/i.test(match[0]),
      negated: /\b(?:not|n't|never|no)\b[^.;,]{0,20}$/i.test(text.slice(0, match.index)),
      span: spanOf(match),
    },
  ];
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
