import type { CiteKey, Draft, Library, Source } from '../engine/index.ts';
import type { FieldsOf } from './entryFields.ts';
import { nociteOf } from './nocite.ts';

interface CitingDraft {
  readonly draft: Draft;
  readonly library: Library;
}

/**
 * The entries of a library that none of the drafts needs: neither cites nor names in `nocite`, also not by way of
 * another entry that refers to it.
 */
export function unusedEntries(library: Library, drafts: readonly CitingDraft[], fieldsOf: FieldsOf): Source[] {
  const used = new Set<string>();
  const use = (source: Source | undefined): void => {
    if (source === undefined || used.has(nameOf(source))) return;
    used.add(nameOf(source));
    for (const key of parentsOf(source, fieldsOf)) use(library.sources.get(key));
  };
  for (const { draft, library: own } of drafts) {
    const nocite = nociteOf(draft);
    if (nocite.all) for (const source of own.sources.values()) use(source);
    for (const { key } of [...draft.citations, ...nocite.keys]) use(own.sources.get(key));
  }
  return [...library.sources.values()].filter((source) => source.entry !== null && !used.has(nameOf(source)));
}

function nameOf({ bibliography, key }: Source): string {
  return `${bibliography}\n${key}`;
}

/** The fields by which an entry needs others. */
const referring: readonly string[] = ['crossref', 'xdata', 'xref', 'related', 'entryset'];

function parentsOf(source: Source, fieldsOf: FieldsOf): CiteKey[] {
  const names = referring.filter((name) => source.entry?.fieldNames.includes(name));
  const fields = names.length === 0 ? null : fieldsOf(source);
  const named = names.map((name) => fields?.get(name) ?? '');
  return named.flatMap((keys) => keys.split(',').map((key) => key.trim() as CiteKey)).filter((key) => key !== '');
}
