import { directionOf } from '../facts/metrics.ts';
import { valuesOf } from '../facts/placedValues.ts';
import type { Table } from '../tables/table.ts';
import type { Binding } from './binding.ts';
import type { Utterance } from './utterance.ts';

const MOST = /\b(?:highest|largest|maximum|top)\b[^.;,\d]{0,40}$/i;
const LEAST = /\b(?:lowest|smallest|minimum)\b[^.;,\d]{0,40}$/i;
const BEST = /\bbest\b[^.;,\d]{0,40}$/i;
/** "The second best" names another row, which is not looked for here. */
const RANKED = /\b(?:second|third|fourth|fifth|next|2nd|3rd|4th|5th|runner-up)[\s-]+$/i;
const ROW_OPEN = 0.3;
const COLUMN_NAMED = 0.8;
const EXTREME = 1;

/** "The best accuracy on X is 75.9": where no row is named, the words name the row that holds the extreme. */
export function withExtremes(binding: Binding, utterance: Utterance): Binding {
  const rows = binding.rows.map((scores, f) => {
    const figure = utterance.figures[f];
    if (figure?.shape !== 'value' || Math.max(0, ...scores) >= ROW_OPEN) return scores;
    const before = utterance.text.slice(0, figure.quantity.span.start);
    const column = onlyColumn(binding.columns[f] ?? []);
    const way = column === null ? null : wayOf(before, binding.table, column);
    if (column === null || way === null) return scores;
    const inColumn = valuesOf(binding.table).filter(({ value }) => value.column === column);
    const sizes = inColumn.map(({ value }) => value.quantity.value);
    const extreme = way === 'up' ? Math.max(...sizes) : Math.min(...sizes);
    const holders = new Set(inColumn.filter(({ value }) => value.quantity.value === extreme).map(({ row }) => row));
    return scores.map((score, row) => (holders.has(row) ? score + EXTREME : score));
  });
  return { ...binding, rows };
}

/** The one column that the words name, or null where they name none or several. */
function onlyColumn(scores: readonly number[]): number | null {
  const top = Math.max(0, ...scores);
  const best = scores.flatMap((score, column) => (score >= top - 0.2 ? [column] : []));
  return top >= COLUMN_NAMED && best.length === 1 ? (best[0] ?? null) : null;
}

function wayOf(before: string, table: Table, column: number): 'up' | 'down' | null {
  const word = /\b(?:highest|largest|maximum|top|lowest|smallest|minimum|best)\b[^.;,\d]{0,40}$/i.exec(before);
  if (!word || RANKED.test(before.slice(0, word.index))) return null;
  if (MOST.test(before)) return 'up';
  if (LEAST.test(before)) return 'down';
  if (!BEST.test(before)) return null;
  const header = table.columns[column]?.header ?? [];
  return (
    header.at(-1)?.direction ?? directionOf(header.map(({ text }) => text).join(' ')) ?? directionOf(table.caption)
  );
}
