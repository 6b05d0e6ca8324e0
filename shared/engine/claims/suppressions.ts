import type { Span } from '../text/span.ts';
import type { Suppression } from './draft.ts';

/**
 * Reads the comments by which a writer silences findings: `<!-- grounded-ignore-next-line unsupported -->`, in
 * LaTeX `% grounded-ignore-next-line unsupported`,
 * `…-line`, `…-start` with `…-end`, `…-file`. Words behind the form are the codes, a reason may follow behind `--`.
 * The bare `grounded-ignore` means its own line, or the next where it stands on a line alone.
 */
export function readSuppressions(text: string, comments: readonly Span[]): Suppression[] {
  const suppressions: Suppression[] = [];
  const open: { start: number; codes: readonly string[] }[] = [];
  for (const comment of comments) {
    const directive = directivePattern.exec(text.slice(comment.start, comment.end));
    if (directive === null) continue;
    const codes = readCodes(directive[2] ?? '');
    switch (directive[1]) {
      case 'file':
        suppressions.push({ span: { start: 0, end: text.length }, codes });
        break;
      case 'start':
        open.push({ start: comment.start, codes });
        break;
      case 'end': {
        const begun = open.pop();
        if (begun !== undefined)
          suppressions.push({ span: { start: begun.start, end: comment.end }, codes: begun.codes });
        break;
      }
      case 'line':
        suppressions.push({ span: lineAround(text, comment), codes });
        break;
      case 'next-line':
        suppressions.push({ span: lineBehind(text, comment), codes });
        break;
      default: {
        const line = lineAround(text, comment);
        const isAlone = text.slice(line.start, line.end).trim() === text.slice(comment.start, comment.end);
        suppressions.push({ span: isAlone ? lineBehind(text, comment) : line, codes });
      }
    }
  }
  for (const { start, codes } of open) suppressions.push({ span: { start, end: text.length }, codes });
  return suppressions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** In a comment of HTML, LaTeX, Typst or Org. */
const directivePattern =
  /^(?:<!--|%+|\/\/+|\/\*|#)\s*grounded-ignore(?:-(next-line|line|start|end|file))?(?![\w-])([\s\S]*?)(?:-->|\*\/)?$/;

function readCodes(words: string): string[] {
  const [codes = ''] = words.split(/(?:^|\s)--\s|:/);
  return codes.split(/[\s,]+/).filter((code) => /^[a-z][a-z-]*$/.test(code));
}

function lineAround(text: string, span: Span): Span {
  return { start: text.lastIndexOf('\n', span.start - 1) + 1, end: endOfLine(text, span.end) };
}

/** The next line that is not blank. */
function lineBehind(text: string, span: Span): Span {
  const line = /\S/g;
  line.lastIndex = endOfLine(text, span.end);
  const first = line.exec(text);
  if (first === null) return { start: text.length, end: text.length };
  return { start: text.lastIndexOf('\n', first.index) + 1, end: endOfLine(text, first.index) };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}
