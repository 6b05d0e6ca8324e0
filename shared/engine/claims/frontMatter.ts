import { isScalar, isSeq, parseDocument } from 'yaml';
import type { Problem } from '../problem.ts';
import type { Span } from '../text/span.ts';
import type { Draft } from './draft.ts';

export interface FrontMatter {
  /** Offset of the first line behind the front matter; 0 where there is none. */
  readonly end: number;
  readonly bibliographies: Draft['bibliographies'];
  readonly problems: readonly Problem[];
}

/** Reads the YAML between `---` lines at the start of a draft, of which only `bibliography` matters here. */
export function readFrontMatter(text: string): FrontMatter {
  const fence = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (fence === null) return none;
  const body = fence[0].length;
  const close = fence[1] === '+++' ? /^\+\+\+[ \t]*$/gm : /^(?:---|\.\.\.)[ \t]*$/gm;
  close.lastIndex = body;
  const closing = close.exec(text);
  if (closing === null) return none;
  const lineEnd = text.indexOf('\n', closing.index);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  const yaml = text.slice(body, closing.index);
  // A horizontal rule at the top is no front matter: YAML begins with a key or a comment.
  if (fence[1] === '---' && !/^\s*(?:#|["']?[\w-]+["']?\s*:|\{|$)/.test(yaml)) return none;
  if (fence[1] === '+++' || !/^["']?bibliography["']?[ \t]*:/m.test(yaml)) {
    return { end, bibliographies: [], problems: [] };
  }
  return { end, ...readPaths(yaml, body) };
}

const none: FrontMatter = { end: 0, bibliographies: [], problems: [] };

function readPaths(yaml: string, offset: number): Omit<FrontMatter, 'end'> {
  const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false });
  const error = document.errors[0];
  if (error !== undefined) {
    const span = { start: error.pos[0] + offset, end: error.pos[1] + offset };
    const message = `The front matter is no valid YAML, so its bibliography cannot be read: ${error.message}`;
    return { bibliographies: [], problems: [{ code: 'config-invalid', message, span }] };
  }
  const value = document.get('bibliography', true) as unknown;
  const items: unknown[] = isSeq(value) ? value.items : [value];
  const bibliographies: { path: string; span: Span }[] = [];
  for (const item of items) {
    if (!isScalar(item) || typeof item.value !== 'string' || !item.range || item.value === '') continue;
    bibliographies.push({
      path: item.value,
      span: { start: item.range[0] + offset, end: item.range[1] + offset },
    });
  }
  return { bibliographies, problems: [] };
}
