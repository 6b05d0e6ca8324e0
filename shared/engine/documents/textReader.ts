import type { Blocks } from './blocks.ts';

/** A file that another one includes. */
export interface IncludedFile {
  /** Relative to the file that is read, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface ReadContext {
  /** The file that `name` stands for, seen from the file that is read (`sections/intro` for `sections/intro.tex`). */
  include(name: string): IncludedFile | null;
}

/** A reader of one text format: a file in `documents`, and a line in `readers.ts`. */
export interface TextReader {
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** True where the first 1,000 characters show the format, whatever the extension says. */
  recognizes(head: string): boolean;
  /** True where a text with one of the extensions is a source by itself; all are unless told. */
  readonly isSource?: (text: string) => boolean;
  /** Never throws; offsets of the mapped text lead back to `text`, or to the text of the blocks' own origin. */
  read(text: string, context: ReadContext): Blocks;
}
