import type { Phrase } from '../claims/findComparisons.ts';
import type { PlacedValue } from '../facts/placedValues.ts';
import type { Outcome } from './comparisonOutcome.ts';
import { type Pair, pairsOf, type Reading } from './comparisonPairs.ts';

const MOST = 0.6;
const CLEARLY = 0.8;
const SHOWN = 2;
const NOTABLE = 0.03;
const ALIKE = 0.02;

/** "A outperforms B": the subject's cells against the object's, place by place. */
export function judgeComparative(reading: Reading): Outcome | null {
  const { phrase, text } = reading;
  const pairs = pairsOf(reading);
  if (pairs.length === 0) return null;
  if (phrase.rule.relation === 'equal') return judgeEqual(phrase, pairs);
  if (phrase.rule.factor !== null) return judgeFactor(phrase, pairs, phrase.rule.factor);
  const sign = phrase.rule.sign;
  const agree = pairs.filter(({ order }) => order === sign);
  const oppose = pairs.filter(({ order }) => order === -sign);
  const share = agree.length / pairs.length;
  const steps = [`${agree.length} of ${pairs.length} pairs of cells agree`];
  const answer = (kind: Outcome['kind'], deciding: readonly Pair[]): Outcome | null => {
    const cells = [...new Set(deciding.slice(0, SHOWN).flatMap(({ subject, object }) => [subject, object]))];
    const [first, ...rest] = cells;
    return first
      ? { kind, cells: [first, ...rest], shown: deciding.slice(0, SHOWN).map(show).join(', '), steps }
      : null;
  };
  if (phrase.negated) {
    if (phrase.universal && NOT_ALL.test(text.slice(phrase.clause.start, phrase.clause.end)))
      return oppose.length > 0 ? answer('supported', oppose) : share === 1 ? answer('contradicted', agree) : null;
    const slight =
      SIGNIFICANT.test(text.slice(phrase.clause.start, phrase.clause.end)) &&
      agree.every((pair) => gapOf(pair) < NOTABLE);
    if (agree.length === 0) return answer('supported', pairs);
    return share >= (pairs.length > 4 ? CLEARLY : 1) && !slight ? answer('contradicted', agree) : null;
  }
  if (phrase.universal) {
    if (oppose.length === 0 && share >= MOST) return answer('supported', agree);
    return share <= 0.5 && oppose.length > 0 ? answer('contradicted', oppose) : null;
  }
  if (agree.length === 0) return oppose.length > 0 ? answer('contradicted', oppose) : null;
  if (pairs.length > 4 && share <= 1 - CLEARLY && oppose.length > agree.length) return answer('contradicted', oppose);
  return share >= MOST ? answer('supported', agree) : null;
}

const NOT_ALL = /\bnot\s+(?:always|consistently|uniformly|(?:on|in|for|across)?\s*(?:all|every))\b/i;
const SIGNIFICANT =
  /\b(?:significant\w*|substantial\w*|considerabl\w*|clear\w*|large\w*|notabl\w*|much|far|necessarily)\b/i;

function judgeEqual(phrase: Phrase, pairs: readonly Pair[]): Outcome | null {
  const exact = /same|identical|^equal|different/i.test(phrase.text);
  const alike = pairs.filter((pair) => (exact ? pair.order === 0 : gapOf(pair) <= ALIKE));
  const apart = pairs.filter((pair) => (exact ? pair.order !== 0 : gapOf(pair) > 10 * ALIKE));
  const unlike = phrase.negated !== (phrase.rule.sign === -1);
  const [deciding, kind]: [readonly Pair[], Outcome['kind']] =
    alike.length === pairs.length
      ? [alike, unlike ? 'contradicted' : 'supported']
      : apart.length === pairs.length
        ? [apart, unlike ? 'supported' : 'contradicted']
        : [[], 'supported'];
  const first = deciding[0];
  return first ? { kind, cells: [first.subject, first.object], shown: show(first), steps: [] } : null;
}

/** "A doubles B": the quotient lies near the factor, or far from it at every place. */
function judgeFactor(phrase: Phrase, pairs: readonly Pair[], factor: number): Outcome | null {
  const quotients = pairs.map((pair) => numberOf(pair.subject) / numberOf(pair.object) / factor);
  const [first] = pairs;
  if (!first) return null;
  const near = quotients.every((quotient) => Math.abs(quotient - 1) <= NEAR_FACTOR);
  const far = quotients.every((quotient) => !(quotient > 1 - FAR_FACTOR && quotient < 1 / (1 - FAR_FACTOR)));
  if (!near && !far) return null;
  const kind = near !== phrase.negated ? 'supported' : 'contradicted';
  return { kind, cells: [first.subject, first.object], shown: show(first), steps: [] };
}

const NEAR_FACTOR = 0.12;
const FAR_FACTOR = 0.25;

/** How far two cells are apart, as a share of the larger one. */
function gapOf({ subject, object }: Pair): number {
  const a = numberOf(subject);
  const b = numberOf(object);
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-9);
}

const numberOf = (placed: PlacedValue): number => placed.value.quantity.value;

function show({ subject, object }: Pair): string {
  const [a, b] = [numberOf(subject), numberOf(object)];
  return `${subject.value.quantity.text} ${a > b ? '>' : a < b ? '<' : '='} ${object.value.quantity.text}`;
}
