import { isMap, parseDocument } from 'yaml';
import { readReferences } from '../bibliography/cslYaml.ts';
import { pathsIn } from '../bibliography/projectBibliographies.ts';
import type { Problem } from '../problem.ts';
import type { Span } from '../text/span.ts';
import type { Draft } from './draft.ts';

export interface FrontMatter {
  /** Offset of the first line behind the front matter; 0 where there is none. */
  readonly end: number;
  readonly bibliographies: Draft['bibliographies'];
  readonly references: Draft['references'];
  readonly ownKeys: Draft['ownKeys'];
  readonly problems: readonly Problem[];
}

/** Reads the YAML between `---` lines at the start of a draft, of which `bibliography` and `references` matter here. */
export function readFrontMatter(text: string): FrontMatter {
  const fence = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (fence === null) return noFrontMatter;
  const body = fence[0].length;
  const close = fence[1] === '+++' ? /^\+\+\+[ \t]*$/gm : /^(?:---|\.\.\.)[ \t]*$/gm;
  close.lastIndex = body;
  const closing = close.exec(text);
  if (closing === null) return noFrontMatter;
  const lineEnd = text.indexOf('\n', closing.index);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  const yaml = text.slice(body, closing.index);
  // A horizontal rule at the top is no front matter: YAML begins with a key or a comment.
  if (fence[1] === '---' && !/^\s*(?:#|["']?[\w-]+["']?\s*:|\{|$)/.test(yaml)) return noFrontMatter;
  if (fence[1] === '+++') return { ...noFrontMatter, end };
  const listed = /^["']?references["']?[ \t]*:/m.test(yaml)
    ? readReferences(text, { start: body, end: closing.index })
    : { entries: [], problems: [] };
  const named = /^["']?bibliography["']?[ \t]*:/m.test(yaml)
    ? readPaths(withoutReferences(yaml), body)
    : { bibliographies: [], problems: [] };
  return {
    ...noFrontMatter,
    end,
    bibliographies: named.bibliographies,
    references: listed.entries,
    problems: [...named.problems, ...listed.problems],
  };
}

/** That of a draft that says nothing of itself. */
export const noFrontMatter: FrontMatter = {
  end: 0,
  bibliographies: [],
  references: [],
  ownKeys: new Set(),
  problems: [],
};

/** The paths in `bibliography` of the YAML, which stands at `offset`. */
function readPaths(yaml: string, offset: number): Pick<FrontMatter, 'bibliographies' | 'problems'> {
  const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false });
  const error = document.errors[0];
  if (error === undefined) return { bibliographies: pathsOf(document, offset), problems: [] };
  // What is wrong elsewhere does not cost the bibliography.
  const alone = fieldAlone(yaml);
  const field = parseDocument(yaml.slice(alone.start, alone.end), { logLevel: 'silent', prettyErrors: false });
  const bibliographies = field.errors.length > 0 ? [] : pathsOf(field, offset + alone.start);
  // Pandoc's YAML lets quoted text go on in the first column.
  if (bibliographies.length > 0 && error.code === 'MISSING_CHAR') return { bibliographies, problems: [] };
  const span = { start: error.pos[0] + offset, end: error.pos[1] + offset };
  const message = `The front matter is no valid YAML, so what it says may not be read: ${error.message}`;
  return { bibliographies, problems: [{ code: 'config-invalid', message, span }] };
}

function pathsOf(document: ReturnType<typeof parseDocument>, offset: number): Draft['bibliographies'] {
  return isMap(document.contents) ? pathsIn(document.get('bibliography', true), offset) : [];
}

/** From the line of `bibliography` to the next line that begins with another word. */
function fieldAlone(yaml: string): Span {
  const start = yaml.search(/^["']?bibliography["']?[ \t]*:/m);
  const next = /^[^\s#-]/gm;
  next.lastIndex = start + 1;
  return { start, end: next.exec(yaml)?.index ?? yaml.length };
}

/** The same text with spaces in the place of `references`, which are read item by item. */
function withoutReferences(yaml: string): string {
  const list = /^["']?references["']?[ \t]*:[ \t]*(?:#.*)?\r?\n(?:(?:[ \t#-].*|\r?)(?:\n|$))*/m;
  return yaml.replace(list, (lines) => lines.replace(/[^\r\n]/g, ' '));
}
