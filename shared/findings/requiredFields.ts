import type { BibEntry } from '../engine/index.ts';

/** The fields that an entry of each type must have; `a/b` is satisfied by either. */
export type RequiredFields = Readonly<Record<string, readonly string[]>>;

/**
 * What the manuals of both BibTeX and BibLaTeX require of a type, and what a reference list cannot do without for the
 * types of CSL. An article that only an archive has, names the archive in place of a journal.
 */
export const requiredFields: RequiredFields = {
  article: ['author', 'title', 'journal/journaltitle/eprint', 'year/date'],
  book: ['author/editor', 'title', 'year/date'],
  inbook: ['author/editor', 'title', 'year/date'],
  incollection: ['author', 'title', 'booktitle', 'year/date'],
  inproceedings: ['author', 'title', 'booktitle', 'year/date'],
  conference: ['author', 'title', 'booktitle', 'year/date'],
  proceedings: ['title', 'year/date'],
  thesis: ['author', 'title', 'school/institution', 'year/date'],
  phdthesis: ['author', 'title', 'school/institution', 'year/date'],
  mastersthesis: ['author', 'title', 'school/institution', 'year/date'],
  techreport: ['author', 'title', 'institution', 'year/date'],
  report: ['author', 'title', 'institution', 'year/date'],
  manual: ['title'],
  booklet: ['title'],
  unpublished: ['author', 'title'],
  online: ['title', 'url/doi/eprint'],
  'article-journal': ['author', 'title', 'container-title', 'issued'],
  'paper-conference': ['author', 'title', 'issued'],
  chapter: ['title', 'container-title', 'issued'],
};

/** What an entry that refers to another by one of these has from there. */
const references = ['crossref', 'xdata'];

/** The required fields that the entry lacks, in the order of the table: `author`, `journal or journaltitle or eprint`. */
export function missingFields(
  entry: BibEntry,
  fields: ReadonlyMap<string, string>,
  required: RequiredFields,
): readonly string[] {
  const isThere = (name: string): boolean => (fields.get(name.toLowerCase()) ?? '').trim() !== '';
  const inherits = references.some(isThere);
  return (required[entry.type] ?? [])
    .map((names) => names.split('/'))
    .filter((names) => !names.some((name) => isThere(name) || (inherits && isInherited(entry, name))))
    .map((names) => names.join(' or '));
}

/** True where the entry has the field once its reference is followed. */
function isInherited(entry: BibEntry, name: string): boolean {
  switch (name) {
    case 'author':
    case 'editor':
      return entry.authors.length > 0;
    case 'year':
    case 'date':
      return entry.year !== '';
    case 'title':
      return entry.title !== '';
    default:
      return entry.venue !== '';
  }
}
