import { type Word, words } from '../facts/names.ts';
import { hasColon } from '../text/composedNumbers.ts';
import type { Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import type { Hedge } from './compare.ts';

/** What kind of number the words around it ask for. */
export type Shape = 'value' | 'difference' | 'relative' | 'ratio';

/** A number of an utterance. Offsets are into the utterance's text. */
export interface Figure {
  readonly quantity: Quantity;
  readonly shape: Shape;
  readonly hedge: Hedge;
}

/** A sentence (or a row of a draft's table) whose numbers are bound together. */
export interface Utterance {
  readonly text: string;
  readonly words: readonly Word[];
  readonly figures: readonly Figure[];
  /** Its words with those of its numbers, which a name may hold: "SQuAD 2.0". */
  readonly numbered: readonly Word[];
  /** Words around it that may name what it leaves open: the heading, the sentence before, the header of a table cell. */
  readonly around: string;
}

export function createUtterance(text: string, quantities: readonly Quantity[], around: string): Utterance {
  // Sizes such as 13B and ratios such as 1:16 may be names as well as numbers.
  const spans = quantities
    .filter(({ scale, text: printed }) => (scale === 1 && !hasColon(printed)) || /\s/.test(printed))
    .map((quantity) => quantity.span);
  const references = [...text.matchAll(REFERENCE)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const outside = (word: Word, taken: readonly Span[]): boolean =>
    !taken.some((span) => word.start < span.end && word.end > span.start);
  const numbered = words(text).filter((word) => outside(word, references));
  const own = numbered.filter((word) => outside(word, spans));
  return { text, words: own, numbered, figures: readFigures(text, quantities), around };
}

// The 3 of "Table 3" names no row.
const REFERENCE =
  /\b(?:tables?|tabs?\.|figures?|figs?\.|sections?|secs?\.|equations?|eqs?\.|appendix|algorithms?)[\s~]*\(?(?:\d+(?:\.\d+)*|[IVX]+|[A-Z])\b/gi;

const CHANGE_BEFORE =
  /\b(?:by|gains?|gained|improv\w+|increas\w+|decreas\w+|reduc\w+|drop\w*|los[est]\w*|fall\w*|fell|ris\w+|rose|grow\w*|grew|lead|margin|gap|difference|delta|advantage|boost\w*|outperform\w*|surpass\w*|exceed\w*|beat\w*)\b(?:\s+\S+){0,4}\s*$/i;
const CHANGE_WORDS_BETWEEN = /\b(?:to|from|reach\w*|at|score\w*|with|achiev\w*|versus|vs|against)\b\s*\S*\s*$/i;
const BY_BEFORE =
  /\b(?:by|(?:gain|improvement|increase|drop|decrease|reduction|margin|lead|gap|difference|advantage|boost|rise|fall|jump|loss)s?\s+of|(?:gain|improvement|margin|gap|difference|advantage)s?\s+(?=\()|(?:gain|improvement|reduction)s?\s+up\s+to)(?:\s+(?:only|just|about|around|nearly|almost|over|roughly|approximately|up|to|as|much|an?|absolute|at|least|more|than|some|another|further|additional))*\s*[+(]?\s*$/i;
/** Verbs whose object is a change, where it is a result and no count of things: "adds 0.3 on P", "costs 1.2 %". */
const CHANGED_RIGHT_BEFORE =
  /\b(?:adds?|added|gains?|gained|loses?|lost|costs?)\s+(?:(?:only|just|about|around|nearly|almost|roughly|approximately|another|a\s+further|an\s+(?:extra|additional|absolute))\s+)*$/i;
const CHANGE_AFTER =
  /^\s*(?:%\s*|percent\s+|percentage\s+)?(?:(?:[\p{L}][^\s(),;]*\s+){1,3}(?:improvement|increase|decrease|gain|drop|reduction)s?|(?:[^\s\d(),;]+\s+)?(?:points?|pp\b|p\.\s?p\.?(?!\w)|higher|lower|better|worse|more|less|faster|slower|(?:improvement|increase|decrease|gain|drop|reduction)s?|boost|above|below|ahead|behind))(?!\w)/iu;
const CHANGE_IS =
  /\b(?:improvements?|gains?|increases?|decreases?|reductions?|drops?|differences?|margins?|gaps?)\b(?:[^.;]|\.\))*\b(?:is|are|was|were|of)\s+(?:about\s+|only\s+|up\s+to\s+)?$/i;
const RELATIVE = /\brelativ\w*|\bproportion\w*/i;
const RATIO_AFTER = /^\s*(?:times|×|x\b|-?fold)/i;
const HEDGES: readonly (readonly [RegExp, Exclude<Hedge, null>])[] = [
  [/\b(?:about|around|approximately|roughly|some|circa|ca\.?|near|close to|on the order of)\s*$|[~≈∼]\s*$/i, 'about'],
  [
    /\b(?:over|more than|at least|above|exceed\w*|(?:sur)?pass(?:es|ed|ing)?|cross(?:es|ed|ing)?|upwards of|greater than|higher than|beyond)\s*$|[>≥]\s*$/i,
    'over',
  ],
  [
    /\b(?:nearly|almost|under|less than|at most|below|up to|fewer than|just under|lower than|close to)\s*$|[<≤]\s*$/i,
    'under',
  ],
];

/** A number right behind another in a list is of the same shape: "improvements are 3.6 %, 2.5 % and 16.6 %". */
function readFigures(text: string, quantities: readonly Quantity[]): Figure[] {
  const figures: Figure[] = [];
  for (const quantity of quantities) {
    const figure = readFigure(text, quantity);
    const last = figures.findLast((one) => !isAside(text, one, quantity));
    const between = last ? withoutAsides(text.slice(last.quantity.span.end, quantity.span.start)) : '';
    const shared =
      last &&
      last.shape !== 'value' &&
      between.length < 60 &&
      SHARED_CHANGE.test(between) &&
      !ATTAINS.test(between.replace(UP_TO, ''));
    // "by 7.3 (61.5 vs. 68.8)": the change and then its operands.
    const operand = between.includes('(') && OPERAND.test(text.slice(quantity.span.end));
    const listed =
      shared ||
      (!operand &&
        last &&
        /^[\s,/&%()]*(?:and|or|to)?[\s,/(+]*$/.test(text.slice(last.quantity.span.end, quantity.span.start)));
    figures.push(
      listed && figure.shape === 'value' && last.shape !== 'ratio' ? { ...figure, shape: last.shape } : figure,
    );
  }
  let listed: boolean = false;
  for (let f = figures.length - 2; f >= 0; f--) {
    const [figure, next] = [figures[f] as Figure, figures[f + 1] as Figure];
    const joins: RegExp = listed ? LISTED : LAST_LISTED;
    const between = text.slice(figure.quantity.span.end, next.quantity.span.start);
    const told: boolean = listed || CHANGES_BEHIND.test(text.slice(next.quantity.span.end));
    listed = figure.shape === 'value' && isChange(next) && told && joins.test(between);
    if (listed) figures[f] = { ...figure, shape: next.shape };
  }
  return figures;
}

/** True where a figure stands in brackets that are closed before the number: "2.2 (38.8 to 41.0) but 0.2". */
const isAside = (text: string, { quantity }: Figure, next: Quantity): boolean =>
  /^[^()]*\)/.test(text.slice(quantity.span.end, next.span.start)) &&
  /\([^()]*$/.test(text.slice(0, quantity.span.start));

const withoutAsides = (text: string): string => text.replace(/\([^()]*\)/g, ' ');

const isChange = ({ shape }: Figure): boolean => shape === 'difference' || shape === 'relative';

// "1.43 TER and 1.93 BLEU points", "2 %, 3 % and 4 % improvements": what is said behind the last holds for all.
const CHANGES_BEHIND =
  /^\s*%?\s*(?:[\p{L}\p{N}@-]+\s+)?(?:points?|pp|p\.\s?p\.?|(?:improvement|increase|decrease|gain|drop|reduction)s)(?!\w)/iu;
const LISTED = /^\s*%?(?:\s*[\p{L}\p{N}@-]+)?\s*(?:,|and|&|,\s*and|to|-|–)\s*$/iu;
const LAST_LISTED = /^\s*%?(?:\s*[\p{L}\p{N}@-]+)?\s*(?:and|&|,\s*and|to|-|–)\s*$/iu;

const OPERAND = /^\s*%?\s*(?:vs\.?|versus|against|compared|to\b|→|->|-->)/i;
// "9.2 points behind X on P and 13.2 on Q": one change for both.
const SHARED_CHANGE = /^[^.;:]*(?:(?:,|\band|\bbut)\s+(?:by\s+)?(?:only\s+|just\s+|even\s+)?|\((?:by\s+)?up\s+to\s+)$/i;
const UP_TO = /\bup\s+to\s+$/i;
const ATTAINS = /\b(?:reach\w*|achiev\w*|scor\w*|obtain\w*|is|are|was|were|gets?|ha[sd]|with|to|from|at)\b/i;

/** The point of a number or in a bracket, "Net (large.)", ends none. */
const CLAUSE_END = /[;:]|\.(?=\s|$)/;

function readFigure(text: string, quantity: Quantity): Figure {
  const before = text.slice(Math.max(0, quantity.span.start - 60), quantity.span.start);
  const after = text.slice(quantity.span.end, quantity.span.end + 40);
  const clause =
    text
      .slice(Math.max(0, quantity.span.start - 120), quantity.span.start)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  return {
    quantity,
    shape: shapeOf(clause, after, quantity, text),
    hedge: HEDGES.find(([mark]) => mark.test(before))?.[1] ?? null,
  };
}

function shapeOf(before: string, after: string, quantity: Quantity, text: string): Shape {
  if (quantity.unit === 'times' || RATIO_AFTER.test(after)) return 'ratio';
  const change =
    quantity.sign === '+' ||
    BY_BEFORE.test(before) ||
    CHANGE_IS.test(before) ||
    (CHANGE_AFTER.test(after) && !/\bthan\s+\S*\s*$/i.test(before)) ||
    (quantity.unit === 'points' && CHANGE_BEFORE.test(before)) ||
    (/\bby\b[^,;]*\band(?:\s+by)?(?:\s+only)?\s*$/i.test(before) &&
      CHANGE_BEFORE.test(before) &&
      !CHANGE_WORDS_BETWEEN.test(before));
  const told = quantity.scale === 1 && (quantity.decimals > 0 || quantity.unit === 'percent');
  if (!change && !(told && CHANGED_RIGHT_BEFORE.test(before))) return 'value';
  if (quantity.unit === 'percent' && (RELATIVE.test(text) || RELATIVE.test(after))) return 'relative';
  return 'difference';
}

const CHANGE_ANYWHERE =
  /\b(?:outperform\w*|improv\w*|gains?|boost\w*|increas\w*|decreas\w*|reduc\w*|drops?|dropped|surpass\w*|exceed\w*|better|worse|higher|lower|beats?|margin|advantage|degrad\w*|leads?|behind|ahead)\b/i;

/** The figure as a difference, where the sentence speaks of a change before it; null where it does not. */
export function asDifference(text: string, figure: Figure): Figure | null {
  const before = text.slice(0, figure.quantity.span.start);
  return figure.shape === 'value' && CHANGE_ANYWHERE.test(before) ? { ...figure, shape: 'difference' } : null;
}
