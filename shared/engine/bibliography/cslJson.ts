import type { Problem } from '../problem.ts';
import type { Span } from '../text/span.ts';
import { type CslItem, detailsOfItem, fieldsOfItem, keyOfItem } from './cslItem.ts';
import { type BibEntry, createEntry, type DetailsReader } from './entry.ts';
import type { Bibliography, BibliographyFormat } from './format.ts';
import { createSharedNames } from './sharedNames.ts';
import { cslOfZotero } from './zoteroItem.ts';

/** CSL JSON: a list of items, or an object with the list in `items` or `references`, as reference managers write it. */
export const cslJson: BibliographyFormat = {
  name: 'csl-json',
  extensions: ['.json'],
  recognizes: (head) => /^\s{0,99}(?:\[\s{0,99}(?:\{|\])|\{\s{0,99}")/.test(head),
  read: readCslJson,
  detailsReader,
};

/** Item by item: one that is no valid JSON costs only itself. */
function readCslJson(text: string): Bibliography {
  const entries: BibEntry[] = [];
  const problems: Problem[] = [];
  const details = detailsReader(text);
  const share = createSharedNames();
  const items = scanItems(text);
  for (const { span, id } of items ?? []) {
    const item = parse(text.slice(span.start, span.end));
    const key = item === null ? null : keyOfItem(item);
    if (item === null || key === null || id === null) {
      const what = item === null ? 'is no valid JSON' : 'has no `id`';
      const message = `An item of the bibliography ${what} and was left out.`;
      problems.push({ code: 'bib-entry-broken', message, span: { start: span.start, end: span.start + 1 } });
      continue;
    }
    const fields = fieldsOfItem(item);
    entries.push(createEntry({ ...fields, fieldNames: share(fields.fieldNames), key, span, keySpan: id }, details));
  }
  if (items === null && text.trim() !== '') {
    const message =
      'The file is no CSL JSON bibliography: a list of items such as [{ "id": "smith2020" }] is expected.';
    problems.push({ code: 'bib-entry-broken', message, span: null });
  }
  return { entries, problems };
}

function detailsReader(text: string): DetailsReader {
  return ({ start, end }) => detailsOfItem(parse(text.slice(start, end)) ?? {});
}

function parse(json: string): CslItem | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? cslOfZotero(value as CslItem) : null;
  } catch {
    return null;
  }
}

interface ScannedItem {
  readonly span: Span;
  /** The value of `id`, without its quotes. */
  readonly id: Span | null;
}

/** The objects of the list, with the place of the key of each; null where there is no list. */
function scanItems(text: string): ScannedItem[] | null {
  const items: ScannedItem[] = [];
  const tokens = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|[[\]{}]/g;
  let list = /^\s*\[/.test(text) ? 1 : 0;
  let depth = 0;
  let start = -1;
  let keys = new Map<string, Span>();
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const token = match[0];
    if (token === '{' || token === '[') {
      if (list > 0 && depth === list && token === '{') {
        start = match.index;
        keys = new Map();
      }
      depth++;
    } else if (token === '}' || token === ']') {
      depth--;
      if (list > 0 && depth === list && start >= 0) {
        const id = KEYS.map((name) => keys.get(name)).find((span) => span !== undefined) ?? null;
        items.push({ span: { start, end: match.index + 1 }, id });
        start = -1;
      }
      if (depth < list) break;
    } else if (list === 0 && depth === 1 && /^(?:items|references)$/.test(match[1] ?? '')) {
      const opening = /\s*:\s*(?=\[)/y;
      opening.lastIndex = tokens.lastIndex;
      if (opening.test(text)) list = 2;
    } else if (start >= 0 && depth === list + 1 && KEYS.includes(match[1] ?? '')) {
      const value = valueAfter(text, tokens.lastIndex);
      if (value === null || keys.has(match[1] as string)) continue;
      keys.set(match[1] as string, value.span);
      tokens.lastIndex = value.end;
    }
  }
  return list === 0 ? null : items;
}

/** Zotero's own JSON has its keys under other names. */
const KEYS: readonly string[] = ['id', 'citationKey', 'citekey', 'citation-key'];

function valueAfter(text: string, at: number): { readonly span: Span; readonly end: number } | null {
  const value = /\s*:\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|(-?\d+))/y;
  value.lastIndex = at;
  const found = value.exec(text);
  if (found === null) return null;
  const end = value.lastIndex - (found[1] === undefined ? 0 : 1);
  const length = (found[1] ?? found[2] ?? '').length;
  return { span: { start: end - length, end }, end: value.lastIndex };
}
