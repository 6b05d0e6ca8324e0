import { changeFromStated } from './changeFromStated.ts';
import { significantDigits } from './compare.ts';
import { anchored, type BoundDerivation, bestDerivation, expectedDifference } from './derivations.ts';
import { changeBetween, type Derivation, directionGuard } from './derive.ts';
import type { Finding, Scored } from './finding.ts';
import type { Inquiry } from './inquiry.ts';
import { judgeMissing } from './judgeMissing.ts';
import type { SourcedProse } from './proseSupport.ts';
import { spreadOf } from './spreads.ts';
import { BOTH_AXES, CHANGE_MARGIN, LEAST_BOUND, SWAP_MARGIN } from './thresholds.ts';
import type { Utterance } from './utterance.ts';

/** Judges a difference, relative change or ratio; `prose` is the sentence of a source that states it. */
export function judgeChange(inquiry: Inquiry, prose: SourcedProse | null): Finding {
  const { utterance, tables, stated, f, figure, found, rivals, margin } = inquiry;
  const [match] = found;
  const printed = (cell: Scored): Finding => ({ kind: 'cell', cell, margin: -margin });
  if (match && match.score >= BOTH_AXES && margin < SWAP_MARGIN) return printed(match);
  const derived =
    bestDerivation(anchored(tables, utterance.figures, stated, f), f, figure, utterance.text) ??
    changeFromStated(tables, utterance, stated, figure);
  if (derived) return { kind: 'derived', ...derived };
  const spread = spreadOf(inquiry);
  if (spread) return printed(spread);
  if (prose) return { kind: 'prose', ...prose };
  // A column of ratios prints what no two cells give: "6.15 times faster".
  if (match && figure.shape === 'ratio' && significantDigits(figure.quantity) > 2) return printed(match);
  if (match && figure.quantity.sign !== null && match.score >= LEAST_BOUND) return printed(match);
  // A change that the source prints in the very column counts, whatever its rows would give.
  const own = match !== undefined && isChange(match);
  const wanted = own && isTopColumn(match, f) ? null : expectedDifference(tables, utterance, f, figure);
  if (wanted) {
    const same = gives(wanted.derivation, inquiry);
    const reversed = same && isReversed(wanted, utterance);
    return same && !reversed ? { kind: 'derived', ...wanted } : { kind: 'derived-conflict', ...wanted, reversed };
  }
  if (own && match.score >= LEAST_BOUND) {
    const other = rivals.find((one) => isChange(one) && one.score > match.score + CHANGE_MARGIN);
    return other ? { kind: 'absent', near: [other], strength: other.score } : printed(match);
  }
  return judgeMissing(inquiry);
}

/** True where the two operands give the figure after all. */
function gives({ operands: [a, b] }: Derivation, { figure, utterance: { text } }: Inquiry): boolean {
  return b !== undefined && (changeBetween(a, b, figure, text) ?? changeBetween(b, a, figure, text)) !== null;
}

/** True where the words give the lead to the operand that is behind. */
function isReversed({ bound, derivation }: BoundDerivation, { text }: Utterance): boolean {
  const [a, b] = derivation.operands;
  return b !== undefined && directionGuard(bound.binding, text)(a, b);
}

/** True where no column of the table is named more firmly than this one. */
function isTopColumn({ bound, placed }: Scored, f: number): boolean {
  const columns = bound.binding.columns[f] ?? [];
  return (columns[placed.value.column] ?? 0) >= Math.max(LEAST_BOUND, ...columns) - COLUMN_SLACK;
}

const COLUMN_SLACK = 0.1;

/** True where the row or column of a cell says that it holds changes. */
function isChange({ placed: { table, row, value } }: Scored): boolean {
  const labels = [...(table.rows[row]?.header ?? []), ...(table.columns[value.column]?.header ?? [])];
  return CHANGE.test(labels.map(({ text }) => text).join(' '));
}

const CHANGE = /\bgain|Δ|delta|improv|diff|\s[-−–]\s|increase|drop|relative|change|\binc\b|\bdec\b/i;
