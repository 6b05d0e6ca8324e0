import type { Grid, GridCell } from '../../tables/grid.ts';
import { createTextBuilder, type TextBuilder } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import type { Blocks } from '../blocks.ts';
import { readText } from '../readText.ts';
import { readAligned } from './dataFrame.ts';
import { type DecodedPiece, decodeString, type JsonNode, parseJson } from './json.ts';

/** True for a text that holds the cells of a notebook, whole or cut off. */
export function isNotebook(text: string): boolean {
  return /^\s*\{/.test(text) && text.includes('"cells"');
}

/**
 * Reads a Jupyter notebook: its Markdown cells, and the tables that its code printed. Code and pictures are left out.
 * What is read is put together as one Markdown text, whose places lead back into the strings of the JSON file.
 */
export function readNotebook(source: string): Blocks {
  const cells = member(parseJson(source), 'cells');
  if (cells?.kind !== 'array') return damaged();
  const builder = createTextBuilder();
  const between = (mark: string): void => builder.add(mark, { start: 0, end: 0 });
  for (const cell of cells.items) {
    const type = textOf(member(cell, 'cell_type'), source);
    if (type.text === 'markdown') {
      append(builder, textOf(member(cell, 'source'), source));
      between('\n\n');
    } else if (type.text === 'code') {
      const outputs = member(cell, 'outputs');
      for (const output of outputs?.kind === 'array' ? outputs.items : [])
        writeOutput(output, source, builder, between);
    }
  }
  const markdown = builder.build();
  const { mapped, blocks, metadata } = readText(markdown.text);
  return {
    mapped: { text: mapped.text, toSource: (span) => markdown.toSource(mapped.toSource(span)) },
    blocks: blocks.map((block) =>
      block.kind === 'grid' ? { ...block, grid: movedGrid(block.grid, markdown.toSource) } : block,
    ),
    metadata,
  };
}

function damaged(): Blocks {
  const message = 'The notebook is damaged or cut off: open it in Jupyter and save it again.';
  return {
    mapped: createTextBuilder().build(),
    blocks: [],
    metadata: {},
    problems: [{ code: 'source-unreadable', message, span: null }],
  };
}

function member(node: JsonNode | null | undefined, name: string): JsonNode | null {
  return (node?.kind === 'object' && node.members.get(name)) || null;
}

/** A text that was written as JSON strings. */
interface Decoded {
  readonly text: string;
  readonly pieces: readonly DecodedPiece[];
}

/** The text of a string, or of a list of strings that are its lines. */
function textOf(node: JsonNode | null, source: string): Decoded {
  const items = node?.kind === 'array' ? node.items : [node];
  const pieces = items.flatMap((item) => (item?.kind === 'string' ? decodeString(source, item.span) : []));
  return { text: pieces.map(({ text }) => text).join(''), pieces };
}

type Between = (mark: string) => void;

/** The tables of an output: of its HTML where there is one, else of its text. */
function writeOutput(output: JsonNode, source: string, builder: TextBuilder, between: Between): void {
  const data = member(output, 'data');
  const html = textOf(member(data, 'text/html'), source);
  const start = html.text.search(/<table\b/i);
  const end = html.text.toLowerCase().lastIndexOf('</table>');
  if (start >= 0) {
    append(builder, html, { start, end: end < 0 ? html.text.length : end + '</table>'.length });
    between('\n\n');
    return;
  }
  const printed = textOf(member(data, 'text/plain') ?? member(output, 'text'), source);
  for (const row of readAligned(printed.text) ?? []) {
    for (const [column, field] of row.entries()) {
      if (column > 0) between('\t');
      append(builder, printed, field);
    }
    between('\n');
  }
  between('\n');
}

/** Adds a stretch of a text, each piece with its own place. */
function append(builder: TextBuilder, { text, pieces }: Decoded, stretch = { start: 0, end: text.length }): void {
  let at = 0;
  for (const piece of pieces) {
    const from = Math.max(0, stretch.start - at);
    const to = Math.min(piece.text.length, stretch.end - at);
    at += piece.text.length;
    if (from >= to) continue;
    // An escape is one character and never cut; anything else is as long as it is written.
    const isWhole = to - from === piece.text.length;
    const span = isWhole ? piece.span : { start: piece.span.start + from, end: piece.span.start + to };
    builder.add(piece.text.slice(from, to), span);
  }
}

/** The grid with its places in another text; a cell that stands at several places stays one object. */
function movedGrid(grid: Grid, toSource: (span: Span) => Span): Grid {
  const moved = new Map<GridCell, GridCell>();
  const move = (cell: GridCell): GridCell => {
    const known = moved.get(cell) ?? { ...cell, span: toSource(cell.span) };
    moved.set(cell, known);
    return known;
  };
  return { ...grid, rows: grid.rows.map((row) => row.map(move)), span: toSource(grid.span) };
}
