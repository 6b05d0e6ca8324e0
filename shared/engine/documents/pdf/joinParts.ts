import { textOf } from './lines.ts';
import type { PlacedLine } from './pageText.ts';
import type { PrintedTable } from './readTable.ts';
import type { PrintedBlock, TextRun } from './textBlocks.ts';

/** A block of the document: its lines may stand on several pages. */
export type DocumentBlock =
  | { readonly kind: TextRun['kind']; readonly lines: readonly PlacedLine[] }
  | { readonly kind: 'table'; readonly parts: readonly TablePart[] };

/** A table, or what one page has of it. */
export interface TablePart {
  readonly table: PrintedTable;
  readonly page: number;
}

/**
 * Brings the parts of a paragraph together that a column, a page, a figure or a footnote has parted, and those of a
 * table: one that is `continued` goes on with the last one.
 */
export function joinParts(
  pages: readonly { readonly number: number; readonly blocks: readonly PrintedBlock[] }[],
  bodySize: number,
  continued: ReadonlySet<PrintedTable>,
): DocumentBlock[] {
  const joined: DocumentBlock[] = [];
  let parts: TablePart[] = [];
  let open: { lines: PlacedLine[] } | null = null;
  for (const { number, blocks } of pages)
    for (const block of blocks) {
      if (block.kind === 'table') {
        const { table } = block;
        if (!continued.has(table)) {
          parts = [];
          joined.push({ kind: 'table', parts });
        }
        parts.push({ table, page: number });
        continue;
      }
      const lines = block.lines.map((line): PlacedLine => ({ page: number, line }));
      const isBody = block.kind === 'paragraph' && isBodySize(block, bodySize);
      if (open && isBody && goesOn(open.lines, block)) {
        open.lines.push(...lines);
        continue;
      }
      joined.push({ kind: block.kind, lines });
      if (isBody) open = { lines };
    }
  return joined;
}

const isBodySize = (block: TextRun, bodySize: number): boolean =>
  block.lines.every((line) => Math.abs(line.size - bodySize) < bodySize * 0.08);

/** True where a paragraph ends without an end of a sentence and the next one begins as no sentence does. */
function goesOn(lines: readonly PlacedLine[], next: TextRun): boolean {
  const end = textOf((lines.at(-1) as PlacedLine).line);
  const start = textOf(next.lines[0] as TextRun['lines'][number]);
  return /[\p{L}\p{N},\-–—)\]]$/u.test(end) && /^[("“]?\p{Ll}/u.test(start) && end.split(' ').length > 3;
}
