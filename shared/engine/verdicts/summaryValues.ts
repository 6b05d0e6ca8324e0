import type { AlikeSummary, BoundSummary, RangeSummary, TrendSummary } from '../claims/summary.ts';
import type { PlacedValue } from '../facts/placedValues.ts';
import { readQuantities } from '../text/readQuantities.ts';
import { agreement, comparable } from './compare.ts';
import { within } from './summaryCount.ts';
import type { Line } from './summaryLines.ts';
import type { SummaryOutcome } from './summaryOutcome.ts';
import type { Region } from './summaryRegion.ts';

type Cells = readonly [PlacedValue, ...PlacedValue[]];

const SHOWN = 4;

const outcome = (holds: boolean, deciding: readonly PlacedValue[], shown: string): SummaryOutcome | null => {
  const [first, ...rest] = deciding.slice(0, SHOWN);
  if (!first) return null;
  const cells: Cells = [first, ...rest];
  return { kind: holds ? 'supported' : 'contradicted', cells, shown, steps: [shown], correct: null };
};

/** "All errors are below 0.5": every cell of the region. */
export function judgeBound(summary: BoundSummary, region: Region): SummaryOutcome | null {
  const { grid, rows, columns } = region;
  const cells = rows.flatMap((row) => columns.flatMap((column) => grid.at(row, column) ?? []));
  const holds = ({ cell }: PlacedValue): boolean[] =>
    cell.values.map(({ quantity }) => within(summary.limit, quantity.value, summary.value));
  const yes = cells.filter((placed) => !holds(placed).includes(false));
  const no = cells.filter((placed) => !holds(placed).includes(true));
  // Of two measures in one cell it is not clear which is meant.
  if (cells.length < 2 || yes.length + no.length < cells.length) return null;
  const shown = `${yes.length} of ${cells.length} cells (${region.heard}) are ${summary.limit} ${summary.value}`;
  switch (summary.quantifier) {
    case 'all':
      return outcome(no.length === 0, no.length === 0 ? extremes(cells) : no, shown);
    case 'not all':
      return outcome(no.length > 0, no.length > 0 ? no : extremes(cells), shown);
    case 'some':
      return outcome(yes.length > 0, yes.length > 0 ? yes : extremes(cells), shown);
    case 'none':
      return outcome(yes.length === 0, yes.length === 0 ? extremes(cells) : yes, shown);
    default:
      return summary.quantifier satisfies never;
  }
}

const sizeOf = ({ value }: PlacedValue): number => value.quantity.value;

/** The smallest and the largest of some cells. */
function extremes(cells: readonly PlacedValue[]): PlacedValue[] {
  const sorted = [...cells].sort((a, b) => sizeOf(a) - sizeOf(b));
  return [sorted[0], sorted.at(-1)].filter((cell) => cell !== undefined);
}

/** "The loss ranges from 0.1 to 0.5": the smallest and the largest of a line. */
export function judgeRange(summary: RangeSummary, lines: readonly Line[]): SummaryOutcome | null {
  const read = lines.flatMap((line) => {
    const sorted = [...line.entries].sort((a, b) => a.quantity.value - b.quantity.value);
    const [low, high] = [sorted[0], sorted.at(-1)];
    return low && high ? [{ line, low, high }] : [];
  });
  const fits = read.find(
    ({ low, high }) => agreement(summary.from, low.quantity) !== null && agreement(summary.to, high.quantity) !== null,
  );
  const [lone] = read.length === 1 ? read : [];
  const said = fits ?? lone;
  if (!said) return null;
  const { line, low, high } = said;
  if (!fits && !(comparable(summary.from, low.quantity) || comparable(summary.to, high.quantity))) return null;
  const shown = `${line.title} from ${low.quantity.text} to ${high.quantity.text}`;
  return outcome(
    fits !== undefined,
    [low, high].flatMap(({ placed }) => placed ?? []),
    shown,
  );
}

/** A row, a column or a list of names whose entries are told apart by what is printed. */
export interface Alikes {
  readonly title: string;
  readonly entries: readonly { readonly text: string; readonly placed: PlacedValue | null }[];
}

/** "Every row has another value": the entries of each list. */
export function judgeAlike({ how }: AlikeSummary, lists: readonly Alikes[]): SummaryOutcome | null {
  const read = lists.map(({ title, entries }) => {
    const first = entries[0];
    const other = entries.find(({ text }) => text !== first?.text);
    const twice = entries.find(({ text }, i) => entries.slice(0, i).some((one) => one.text === text));
    const twin = twice && entries.find(({ text }) => text === twice.text);
    const holds = how === 'same' ? !other : how === 'distinct' ? !twice : twice !== undefined;
    const pair = how === 'same' ? [first, other ?? entries[1]] : twice ? [twin, twice] : entries;
    return { title, entries, holds, deciding: pair.flatMap((one) => one?.placed ?? []) };
  });
  const [first] = read;
  if (!first || first.entries.length < 2 || read.some(({ holds }) => holds !== first.holds)) return null;
  const texts = first.entries.map(({ text }) => text).slice(0, SHOWN * 2);
  const shown = `${first.title}: ${texts.join(', ')}`;
  const deciding = first.deciding.length > 0 ? first.deciding : first.entries.flatMap(({ placed }) => placed ?? []);
  return outcome(first.holds, deciding, shown);
}

/** "The loss decreases with the number of layers": the steps of each line, where the lines run in an order. */
export function judgeTrend(summary: TrendSummary, lines: readonly Line[]): SummaryOutcome | null {
  const read = lines.flatMap((line) => {
    const ordered = inOrder(line);
    const steps = ordered
      .slice(1)
      .map((entry, i) => Math.sign(entry.quantity.value - (ordered[i]?.quantity.value ?? 0)));
    const [first, last] = [ordered[0], ordered.at(-1)];
    if (!first || !last || ordered.length < 3) return [];
    const against = steps.filter((step) => step === -summary.sign).length;
    const along = steps.filter((step) => step === summary.sign).length;
    const holds = against === 0 && along > 0 ? true : along === 0 || (summary.strict && against > 0) ? false : null;
    return [{ line, holds, ordered }];
  });
  const [first] = read;
  if (!first || first.holds === null || read.some(({ holds }) => holds !== first.holds)) return null;
  const texts = first.ordered.map(({ quantity }) => quantity.text);
  const cells = [first.ordered[0], first.ordered.at(-1)].flatMap((one) => one?.placed ?? []);
  return outcome(first.holds !== summary.negated, cells, `${first.line.title}: ${texts.join(', ')}`);
}

/** The entries of a line by the numbers or dates in their names; none where the names have no order. */
function inOrder({ entries }: Line): Line['entries'] {
  const sized = entries.map((entry) => ({ entry, size: readQuantities(entry.name.replace('=', ' ')).at(-1)?.value }));
  if (sized.some(({ size }) => size === undefined) || new Set(sized.map(({ size }) => size)).size < sized.length)
    return [];
  return sized.sort((a, b) => (a.size ?? 0) - (b.size ?? 0)).map(({ entry }) => entry);
}
