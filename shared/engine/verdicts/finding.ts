import type { PlacedValue } from '../facts/placedValues.ts';
import type { Source } from '../library.ts';
import type { Binding } from './binding.ts';
import type { Derivation } from './derive.ts';
import type { ProseMatch } from './proseMatch.ts';

/** A table in scope with what the statement's words say about it. */
export interface BoundTable {
  readonly source: Source;
  readonly tableIndex: number;
  readonly binding: Binding;
}

/** A number of a table with how well the words speak for it. */
export interface Scored {
  readonly bound: BoundTable;
  readonly placed: PlacedValue;
  readonly score: number;
}

/** Where the number of a figure stands, and how well the words speak for any cell as what it says. */
export interface Stated {
  /** The cells that agree with it, the best bound first. */
  readonly cells: readonly Scored[];
  /** The score of the best bound cell, whether it agrees or not. */
  readonly best: number;
}

/**
 * Whether a figure stands where its own words point: only then does it say anything of the figures beside it. `slack`
 * is how much better another cell may be bound.
 */
export const isCredible = ({ cells, best }: Stated, slack: number): boolean =>
  cells[0] !== undefined && best <= cells[0].score + slack;

/** What was found out about one number, before it is put in a writer's words. */
export type Finding =
  | { readonly kind: 'cell'; readonly cell: Scored; readonly margin: number }
  | { readonly kind: 'prose'; readonly source: Source; readonly match: ProseMatch }
  | { readonly kind: 'derived'; readonly bound: BoundTable; readonly derivation: Derivation }
  | {
      readonly kind: 'conflict';
      readonly cell: Scored;
      /** True where no other cell is meant nearly as well, and the sentence does not state it already. */
      readonly sure: boolean;
      readonly elsewhere: readonly Scored[];
      readonly margin: number;
    }
  | {
      readonly kind: 'derived-conflict';
      readonly bound: BoundTable;
      readonly derivation: Derivation;
      /** The number is right, and told the other way round. */
      readonly reversed: boolean;
    }
  | { readonly kind: 'prose-conflict'; readonly source: Source; readonly match: ProseMatch }
  | { readonly kind: 'absent'; readonly near: readonly Scored[]; readonly strength: number }
  | { readonly kind: 'silent'; readonly why: string };

export interface Judged {
  readonly finding: Finding;
  readonly trace: readonly string[];
}

/** A place in words, for the trace. */
export function describe({ bound, placed }: Scored): string {
  const { table, row, value } = placed;
  const labels = [...(table.rows[row]?.header ?? []), ...(table.columns[value.column]?.header ?? [])];
  return `${bound.source.key} ${table.label ?? `#${bound.tableIndex + 1}`} [${labels.map((label) => label.text).join(' | ')}]`;
}
