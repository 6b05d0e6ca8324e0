import type { BibEntry } from './bibliography/entry.ts';
import type { NamedDocument } from './library.ts';
import type { DocumentId } from './verdicts/verdict.ts';

/** An entry with the bibliography file that holds it. */
export interface PlacedEntry {
  readonly entry: BibEntry;
  readonly bibliography: DocumentId;
}

/** Which document belongs to which entry. */
export interface Ties {
  readonly documentOf: ReadonlyMap<PlacedEntry, NamedDocument>;
  /** Documents that are another form of an entry's document, such as the PDF beside the HTML. */
  readonly otherForms: ReadonlySet<NamedDocument>;
}

/**
 * Ties each entry to at most one document: by its `file` field, DOI, arXiv identifier, its key as the file's name,
 * or its title. A stronger tie anywhere in the library is made before a weaker one.
 */
export function tieDocuments(documents: readonly NamedDocument[], entries: readonly PlacedEntry[]): Ties {
  const documentOf = new Map<PlacedEntry, NamedDocument>();
  const tied = new Set<NamedDocument>();
  for (const tie of [byPath, byFileName, byDoi, byArxiv, byKey, byFileStem, byTitle]) {
    const index = indexBy(documents, tie.ofDocument);
    for (const placed of entries) {
      if (documentOf.has(placed)) continue;
      const match = tie
        .ofEntry(placed)
        .flatMap((name) => index.get(name) ?? [])
        .find((document) => !tied.has(document));
      if (match === undefined) continue;
      documentOf.set(placed, match);
      tied.add(match);
    }
  }
  const stems = new Set([...tied].map(({ id }) => stemOf(normalPath(id))));
  const otherForms = new Set(
    documents.filter((document) => !tied.has(document) && stems.has(stemOf(normalPath(document.id)))),
  );
  return { documentOf, otherForms };
}

/** The words of a title alone: two titles are the same work where these are equal. */
export function canonicalTitle(title: string): string {
  return (
    title
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

/** A way to tie: the names an entry goes by and those a document goes by. */
interface Tie {
  readonly ofEntry: (placed: PlacedEntry) => readonly string[];
  readonly ofDocument: (document: NamedDocument) => readonly string[];
}

const byPath: Tie = {
  ofEntry: ({ entry, bibliography }) =>
    entry.files.map((file) => resolvePath(folderOf(normalPath(bibliography)), file)),
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

function withoutVersion(arxiv: string): string {
  return arxiv.toLowerCase().replace(/v\d+$/, '');
}

function normalPath(path: string): string {
  return path.replace(/\\/g, '/');
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The path against the folder; an absolute one stays. */
function resolvePath(folder: string, path: string): string {
  const normal = normalPath(path).replace(/^file:\/\//, '');
  const isAbsolute = normal.startsWith('/') || /^[A-Za-z]:\//.test(normal);
  const full = isAbsolute || folder === '' ? normal : `${folder}/${normal}`;
  const parts: string[] = [];
  for (const part of full.split('/')) {
    if (part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

/** The file's name without folder and extension. */
function nameOf(path: string): string {
  return stemOf(baseOf(normalPath(path))).toLowerCase();
}
