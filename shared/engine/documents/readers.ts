import { isDelimited, readCsv } from './csv/readCsv.ts';
import { latex } from './latex/readLatex.ts';
import { isNotebook, readNotebook } from './notebook/readNotebook.ts';
import { readHtml } from './readHtml.ts';
import { readText } from './readText.ts';
import type { TextReader } from './textReader.ts';
import { isJats, readJats } from './xml/readJats.ts';
import { isTei, readTei } from './xml/readTei.ts';

const html: TextReader = {
  extensions: ['.html', '.htm', '.xhtml'],
  recognizes: (head) => /^\s*<(?:!doctype html|html)\b/i.test(head),
  read: readHtml,
};

const tei: TextReader = { extensions: ['.tei'], recognizes: isTei, read: readTei };

const jats: TextReader = {
  extensions: ['.nxml', '.xml'],
  recognizes: isJats,
  isSource: (text) => isJats(headOf(text)),
  read: readJats,
};

const csv: TextReader = {
  extensions: ['.csv', '.tsv'],
  recognizes: () => false,
  isSource: isDelimited,
  read: readCsv,
};

const notebook: TextReader = {
  extensions: ['.ipynb'],
  recognizes: () => false,
  isSource: isNotebook,
  read: readNotebook,
};

const plain: TextReader = { extensions: ['.md', '.markdown', '.txt'], recognizes: () => false, read: readText };

/** The text formats that are read, the more particular first. */
const READERS: readonly TextReader[] = [html, tei, jats, latex, csv, notebook, plain];

/** Extensions of all text formats: lower case, with the dot. */
export const textExtensions: readonly string[] = READERS.flatMap((reader) => reader.extensions);

/** The first characters of a text, which show its format. */
export function headOf(text: string): string {
  return text.slice(0, 1000);
}

/** True where the file is a source by itself: not a part of another one, and no XML or JSON of another kind. */
export function isSource(path: string, text: string): boolean {
  return readerFor(path, headOf(text)).isSource?.(text) ?? true;
}

/** The reader for a file: by its first characters where they show a format, else by its extension, else as plain text. */
export function readerFor(path: string, head: string): TextReader {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
  return (
    READERS.find((reader) => reader.recognizes(head)) ??
    READERS.find((reader) => reader.extensions.includes(extension)) ??
    plain
  );
}
