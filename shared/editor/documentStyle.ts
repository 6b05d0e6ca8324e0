import type { Draft, DraftSyntax } from '../engine/index.ts';
import { nearestStyle, type ReferenceStyleName } from './referenceStyles.ts';

/** Where documents name the style of their references. */
const named: Readonly<Record<DraftSyntax, RegExp>> = {
  markdown: /^(?:csl|citation-style):[ \t]*["']?([^\s"'#]+)/m,
  myst: /^(?:csl|citation-style|bibtex_default_style):[ \t]*["']?([^\s"'#]+)/m,
  latex: /\\bibliographystyle\{([^{}]+)\}|\\usepackage\[[^\]]*style=([\w-]+)[^\]]*\]\{biblatex\}/,
  typst: /#bibliography\([^)]*style:\s*"([^"]+)"/,
  org: /^#\+(?:cite_export:[ \t]*csl|csl-style:)[ \t]+(\S+)/im,
};

/** What a document gets that names none. */
const usual: Readonly<Record<DraftSyntax, ReferenceStyleName>> = {
  markdown: 'author-date',
  myst: 'author-date',
  latex: 'ieee',
  typst: 'ieee',
  org: 'author-date',
};

/** The style of references that a draft asks for, or the nearest one that is known here. */
export function referenceStyleOf(draft: Draft): ReferenceStyleName {
  const syntax = draft.syntax;
  const inMatter = syntax === 'markdown' || syntax === 'myst';
  const text = inMatter ? frontMatterOf(draft.text) : draft.text;
  const match = named[syntax].exec(text);
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? usual[syntax] : nearestStyle(name.split(/[\\/]/).at(-1) ?? name);
}

function frontMatterOf(text: string): string {
  return /^---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/.exec(text)?.[0] ?? '';
}
