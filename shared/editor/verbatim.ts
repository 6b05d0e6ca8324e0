import type { Draft } from '../engine/index.ts';

/** True where an offset stands in code, a comment or front matter, so that nothing is cited there. */
export function isVerbatim(draft: Draft, offset: number): boolean {
  const { text } = draft;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  const syntax = draft.syntax;
  switch (syntax) {
    case 'markdown':
    case 'myst':
      return (
        isOpen(line, /`+/g) || isOpen(text.slice(0, lineStart), /^ {0,3}(?:```|~~~)/gm) || isFrontMatter(text, offset)
      );
    case 'typst':
      return isOpen(line, /`+/g) || isOpen(text.slice(0, lineStart), /^\s*```/gm) || /(?:^|[^:])\/\//.test(line);
    case 'latex':
      return /(?:^|[^\\])%/.test(line);
    case 'org':
      return (
        /^\s*#(?:\s|$)/.test(line) || isOpen(text.slice(0, lineStart), /^[ \t]*#\+(?:begin|end)_(?:src|example)/gim)
      );
    default:
      return syntax satisfies never;
  }
}

/** True where marks that open and close in turn have opened once more than they closed. */
function isOpen(before: string, marks: RegExp): boolean {
  return (before.match(marks)?.length ?? 0) % 2 === 1;
}

function isFrontMatter(text: string, offset: number): boolean {
  const frontMatter = /^---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/.exec(text);
  return frontMatter !== null && offset < frontMatter[0].length;
}
