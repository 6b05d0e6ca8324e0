import type { Candidate, Statement } from '../claims/findClaims.ts';
import { quantityFor } from '../facts/headerScale.ts';
import { valuesOf } from '../facts/placedValues.ts';
import type { Source } from '../library.ts';
import { scoreOf } from './binding.ts';
import { agreement, significantDigits } from './compare.ts';
import type { Signs } from './confidence.ts';
import type { Derivation } from './derive.ts';
import type { Finding, Scored } from './finding.ts';
import type { ProseMatch } from './proseMatch.ts';
import { isSettingNumber, speaksOfResults } from './resultLike.ts';
import { LEAST_BOUND, PROSE_BODY, SAME } from './thresholds.ts';

/** A number of a statement, and the sources that were asked about it. */
export interface Asked {
  readonly statement: Statement;
  readonly candidate: Candidate;
  readonly sources: readonly Source[];
}

/** What speaks for the verdict that a finding leads to. */
export function signsOf(finding: Finding, asked: Asked): Signs {
  switch (finding.kind) {
    case 'cell':
      return { ground: 'cell', signs: cellSigns(finding.cell, finding.margin, asked) };
    case 'derived':
      return { ground: 'derivation', signs: derivationSigns(finding.derivation, asked) };
    case 'prose':
      return { ground: 'passage', signs: passageSigns(finding.match) };
    case 'conflict':
      return { ground: 'other-cell', signs: conflictSigns(finding.cell, finding.margin, asked) };
    case 'derived-conflict':
      return { ground: 'other-derivation', signs: {} };
    case 'prose-conflict':
      return { ground: 'other-passage', signs: {} };
    case 'absent':
      return absenceSigns(finding.near[0]?.score ?? 0, asked);
    case 'silent':
      return { ground: 'absence-from-tables', signs: {} };
    default: {
      const never: never = finding;
      return never;
    }
  }
}

/** What speaks for a place outside of the cited sources. */
export function signsOfPlace(place: Scored, { candidate }: Asked): Signs {
  const { quantity } = candidate;
  return {
    ground: 'cell-elsewhere',
    signs: {
      score: share(place.score, 4),
      digits: digitsOf(candidate),
      exact: isExact(quantity, place),
      once: 1 / agreeing(quantity, place),
    },
  };
}

/** What speaks for a sentence outside of the cited sources. */
export function signsOfPassage(match: ProseMatch): Signs {
  return { ground: 'passage-elsewhere', signs: passageSigns(match) };
}

/** What speaks for the verdict on a comparison: whether it names a measure, and how many names it was read from. */
export function signsOfComparison(kind: 'supported' | 'contradicted', names: number, hasScope: boolean): Signs {
  return {
    ground: kind === 'supported' ? 'comparison' : 'comparison-refuted',
    signs: { topical: Number(hasScope), named: share(names, 3) },
  };
}

/** What speaks for the verdict on a statement about a whole table, all of whose words were read. */
export function signsOfSummary(kind: 'supported' | 'contradicted'): Signs {
  return { ground: kind === 'supported' ? 'comparison' : 'comparison-refuted', signs: { topical: 1, named: 1 } };
}

type Values = Signs['signs'];

function cellSigns(cell: Scored, margin: number, { statement, candidate }: Asked): Values {
  const { rows, columns } = axesOf(cell, statement, candidate);
  return {
    margin: share(margin + 0.7, 2.2),
    row: share(rows.own, 1.5),
    // Both axes are spelled out.
    named: Number(rows.own >= LEAST_BOUND && columns.own >= LEAST_BOUND),
    // The words name no other row more firmly.
    near: 1 - share(rows.best - rows.own, 1),
    exact: isExact(candidate.quantity, cell),
    sole: 1 / equallyBound(cell, statement, candidate),
    once: 1 / agreeing(candidate.quantity, cell),
    alone: 1 / statement.candidates.length,
  };
}

function conflictSigns(cell: Scored, margin: number, { statement, candidate }: Asked): Values {
  return {
    score: share(cell.score, 3),
    margin: share(margin, 3),
    // Printed to as many decimals.
    alike: Number(cell.placed.value.quantity.decimals === candidate.quantity.decimals),
    alone: 1 / statement.candidates.length,
    brief: brevityOf(statement),
    topical: Number(speaksOfResults(statement.text)),
  };
}

/** True for a source with running text; words in the cells of its tables are none. */
function hasText({ document }: Source): boolean {
  const sentences = document?.passages.filter(({ kind, text }) => kind === 'sentence' && /[.!?]["”)]?$/.test(text));
  return (sentences?.length ?? 0) >= PROSE_BODY;
}

/** What is not in the text of a source is not in it; what is not in its tables may be in the text that is missing. */
function absenceSigns(near: number, { statement, candidate, sources }: Asked): Signs {
  const { quantity } = candidate;
  return {
    ground: sources.some(hasText) ? 'absence-from-text' : 'absence-from-tables',
    signs: {
      decimals: Number(quantity.decimals > 0),
      digits: digitsOf(candidate),
      topical: Number(speaksOfResults(statement.text)),
      measured: Number(!isSettingNumber(statement.text, { quantity, shape: 'value', hedge: null })),
      near: share(near, 3),
    },
  };
}

function derivationSigns({ score, chance, formula }: Derivation, { statement, candidate }: Asked): Values {
  return {
    score: share(score, 3),
    certain: 1 - chance,
    // A difference, not a quotient.
    plain: Number(!formula.includes('/')),
    digits: digitsOf(candidate),
    brief: brevityOf(statement),
  };
}

function passageSigns({ shared }: ProseMatch): Values {
  return { shared: share(shared.length, 6) };
}

/** A size as a share of the most that counts. */
const share = (value: number, most: number): number => Math.max(0, Math.min(1, value / most));

const digitsOf = ({ quantity }: Candidate): number => share(significantDigits(quantity), 4);

/** Long sentences hold more that the number may be about. */
const brevityOf = ({ text }: Statement): number => 1 / (1 + text.split(/\s+/).length / 20);

const isExact = (quantity: Candidate['quantity'], { placed }: Scored): number =>
  Number(agreement(quantity, quantityFor(quantity, placed)) === 'exact');

/** How many numbers of the table agree with the claimed one; at least one. */
function agreeing(quantity: Candidate['quantity'], { placed }: Scored): number {
  const count = valuesOf(placed.table).filter((one) => agreement(quantity, quantityFor(quantity, one)) !== null).length;
  return Math.max(1, count);
}

/** How many places of the table the words speak for as firmly; at least one. */
function equallyBound(cell: Scored, statement: Statement, candidate: Candidate): number {
  const { binding } = cell.bound;
  const f = statement.candidates.indexOf(candidate);
  const least = scoreOf(binding, f, cell.placed) - SAME;
  return Math.max(1, valuesOf(binding.table).filter((placed) => scoreOf(binding, f, placed) >= least).length);
}

interface Axis {
  readonly own: number;
  readonly best: number;
}

/** How firmly the words name the row and the column of a cell, and any row and column of its table. */
function axesOf({ bound, placed }: Scored, statement: Statement, candidate: Candidate): { rows: Axis; columns: Axis } {
  const f = statement.candidates.indexOf(candidate);
  const rows = bound.binding.rows[f] ?? [];
  const columns = bound.binding.columns[f] ?? [];
  return {
    rows: { own: rows[placed.row] ?? 0, best: Math.max(0, ...rows) },
    columns: { own: columns[placed.value.column] ?? 0, best: Math.max(0, ...columns) },
  };
}
