import type { Problem } from '../problem.ts';
import type { Span } from '../text/span.ts';
import { type BibEntry, citeKey, type Person } from './entry.ts';
import { readArxiv, readDoi } from './identifiers.ts';

/** Reads CSL JSON, item by item: one that is no valid JSON costs only itself. */
export function readCslJson(text: string): { entries: BibEntry[]; problems: Problem[] } {
  const entries: BibEntry[] = [];
  const problems: Problem[] = [];
  for (const { span, id } of scanItems(text)) {
    const item = parse(text.slice(span.start, span.end));
    const key = item?.id;
    if (item === null || (typeof key !== 'string' && typeof key !== 'number') || id === null) {
      const what = item === null ? 'is no valid JSON' : 'has no `id`';
      const message = `An item of the bibliography ${what} and was left out.`;
      problems.push({ code: 'bib-entry-broken', message, span: { start: span.start, end: span.start + 1 } });
      continue;
    }
    entries.push(toEntry(item, String(key), span, id));
  }
  if (entries.length === 0 && problems.length === 0 && text.trim() !== '' && text.trim() !== '[]') {
    const message =
      'The file is no CSL JSON bibliography: a list of items such as [{ "id": "smith2020" }] is expected.';
    problems.push({ code: 'bib-entry-broken', message, span: null });
  }
  return { entries, problems };
}

type Item = Readonly<Record<string, unknown>>;

function parse(json: string): Item | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Item) : null;
  } catch {
    return null;
  }
}

/** The objects of the outermost list, with the place of the value of `id`. */
function scanItems(text: string): { span: Span; id: Span | null }[] {
  const items: { span: Span; id: Span | null }[] = [];
  const tokens = /"((?:[^"\\]|\\[\s\S])*)"|[[\]{}]/g;
  let depth = 0;
  let start = -1;
  let id: Span | null = null;
  if (!/^\s*\[/.test(text)) return items;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const token = match[0];
    if (token === '{' || token === '[') {
      if (depth === 1 && token === '{') {
        start = match.index;
        id = null;
      }
      depth++;
    } else if (token === '}' || token === ']') {
      depth--;
      if (depth === 1 && start >= 0) {
        items.push({ span: { start, end: match.index + 1 }, id });
        start = -1;
      }
    } else if (depth === 2 && match[1] === 'id' && start >= 0 && id === null) {
      const value = /\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(-?\d+))/y;
      value.lastIndex = tokens.lastIndex;
      const found = value.exec(text);
      if (found === null) continue;
      const quote = found[1] === undefined ? 0 : 1;
      const length = (found[1] ?? found[2] ?? '').length;
      id = { start: value.lastIndex - quote - length, end: value.lastIndex - quote };
      tokens.lastIndex = value.lastIndex;
    }
  }
  return items;
}

function toEntry(item: Item, key: string, span: Span, keySpan: Span): BibEntry {
  const text = (name: string): string => {
    const value = item[name];
    return typeof value === 'string' || typeof value === 'number' ? plain(String(value)) : '';
  };
  const doi = readDoi(text('DOI')) ?? (/doi\.org/.test(text('URL')) ? readDoi(text('URL')) : null);
  const arxiv = ['number', 'DOI', 'URL', 'note', 'publisher', 'container-title'].map((name) => readArxiv(text(name)));
  return {
    key: citeKey(key),
    type: text('type'),
    title: text('title'),
    authors: persons(item.author ?? item.editor),
    year: yearOf(item.issued),
    venue: text('container-title') || text('publisher'),
    doi,
    arxiv: arxiv.find((found) => found !== null) ?? null,
    url: text('URL') || null,
    abstract: text('abstract') || null,
    files: [],
    span,
    keySpan,
  };
}

function plain(text: string): string {
  return text
    .replace(/<\/?(?:i|b|sub|sup|span|sc)(?:\s[^>]*)?>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function persons(value: unknown): Person[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((person: Item | null) => {
    const part = (name: string): string => (typeof person?.[name] === 'string' ? (person[name] as string) : '');
    const particle = part('non-dropping-particle') || part('dropping-particle');
    const family = `${particle} ${part('family') || part('literal')}`.trim();
    return family === '' ? [] : [{ family, given: `${part('given')} ${part('suffix')}`.trim() }];
  });
}

function yearOf(value: unknown): string {
  const parts = (value as { 'date-parts'?: unknown[][]; raw?: unknown; literal?: unknown } | undefined) ?? {};
  const year = parts['date-parts']?.[0]?.[0];
  if (typeof year === 'number' || typeof year === 'string') return String(year);
  return /\d{4}/.exec(String(parts.raw ?? parts.literal ?? ''))?.[0] ?? '';
}
