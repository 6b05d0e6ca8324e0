import { onceEach } from '../onceEach.ts';
import { labelOf } from './headerPaths.ts';
import { isMissing, isTick } from './label.ts';
import type { ReadCell, Row } from './readCells.ts';
import type { Section } from './stubs.ts';
import type { Label } from './table.ts';

/** Names rows by their stubs, one row after the other: a blank goes on with the name above it. */
export interface RowNames {
  of(row: Row, section: Section): Label[];
  /** Begins a group: names above it do not go on. */
  reset(): void;
}

/** `axes` are the header paths of all columns. */
export function rowNames(axes: readonly (readonly Label[])[]): RowNames {
  const above: (Label | undefined)[] = [];
  const labelers = axes.map((path) => stubLabeler(path.map((label) => label.text).join(' ') || null));
  return {
    reset: () => above.splice(0),
    of(row, section) {
      const beside = hasName(row, section) ? [] : besideNumbers(row, section);
      if (beside.length > 0) return beside;
      const labels: Label[] = [];
      let changed = false;
      for (let c = section.start; c < section.names; c++) {
        const cell = row[c];
        if (!cell || cell === row[c - 1]) continue;
        if (cell.text === '') {
          const name = above[c];
          const goesOn = !changed && name && continues(row, c, section);
          if (goesOn) labels.push(name);
          continue;
        }
        const label = (labelers[c] as StubLabeler)(cell);
        if (c > section.start && isMissing(label.text)) continue;
        labels.push(label);
        // A number before the names counts rows; names go on below a new one.
        if (cell.kind === 'name') {
          changed = true;
          above.length = c;
          above[c] = label;
        } else if (cell.kind === 'integer') above[c] = label;
      }
      return labels;
    },
  };
}

/** True where a stub of the row is not blank. */
export function hasName(row: Row, { start, names }: Section): boolean {
  for (let c = start; c < names; c++) if (row[c]?.text !== '') return true;
  return false;
}

/** A blank repeats the name above where more stubs follow it, or where the name is the row's only one. */
function continues(row: Row, c: number, section: Section): boolean {
  const after = row.slice(c + 1, section.names);
  return after.some((cell) => cell.text !== '') || section.names - section.start === 1;
}

type StubLabeler = (cell: ReadCell) => Label;

/** The labels of the stubs below one header; equal names are one object. */
function stubLabeler(axis: string | null): StubLabeler {
  const label = (text: string, notes?: readonly string[]): Label => {
    const plain = labelOf(text, axis, notes);
    return axis !== null && isTick(text) ? { ...plain, means: axis } : plain;
  };
  const bare = onceEach((text: string) => label(text));
  return ({ text, notes }) => (notes.length === 0 ? bare(text) : label(text, notes));
}

/** "Mean:" in the cell before the first number names a row that has no stub. */
function besideNumbers(row: Row, section: Section): Label[] {
  const values = row.slice(section.names, section.end);
  const first = values.findIndex((cell) => cell.values.length > 0);
  const before = values[first - 1];
  return before?.kind === 'name' ? [labelOf(before.text.replace(/:\s*$/, ''), null, before.notes)] : [];
}
