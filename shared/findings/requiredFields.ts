import type { BibEntry } from '../engine/index.ts';

/** The fields that an entry of each type must have; `a/b` is satisfied by either. */
export type RequiredFields = Readonly<Record<string, readonly string[]>>;

/**
 * What the manuals of both BibTeX and BibLaTeX require of a type, and the same of the types of CSL. An article that
 * only an archive has, names the archive in place of a journal.
 */
export const requiredFields: RequiredFields = {
  article: ['author', 'title', 'journal/eprint', 'year'],
  book: ['author/editor', 'title', 'year'],
  inbook: ['author/editor', 'title', 'year'],
  incollection: ['author', 'title', 'booktitle', 'year'],
  inproceedings: ['author', 'title', 'booktitle', 'year'],
  conference: ['author', 'title', 'booktitle', 'year'],
  proceedings: ['title', 'year'],
  thesis: ['author', 'title', 'institution', 'year'],
  phdthesis: ['author', 'title', 'institution', 'year'],
  mastersthesis: ['author', 'title', 'institution', 'year'],
  techreport: ['author', 'title', 'institution', 'year'],
  report: ['author', 'title', 'institution', 'year'],
  manual: ['title'],
  booklet: ['title'],
  unpublished: ['author', 'title'],
  online: ['title', 'url/doi/eprint'],
  'article-journal': ['author', 'title', 'journal', 'year'],
  'paper-conference': ['author', 'title', 'year'],
  chapter: ['title', 'booktitle', 'year'],
};

/** Other names of a field, in the formats of bibliographies: what satisfies it, too. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  author: ['au', 'a1'],
  editor: ['ed', 'a2'],
  title: ['ti', 't1'],
  journal: ['journaltitle', 'container-title', 'jo', 'jf', 'ja', 't2', 'parent'],
  booktitle: ['maintitle', 'container-title', 'event-title', 'event', 'bt', 't2', 'parent'],
  institution: ['school', 'publisher', 'organization', 'pb'],
  publisher: ['pb', 'institution', 'organization'],
  year: ['date', 'issued', 'py', 'y1', 'da'],
  doi: ['do'],
  url: ['ur', 'howpublished'],
};

/** What an entry that refers to another by one of these has from there. */
const references = ['crossref', 'xdata'];

/** The required fields that the entry lacks, in the order of the table: `author`, `journal or eprint`. */
export function missingFields(
  entry: BibEntry,
  fields: ReadonlyMap<string, string>,
  required: RequiredFields,
): readonly string[] {
  // A draft is looked at after every keystroke, and its entries stay the same.
  const last = known.get(fields);
  if (last?.required === required) return last.missing;
  const missing = findMissing(entry, fields, required);
  known.set(fields, { required, missing });
  return missing;
}

const known = new WeakMap<ReadonlyMap<string, string>, { required: RequiredFields; missing: readonly string[] }>();

function findMissing(entry: BibEntry, fields: ReadonlyMap<string, string>, required: RequiredFields): string[] {
  const isThere = (name: string): boolean => (fields.get(name.toLowerCase()) ?? '').trim() !== '';
  const inherits = references.some(isThere);
  const isSatisfied = (name: string): boolean =>
    [name, ...(otherNames[name] ?? [])].some(isThere) || (inherits && isInherited(entry, name));
  return (required[entry.type] ?? [])
    .map((names) => names.split('/'))
    .filter((names) => !names.some(isSatisfied))
    .map((names) => names.join(' or '));
}

/** True where the entry has the field once its reference is followed. */
function isInherited(entry: BibEntry, name: string): boolean {
  switch (name) {
    case 'author':
    case 'editor':
      return entry.authors.length > 0;
    case 'year':
      return entry.year !== '';
    case 'title':
      return entry.title !== '';
    default:
      return entry.venue !== '';
  }
}
