import { type LabelTarget, Run } from './run.ts';
import type { RawTable } from './tabular.ts';
import type { Token } from './token.ts';
import type { Typesetter } from './typesetter.ts';

/** What captions are of; `sub` is a part of a table or figure. */
export type CaptionKind = 'table' | 'figure' | 'sub';

/** An environment that holds a table or its caption. */
export interface Scope {
  readonly name: string;
  readonly parent: Scope | null;
  /** What a caption in it counts as; null where that is for the scope around it to say. */
  readonly captions: CaptionKind | null;
  /** The paragraph around a float, which goes on behind it. */
  readonly interrupted: Run | null;
  /** What the labels in it stand for, once it has a caption. */
  target: LabelTarget | null;
  /** Labels that stand before their caption. */
  readonly waiting: string[];
}

export interface CaptionItem {
  readonly kind: 'caption';
  readonly of: CaptionKind;
  /** `Table 3`, `(a)`, or nothing. */
  readonly label: string;
  readonly run: Run;
  readonly scope: Scope | null;
}

export interface TableItem {
  readonly kind: 'table';
  readonly table: RawTable;
  readonly scope: Scope | null;
}

/** The parts of a document in order. */
export type Item =
  | { readonly kind: 'heading'; readonly level: number; readonly run: Run }
  | { readonly kind: 'text'; readonly run: Run }
  | CaptionItem
  | TableItem;

export interface Body {
  readonly items: Item[];
  scope: Scope | null;
  /** Ends the paragraph that is being set; in a cell the line, in an argument a word. */
  endParagraph(t: Typesetter, token: Token): void;
  /** Text that is read apart from the paragraph it stands in: a footnote. */
  addAside(run: Run): void;
  /** Drops what stands before the document. */
  clear(): void;
}

export function createBody(): Body {
  const items: Item[] = [];
  let asides: Run[] = [];
  const addText = (run: Run): void => {
    if (!run.isEmpty) items.push({ kind: 'text', run });
  };
  return {
    items,
    scope: null,
    endParagraph(t, token) {
      if (t.mode === 'inline') return t.run.add(' ', token);
      if (t.mode === 'cell') return t.run.line(token);
      addText(t.run);
      asides.forEach(addText);
      asides = [];
      t.run = new Run();
      t.math = false;
      t.depth = 0;
    },
    addAside: (run) => void asides.push(run),
    clear() {
      items.length = 0;
      asides = [];
    },
  };
}
