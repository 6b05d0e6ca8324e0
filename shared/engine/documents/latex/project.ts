import type { Problem } from '../../problem.ts';
import type { Span } from '../../text/span.ts';
import type { Origin, Part } from '../origin.ts';
import type { ReadContext } from '../textReader.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/** The files of one paper. Tokens refer to the text of all of them, one after the other. */
export interface Project {
  /** The main file. */
  readonly tokens: readonly Token[];
  readonly problems: Problem[];
  /**
   * The tokens of the file that `name` stands for, which then is open until `close`; null where there is none.
   * A file that is missing or includes itself is a problem at `place`.
   */
  open(name: string, place: Span): readonly Token[] | null;
  /** As `open`, for a style file: its absence is no problem. */
  openStyle(name: string): readonly Token[] | null;
  close(): void;
  origin(): Origin;
}

const MOST_OPEN = 30;
const MOST_OPENINGS = 1000;

export function createProject(main: string, context: ReadContext): Project {
  const texts = [main];
  const parts: Part[] = [];
  const starts = new Map<string, number>();
  const open: string[] = [];
  const problems: Problem[] = [];
  let length = main.length;
  let openings = 0;

  const find = (name: string): ReturnType<ReadContext['include']> => {
    const folder = open.at(-1)?.replace(/[^/]*$/, '') ?? '';
    return context.include(name) ?? (folder === '' ? null : context.include(folder + name));
  };
  const enter = (path: string, text: string, kind: 'document' | 'style'): readonly Token[] => {
    let start = starts.get(path);
    if (start === undefined) {
      start = length;
      starts.set(path, start);
      parts.push({ span: { start, end: start + text.length }, path, start: 0 });
      texts.push(text);
      length += text.length;
    }
    open.push(path);
    const body = bodyOf(text);
    return tokenize(text.slice(body.start, body.end), start + body.start, kind);
  };
  const report = (message: string, span: Span): null => {
    problems.push({ code: 'source-unreadable', message, span });
    return null;
  };

  return {
    tokens: tokenize(main, 0, 'document'),
    problems,
    open(name, place) {
      const file = find(name);
      if (!file) {
        if (!/\.(?!tex$)[a-z_]{1,8}$/i.test(name))
          report(`The file "${name}" that is included here was not found. Put it beside the main file.`, place);
        return null;
      }
      if (open.includes(file.path) || open.length >= MOST_OPEN || ++openings > MOST_OPENINGS)
        return report(`The file "${name}" includes itself. Remove the inclusion here.`, place);
      return enter(file.path, file.text, 'document');
    },
    openStyle(name) {
      const file = find(`${name}.sty`);
      return file && !starts.has(file.path) ? enter(file.path, file.text, 'style') : null;
    },
    close() {
      open.pop();
    },
    origin: () => (parts.length === 0 ? { kind: 'file' } : { kind: 'parts', text: texts.join(''), parts }),
  };
}

/** What a file contributes when another includes it: of a document of its own only its body. */
function bodyOf(text: string): Span {
  const begin = '\\begin{document}';
  const at = text.indexOf(begin);
  if (at < 0) return { start: 0, end: text.length };
  const end = text.lastIndexOf('\\end{document}');
  return { start: at + begin.length, end: end > at ? end : text.length };
}
