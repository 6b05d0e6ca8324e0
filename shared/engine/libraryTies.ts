import type { BibEntry } from './bibliography/entry.ts';
import type { NamedDocument } from './library.ts';
import { bestForm, createWorks, formRank } from './libraryForms.ts';
import { baseOf, canonicalTitle, folderOf, nameOf, normalPath, resolvePath, withoutVersion } from './libraryNames.ts';
import type { DocumentId } from './verdicts/verdict.ts';

/** An entry with the bibliography file that holds it. */
export interface PlacedEntry {
  readonly entry: BibEntry;
  readonly bibliography: DocumentId;
}

/** Which document belongs to which entry. */
export interface Ties {
  readonly documentOf: ReadonlyMap<PlacedEntry, NamedDocument>;
  /** Documents that are another form of a work that is read better elsewhere, such as the PDF beside the HTML. */
  readonly otherForms: ReadonlySet<NamedDocument>;
}

/**
 * Ties each entry to at most one document: by its `file` field, DOI, arXiv identifier, its key as the file's name,
 * or its title. A stronger tie anywhere in the library is made before a weaker one. Of the forms of a work the one
 * that is read best counts, unless the `file` field names another.
 */
export function tieDocuments(documents: readonly NamedDocument[], entries: readonly PlacedEntry[]): Ties {
  const ordered = documents.toSorted((a, b) => formRank(a) - formRank(b));
  const documentOf = new Map<PlacedEntry, NamedDocument>();
  const tied = new Map<NamedDocument, PlacedEntry>();
  const named = new Set<NamedDocument>();
  const works = createWorks(ordered);
  for (const tie of [byPath, byFileName, byDoi, byArxiv, byKey, byFileStem, byTitle]) {
    const index = indexBy(ordered, tie.ofDocument);
    // A document that is tied and alone in its name can neither be tied again nor be a form of another.
    for (const [name, [one, ...more]] of index) if (one && tied.has(one) && more.length === 0) index.delete(name);
    if (index.size === 0) continue;
    for (const placed of entries) {
      const found = foundBy(tie.ofEntry(placed), index);
      // Most entries of a large bibliography have no document.
      if (found.length === 0) continue;
      if (tie === byDoi || tie === byArxiv || tie === byKey || tie === byTitle) works.join(found);
      const match = documentOf.has(placed) ? undefined : found.find((document) => !tied.has(document));
      if (match === undefined) continue;
      documentOf.set(placed, match);
      tied.set(match, placed);
      if ((tie === byPath || tie === byFileName) && formRank(match) === 0) named.add(match);
    }
  }
  const otherForms = new Set<NamedDocument>();
  for (const forms of works.all()) {
    const chosen = forms.find((one) => tied.has(one));
    const rivals = forms.filter((one) => one === chosen || !tied.has(one));
    const best = chosen !== undefined && named.has(chosen) ? chosen : bestForm(rivals);
    const entry = chosen && tied.get(chosen);
    if (entry) documentOf.set(entry, best);
    for (const one of rivals) if (one !== best) otherForms.add(one);
  }
  return { documentOf, otherForms };
}

function foundBy(
  names: readonly string[],
  index: ReadonlyMap<string, readonly NamedDocument[]>,
): readonly NamedDocument[] {
  if (names.length === 1) return index.get(names[0] as string) ?? nothing;
  return names.length === 0 ? nothing : names.flatMap((name) => index.get(name) ?? []);
}

const nothing: readonly never[] = [];

/** A way to tie: the names an entry goes by and those a document goes by. */
interface Tie {
  readonly ofEntry: (placed: PlacedEntry) => readonly string[];
  readonly ofDocument: (document: NamedDocument) => readonly string[];
}

const byPath: Tie = {
  ofEntry: ({ entry, bibliography }) =>
    entry.files.length === 0
      ? nothing
      : entry.files.map((file) => resolvePath(folderOf(normalPath(bibliography)), file)),
  ofDocument: ({ id }) => [normalPath(id)],
};
const byFileName: Tie = {
  ofEntry: ({ entry }) => entry.files.map((file) => baseOf(normalPath(file))),
  ofDocument: ({ id }) => [baseOf(normalPath(id))],
};
const byDoi: Tie = {
  ofEntry: ({ entry }) => (entry.doi === null ? [] : [entry.doi.toLowerCase()]),
  ofDocument: ({ document }) => (document.metadata.doi === null ? [] : [document.metadata.doi.toLowerCase()]),
};
const byArxiv: Tie = {
  ofEntry: ({ entry }) => (entry.arxiv === null ? [] : [withoutVersion(entry.arxiv)]),
  ofDocument: ({ document }) => (document.metadata.arxiv === null ? [] : [withoutVersion(document.metadata.arxiv)]),
};
const byKey: Tie = {
  ofEntry: ({ entry }) => [entry.key.toLowerCase()],
  ofDocument: ({ id }) => [nameOf(id)],
};
/** `paper.pdf` in the entry, `paper.md` in the library. */
const byFileStem: Tie = {
  ofEntry: ({ entry }) => entry.files.map((file) => nameOf(normalPath(file))),
  ofDocument: ({ id }) => [nameOf(id)],
};
const byTitle: Tie = {
  ofEntry: ({ entry }) => titleWords(entry.title),
  ofDocument: ({ document }) => titleWords(document.metadata.title ?? ''),
};

/** A title of one word could be anyone's. */
function titleWords(title: string): string[] {
  const words = canonicalTitle(title);
  return words.includes(' ') ? [words] : [];
}

function indexBy(
  documents: readonly NamedDocument[],
  names: (document: NamedDocument) => readonly string[],
): Map<string, NamedDocument[]> {
  const index = new Map<string, NamedDocument[]>();
  for (const document of documents) {
    for (const name of names(document)) {
      const list = index.get(name);
      if (list === undefined) index.set(name, [document]);
      else list.push(document);
    }
  }
  return index;
}
