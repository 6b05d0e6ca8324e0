import { type CiteKey, readDraft, type Span } from '../engine/index.ts';

/** What ends a key in each format, or cannot stand in one. */
const forbidden: readonly { readonly files: RegExp; readonly name: string; readonly mark: RegExp }[] = [
  { files: /\.(?:bib|bbl)$/i, name: 'BibTeX', mark: /[\s,{}()="#%\\~']/ },
  { files: /\.json$/i, name: 'a JSON string', mark: /["\\]/ },
  // A draft defines keys in its front matter.
  { files: /\.(?:ya?ml|md|markdown|[qr]md)$/i, name: 'plain YAML', mark: /[\s#,[\]{}&*!|>'"%`]|:$/ },
];

/**
 * Why a key cannot be called so, in a sentence for the writer: another source is, a file that defines it does not
 * allow it, or Pandoc would read something else in its place. Null where it can.
 */
export function keyProblem(key: CiteKey, isTaken: boolean, files: readonly string[]): string | null {
  if (key === '') return 'A key has at least one character.';
  if (isTaken) return `The key @${key} is already that of another source: choose another one.`;
  for (const path of files) {
    const format = forbidden.find(({ files: pattern }) => pattern.test(path));
    const mark = format?.mark.exec(key)?.[0];
    if (format === undefined || mark === undefined) continue;
    const shown = /\s/.test(mark) ? 'a space' : `\`${mark}\``;
    return `A key in ${format.name} cannot have ${shown}, and ${path} defines this one: choose another key.`;
  }
  return isRead(key)
    ? null
    : `Pandoc would not read @${key} as this key: begin with a letter, a digit or _, end so, too, put no two marks side by side, and do not begin like a cross-reference (fig-, tbl-, sec-, eq-).`;
}

function isRead(key: CiteKey): boolean {
  const { citations } = readDraft(`See [@${key}, p. 3].`);
  return citations.length === 1 && citations[0]?.key === key;
}

/** The fields of a .bib file by which entries name other entries. */
const fields = /(?<![\w-])(?:crossref|xref|xdata|related|entryset)[ \t]*=[ \t]*(?:\{([^{}]*)\}|"([^"{}]*)")/gi;

/** Where other entries of a .bib file refer to the key. */
export function keyReferences(path: string, text: string, key: CiteKey): Span[] {
  if (!/\.bib$/i.test(path)) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(fields)) {
    const value = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].length - 1 - value.length;
    for (const word of value.matchAll(/[^\s,]+/g))
      if (word[0] === key) spans.push({ start: start + word.index, end: start + word.index + key.length });
  }
  return spans;
}
