import { readHtml } from './readHtml.ts';
import { readText } from './readText.ts';
import type { TextReader } from './textReader.ts';

const html: TextReader = {
  extensions: ['.html', '.htm', '.xhtml'],
  recognizes: (head) => /^\s*<(?:!doctype html|html)\b/i.test(head),
  read: readHtml,
};

const plain: TextReader = { extensions: ['.md', '.markdown', '.txt'], recognizes: () => false, read: readText };

/** The text formats that are read, the more particular first. */
const READERS: readonly TextReader[] = [html, plain];

/** Extensions of all text formats: lower case, with the dot. */
export const textExtensions: readonly string[] = READERS.flatMap((reader) => reader.extensions);

/** The reader for a file: by its first characters where they show a format, else by its extension, else as plain text. */
export function readerFor(path: string, head: string): TextReader {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
  return (
    READERS.find((reader) => reader.recognizes(head)) ??
    READERS.find((reader) => reader.extensions.includes(extension)) ??
    plain
  );
}
