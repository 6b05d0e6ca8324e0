import type { Problem } from '../problem.ts';
import type { Span } from '../text/span.ts';
import { detailsOfItem, fieldsOfItem, keyOfItem } from './cslItem.ts';
import { type BibEntry, createEntry } from './entry.ts';
import type { Bibliography, BibliographyFormat } from './format.ts';
import { listParts, valueSpan } from './yamlParts.ts';

/** CSL YAML: a list of items, below `references:` or alone. */
export const cslYaml: BibliographyFormat = {
  name: 'csl-yaml',
  extensions: ['.yaml', '.yml'],
  // In Hayagriva nothing but keys stands in the first column.
  recognizes: (head) => /^(?:references[ \t]{0,9}:|-[ \t])/m.test(head),
  read: (text) => readReferences(text, { start: 0, end: text.length }),
  detailsReader: () => null,
};

/**
 * The entries of `references:` in the YAML at `within`, or of the list that it is. Spans are offsets into `text`.
 */
export function readReferences(text: string, within: Span): Bibliography {
  const entries: BibEntry[] = [];
  const { parts, broken } = listParts(text, listWithin(text, within));
  const problems: Problem[] = broken.map(({ span, message }) => ({
    code: 'bib-entry-broken',
    message: `An item of the bibliography is no valid YAML and was left out: ${message}.`,
    span: { start: span.start, end: span.start + 1 },
  }));
  for (const part of parts) {
    const item = part.values;
    const key = keyOfItem(item);
    const keySpan = valueSpan(part, 'id');
    if (key === null || keySpan === null) {
      const message = 'An item of the bibliography has no `id` and was left out.';
      problems.push({ code: 'bib-entry-broken', message, span: { start: part.span.start, end: part.span.start + 1 } });
    } else entries.push(createEntry({ ...fieldsOfItem(item), key, span: part.span, keySpan }, detailsOfItem(item)));
  }
  return { entries, problems };
}

function listWithin(text: string, { start, end }: Span): Span {
  const opening = /^["']?references["']?[ \t]*:[ \t]*(?:#.*)?/gm;
  opening.lastIndex = start;
  const found = opening.exec(text);
  const from = found === null || found.index >= end ? start : opening.lastIndex;
  // The next key at the first column ends the list, and so does the end of the YAML.
  const closing = found === null ? /^\.\.\.[ \t]*$|^---[ \t]*$/gm : /^(?:[^\s#-]|---|\.\.\.)/gm;
  closing.lastIndex = found === null ? text.slice(start, end).search(/\S/) + start + 3 : from;
  const next = closing.exec(text);
  const list = { start: from, end: next === null ? end : Math.min(end, next.index) };
  // A document marker before the list.
  const marker = /^\s*---[ \t]*\r?\n/.exec(text.slice(list.start, list.end));
  return marker === null ? list : { start: list.start + marker[0].length, end: list.end };
}
