import type { DraftSyntax } from './draft.ts';

/**
 * Lines of MyST that hold no prose and may stand within a paragraph or a list: comments (`% …`), and directives that
 * are indented, with their options.
 */
const lines = /^[ \t>]*%[^\n]*|^[ \t>]+:{3,}[^\n]*(?:\n[ \t>]+:[\w-]+:[^\n]*)*/;

/** The source of a pattern for such lines, for patterns with the flag `m`. */
export const mystLine = lines.source;

const anyLine = new RegExp(mystLine, 'm');

export function hasMystLines(text: string): boolean {
  return anyLine.test(text);
}

/** True for MyST by name, or by a role or directive that no other dialect of Markdown has. */
export function isMyst(text: string, syntax: DraftSyntax): boolean {
  return syntax === 'myst' || marks.test(text);
}

const marks =
  /\{(?:cite(?::\w+)?|ref|numref|eq|doc|term|abbr|math|sub|sup|kbd|download|doi|prf:ref|index|button)\}`|^(?:`{3,}|~{3,}|:{3,})\{(?:code-cell|toctree|math|bibliography|include|literalinclude|mermaid|note|admonition|important|tip|warning|figure|table|list-table|card|grid|tab-set|dropdown)\}/m;
