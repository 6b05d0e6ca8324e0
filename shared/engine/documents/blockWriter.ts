import type { Grid } from '../tables/grid.ts';
import { createTextBuilder, type MappedText } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import { spacesOnly } from '../text/whiteSpace.ts';
import type { Block, TextBlock } from './blocks.ts';

/** Collects the blocks of a document in order, each text with its place in the source. */
export interface BlockWriter {
  /** Begins a heading of this level, or with level 0 a paragraph; what was open ends. */
  begin(level: number): void;
  /** Adds to the open block, or to a new paragraph. White space becomes spaces; `span` is where the text stands. */
  add(text: string, span: Span): void;
  end(): void;
  /** Adds a table; `grid` has its places in the source already. */
  addGrid(grid: Grid, caption: string): void;
  build(): { readonly mapped: MappedText; readonly blocks: readonly Block[] };
}

export function createBlockWriter(): BlockWriter {
  const builder = createTextBuilder();
  const blocks: Block[] = [];
  let open: { start: number; parts: string[]; level: number } | null = null;
  const end = (): void => {
    if (open === null) return;
    const text = withoutEmptyBrackets(open.parts.join(''));
    const kind: TextBlock['kind'] = open.level > 0 ? 'heading' : 'text';
    if (text.trim() !== '') blocks.push({ kind, level: open.level, text, start: open.start });
    builder.add('\n', { start: 0, end: 0 });
    open = null;
  };
  const begin = (level: number): void => {
    end();
    open = { start: builder.length, parts: [], level };
  };
  return {
    begin,
    end,
    add(text, span) {
      if (text === '') return;
      if (open === null) begin(0);
      const flat = spacesOnly(text);
      builder.add(flat, span);
      open?.parts.push(flat);
    },
    addGrid(grid, caption) {
      end();
      blocks.push({ kind: 'grid', grid, caption });
    },
    build() {
      end();
      return { mapped: builder.build(), blocks };
    },
  };
}

/** Blanks the brackets around citations that were blanked: `[  ,   ]`. */
function withoutEmptyBrackets(text: string): string {
  return text.replace(/\[\s[\s,;–-]*\]|\(\s[\s,;–-]*\)/g, (brackets) => ' '.repeat(brackets.length));
}
