import type { Problem } from '../../problem.ts';
import type { Grid, GridCell } from '../../tables/grid.ts';
import { emptyCell } from '../../tables/grid.ts';
import { unmapped } from '../../text/mappedText.ts';
import type { Block, Blocks } from '../blocks.ts';
import { withoutFigureText } from './figureText.ts';
import { drawingsOf, findTables, type Tables } from './findTables.ts';
import { readFirstPage } from './firstPage.ts';
import { withoutFurniture } from './furniture.ts';
import { headingLevel } from './headings.ts';
import { learnHyphens } from './hyphens.ts';
import { joinParagraphs } from './joinParagraphs.ts';
import { rowsOf, textOf } from './lines.ts';
import type { PdfPage } from './page.ts';
import { createPageText, type PageText } from './pageText.ts';
import type { PrintedTable, Rules } from './readTable.ts';
import { joinRules } from './rules.ts';
import { streamsOf } from './streams.ts';
import { tableCaptions } from './tableCaptions.ts';
import type { Piece } from './tableRows.ts';
import { blocksOf, type PrintedBlock } from './textBlocks.ts';
import { type Word, wordsOf } from './words.ts';

/** Reads the pages of a paged document: text in reading order, headings, captions and tables; each with its place. */
export function readPages(pages: readonly PdfPage[]): Blocks {
  const upright = pages.filter((page) => !isTurned(page));
  const words = upright.map((page) => ({ page, words: wordsOf(page.items) }));
  const clean = withoutFurniture(words);
  const bodySize = usualSize(clean.flat());
  const found = upright.map((page, i) => findTables(page, clean[i] ?? [], rulesOf(page)));
  const printed = upright.map((page, i): PrintedBlock[] => {
    const { tables, rest, gutter } = found[i] as Tables;
    return withoutFigureText(streamsOf(rest, tables, gutter).flatMap(blocksOf), drawingsOf(page));
  });
  const captions = tableCaptions(printed);
  const text = createPageText(learnHyphens(clean.flatMap(rowsOf)));
  const whole = joinParagraphs(
    printed.map((blocks, i) => ({ number: (upright[i] as PdfPage).number, blocks })),
    bodySize,
  );
  const blocks = whole.map((block): Block => {
    if (block.kind === 'table') {
      const caption = captions.get(block.table)?.lines.map(textOf).join(' ') ?? '';
      return { kind: 'grid', grid: writeTable(block.table, block.page, text), caption };
    }
    const level =
      block.kind === 'paragraph'
        ? headingLevel(
            block.lines.map(({ line }) => line),
            bodySize,
          )
        : 0;
    const span = text.add(block.lines);
    text.separate('\n');
    return { kind: level > 0 ? 'heading' : 'text', level, text: text.slice(span), start: span.start };
  });
  const { text: read, lines } = text.build();
  const first = words[0];
  return {
    mapped: unmapped(read),
    blocks,
    metadata: first ? readFirstPage(first.page, first.words, bodySize) : {},
    origin: { kind: 'pages', text: read, lines },
    problems: pages.flatMap(turnedProblem),
  };
}

const rulesOf = ({ horizontal, vertical }: PdfPage): Rules => ({
  horizontal: joinRules(horizontal),
  vertical: joinRules(vertical),
});

function writeTable(table: PrintedTable, page: number, text: PageText): Grid {
  const written = new Map<Piece, GridCell>();
  let end = 0;
  let start: number | null = null;
  const cellOf = (piece: Piece | null): GridCell => {
    if (piece === null) return emptyCell(end);
    const known = written.get(piece);
    if (known) return known;
    const span = text.add(piece.lines.map((line) => ({ page, line })));
    text.separate('\t');
    const content = text.slice(span);
    const cell = { text: content, lines: [content], span, header: false, ...marksOf(piece) };
    written.set(piece, cell);
    end = span.end;
    start ??= span.start;
    return cell;
  };
  const rows = table.rows.map((row) => {
    const cells = row.map(cellOf);
    text.separate('\n');
    return cells;
  });
  return { rows, declaredHeaders: table.headerRows, packed: false, span: { start: start ?? 0, end } };
}

/** Bold, and the signs that are raised in the cell. */
function marksOf({ lines }: Piece): Pick<GridCell, 'marks' | 'notes'> {
  const words = lines.flatMap((line) => line.words);
  const notes = words.flatMap((word) => word.notes);
  return {
    ...(words.every((word) => word.bold) ? { marks: ['bold' as const] } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function usualSize(words: readonly Word[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of words) {
    const key = Math.round(size * 4) / 4;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [10, 0] as [number, number])[0];
}

const lettersIn = (items: readonly { readonly text: string }[]): number =>
  items.reduce((sum, { text }) => sum + text.length, 0);

/** True for a page of which most is printed up or down the page. */
function isTurned({ items, turned }: PdfPage): boolean {
  return lettersIn(turned) > Math.max(100, 2 * lettersIn(items));
}

function turnedProblem(page: PdfPage): Problem[] {
  if (!isTurned(page)) return [];
  const message = `Page ${page.number} is printed sideways and was not read. Turn the page in the PDF, or keep what it says as Markdown.`;
  return [{ code: 'table-unclear', message, span: null }];
}
