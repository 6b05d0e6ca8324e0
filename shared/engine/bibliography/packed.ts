import type { Problem } from '../problem.ts';
import { citeKey, createEntry, type EntryDetails, keptDetails, noDetails, type Person } from './entry.ts';
import type { Bibliography } from './format.ts';
import { formatOf } from './formats.ts';

/** A bibliography as plain data that is small to keep and fast to read; with the text of its file it is whole again. */
export interface PackedBibliography {
  readonly entries: readonly PackedEntry[];
  /** Lists of field names, to which entries point: there are few of them. */
  readonly fieldNames: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

/** The fields in a fixed order: their names would be half of all that is kept. */
type PackedEntry = readonly [
  key: string,
  aliases: readonly string[],
  type: string,
  title: string,
  /** Family and given names in turn. */
  authors: readonly string[],
  year: string,
  venue: string,
  doi: string | null,
  arxiv: string | null,
  url: string | null,
  files: readonly string[],
  fieldNames: number,
  start: number,
  end: number,
  keyStart: number,
  keyEnd: number,
  /** Null where the file tells them. */
  details: EntryDetails | null,
];

export function packBibliography({ entries, problems }: Bibliography): PackedBibliography {
  const lists = new Map<string, number>();
  const fieldNames: (readonly string[])[] = [];
  const indexOf = (names: readonly string[]): number => {
    const id = names.join(' ');
    const index = lists.get(id) ?? fieldNames.push(names) - 1;
    lists.set(id, index);
    return index;
  };
  const packed = entries.map(
    (entry): PackedEntry => [
      entry.key,
      entry.aliases,
      entry.type,
      entry.title,
      entry.authors.flatMap(({ family, given }) => [family, given]),
      entry.year,
      entry.venue,
      entry.doi,
      entry.arxiv,
      entry.url,
      entry.files,
      indexOf(entry.fieldNames),
      entry.span.start,
      entry.span.end,
      entry.keySpan.start,
      entry.keySpan.end,
      keptDetails(entry),
    ],
  );
  return { entries: packed, fieldNames, problems };
}

/** What `packBibliography` was given: `path` and `text` are those of the file that was read. */
export function unpackBibliography(path: string, text: string, packed: PackedBibliography): Bibliography {
  const read = formatOf(path, text).detailsReader(text) ?? (() => noDetails);
  const entries = packed.entries.map((row) =>
    createEntry(
      {
        key: citeKey(row[0]),
        aliases: row[1].map(citeKey),
        type: row[2],
        title: row[3],
        authors: personsIn(row[4]),
        year: row[5],
        venue: row[6],
        doi: row[7],
        arxiv: row[8],
        url: row[9],
        files: row[10],
        fieldNames: packed.fieldNames[row[11]] ?? [],
        span: { start: row[12], end: row[13] },
        keySpan: { start: row[14], end: row[15] },
      },
      row[16] ?? read,
    ),
  );
  return { entries, problems: packed.problems };
}

function personsIn(names: readonly string[]): Person[] {
  const persons: Person[] = [];
  for (let at = 0; at + 1 < names.length; at += 2)
    persons.push({ family: names[at] as string, given: names[at + 1] as string });
  return persons;
}
