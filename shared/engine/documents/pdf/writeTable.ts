import { emptyCell, type Grid, type GridCell } from '../../tables/grid.ts';
import type { TablePart } from './joinParts.ts';
import type { PageText } from './pageText.ts';
import type { Piece } from './tableRows.ts';

/** Writes the cells of a table's parts into the text, each with its own lines, and gives the grid whose spans lead there. */
export function writeTable(parts: readonly TablePart[], text: PageText): Grid {
  const written = new Map<Piece, GridCell>();
  let start: number | null = null;
  let end = 0;
  const cellOf = (piece: Piece | null, page: number): GridCell => {
    if (piece === null) return emptyCell(end);
    const known = written.get(piece);
    if (known) return known;
    const added = text.add(piece.lines.map((line) => ({ page, line })));
    text.separate('\t');
    const cell = { text: added.text, lines: [added.text], span: added.span, header: false, ...marksOf(piece) };
    written.set(piece, cell);
    start ??= added.span.start;
    end = added.span.end;
    return cell;
  };
  const rows = parts.flatMap(({ table, page }) =>
    table.rows.map((row) => {
      const cells = row.map((piece) => cellOf(piece, page));
      text.separate('\n');
      return cells;
    }),
  );
  return { rows, declaredHeaders: parts[0]?.table.headerRows ?? 0, packed: false, span: { start: start ?? 0, end } };
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
