import type { SourceDocument } from '../documents/document.ts';
import type { Library, Source } from '../library.ts';
import { joined, words } from './names.ts';
import { withoutBrackets } from './tableLexicon.ts';

/** A table of a source, by its place among the source's tables. */
export interface SourcedTable {
  readonly source: Source;
  readonly tableIndex: number;
}

/** Names longer than this, in words, are not looked for. */
const LONGEST = 8;

/** The tables of a library with a row whose name stands whole in a text; those with the longest name first. */
export function tablesWithRowsIn(text: string, library: Library): SourcedTable[] {
  const names = runsOfWords(text);
  const found: { table: SourcedTable; length: number }[] = [];
  for (const source of library.sources.values()) {
    if (source.document === null) continue;
    const rows = rowNames(source.document);
    const lengths = new Map<number, number>();
    for (const [name, length] of names)
      for (const tableIndex of rows.get(name) ?? [])
        lengths.set(tableIndex, Math.max(length, lengths.get(tableIndex) ?? 0));
    for (const [tableIndex, length] of lengths) found.push({ table: { source, tableIndex }, length });
  }
  return found.sort((a, b) => b.length - a.length).map(({ table }) => table);
}

/** The names of a document's rows, in canonical form, with the tables that have such a row. Computed once. */
export function rowNames(document: SourceDocument): ReadonlyMap<string, readonly number[]> {
  const known = namesOf.get(document);
  if (known !== undefined) return known;
  const names = new Map<string, number[]>();
  document.tables.forEach((table, index) => {
    const inTable = new Set<string>();
    for (const { header } of table.rows)
      for (const { text } of header)
        for (const spelling of [text, withoutBrackets(text)]) inTable.add(joined(spelling));
    for (const name of inTable) {
      if (!/\p{L}/u.test(name)) continue;
      const tables = names.get(name);
      if (tables === undefined) names.set(name, [index]);
      else tables.push(index);
    }
  });
  namesOf.set(document, names);
  return names;
}

const namesOf = new WeakMap<SourceDocument, ReadonlyMap<string, readonly number[]>>();

/** Every run of neighbouring words, run together, with its length in characters. */
function runsOfWords(text: string): Map<string, number> {
  const found = words(text);
  const runs = new Map<string, number>();
  for (let first = 0; first < found.length; first++) {
    let run = '';
    for (const { form } of found.slice(first, first + LONGEST)) {
      run += form;
      if (run.length > 1) runs.set(run, run.length);
    }
  }
  return runs;
}
