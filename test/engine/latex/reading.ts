import { assemble } from '../../../shared/engine/documents/assemble.ts';
import type { Blocks, GridBlock } from '../../../shared/engine/documents/blocks.ts';
import type { SourceDocument } from '../../../shared/engine/documents/document.ts';
import { latex } from '../../../shared/engine/documents/latex/readLatex.ts';

/** Further files of a project, by path. */
export type Files = Readonly<Record<string, string>>;

export function readBlocks(text: string, files: Files = {}): Blocks {
  return latex.read(text, {
    include(name) {
      const path = [name, `${name}.tex`].find((one) => Object.hasOwn(files, one));
      return path === undefined ? null : { path, text: files[path] ?? '' };
    },
  });
}

export function readDocument(text: string, files: Files = {}): SourceDocument {
  return assemble(readBlocks(text, files));
}

/** The sentences of a body, without headings. */
export function sentencesOf(text: string, files: Files = {}): string[] {
  return readDocument(text, files)
    .passages.filter((passage) => passage.kind !== 'heading')
    .map((passage) => passage.text);
}

export function gridsOf(text: string, files: Files = {}): GridBlock[] {
  return readBlocks(text, files).blocks.filter((block): block is GridBlock => block.kind === 'grid');
}

/** The rows of the first table, cells parted by ` | `, lines within a cell by `/`. */
export function rowsOf(text: string, files: Files = {}): string[] {
  const [block] = gridsOf(text, files);
  return (block?.grid.rows ?? []).map((row) => row.map((cell) => cell.lines.join('/')).join(' | '));
}

/** A table of two columns with that cell in its second row. */
export function cellOf(cell: string, columns = 'lc', before = ''): string {
  const rows = rowsOf(`${before}\\begin{tabular}{${columns}} A & B \\\\ x1 & ${cell} \\\\ \\end{tabular}`);
  return rows[1]?.replace(/^x1 \| /, '') ?? '';
}
