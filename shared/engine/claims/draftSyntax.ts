import type { DraftSyntax } from './draft.ts';

/** How a draft with this path (`notes/a.tex`) or of this language of an editor (`latex`) is written; null where it is none. */
export function draftSyntaxOf(pathOrLanguageId: string): DraftSyntax | null {
  const name = pathOrLanguageId.toLowerCase();
  const extension = /\.([a-z]+)$/.exec(name)?.[1];
  return (extension === undefined ? byLanguage.get(name) : byExtension.get(extension)) ?? null;
}

const byExtension: ReadonlyMap<string, DraftSyntax> = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['qmd', 'markdown'],
  ['rmd', 'markdown'],
  ['myst', 'myst'],
  ['tex', 'latex'],
  ['typ', 'typst'],
  ['org', 'org'],
]);

/** The extensions of drafts, in lower case and without their dot. */
export const draftExtensions: readonly string[] = [...byExtension.keys()];

const byLanguage: ReadonlyMap<string, DraftSyntax> = new Map([
  ['markdown', 'markdown'],
  ['quarto', 'markdown'],
  ['rmd', 'markdown'],
  ['myst', 'myst'],
  ['mystmd', 'myst'],
  ['tex', 'latex'],
  ['latex', 'latex'],
  ['typst', 'typst'],
  ['org', 'org'],
]);
