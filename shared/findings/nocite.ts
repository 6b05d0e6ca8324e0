import { type Citation, type Draft, readDraft } from '../engine/index.ts';

/** What the front matter's `nocite` puts into the reference list without a citation in the text. */
export interface Nocite {
  /** `@*`: every entry of the bibliographies. */
  readonly all: boolean;
  readonly keys: readonly Pick<Citation, 'key' | 'span' | 'keySpan'>[];
}

/** Reads `nocite` of a draft's front matter, as one line or as a block. */
export function nociteOf({ text }: Draft): Nocite {
  const matter = /^---[ \t]*\r?\n/.test(text)
    ? text.slice(0, text.search(/\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/) + 1)
    : '';
  const field = /^nocite[ \t]*:[ \t]*/m.exec(matter);
  if (field === null) return { all: false, keys: [] };
  const start = field.index + field[0].length;
  // The block ends where the next field begins at the start of a line.
  const end = matter.slice(start).search(/\n(?![ \t\r\n-])/);
  const value = matter.slice(start, end < 0 ? matter.length : start + end).replace(/["'|>]/g, ' ');
  return {
    all: /@\*/.test(value),
    keys: readDraft(`x${' '.repeat(start - 1)}${value}`).citations,
  };
}
