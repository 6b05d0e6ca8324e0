import type { BibEntry } from '../engine/index.ts';

/** The fields that an entry of each type must have; `a/b` is satisfied by either. */
export type RequiredFields = Readonly<Record<string, readonly string[]>>;

/**
 * What the manuals of both BibTeX and BibLaTeX require of a type. An article that only an archive has, names the
 * archive in place of a journal.
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
};

/** Other names of a field, in the formats of bibliographies: what satisfies it, too. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  author: ['au', 'a1'],
  editor: ['ed', 'a2'],
  title: ['ti', 't1'],
  journal: ['journaltitle', 'container-title', 'jo', 'jf', 'ja', 'j1', 'j2', 't2', 'parent'],
  booktitle: ['maintitle', 'container-title', 'event-title', 'event', 'bt', 'c3', 't2', 'j2', 'parent'],
  institution: ['school', 'publisher', 'organization', 'pb'],
  publisher: ['pb', 'institution', 'organization'],
  year: ['date', 'issued', 'py', 'y1', 'da'],
  doi: ['do'],
  url: ['ur', 'howpublished'],
};

/** The required fields that the entry lacks, in the order of the table: `author`, `journal or eprint`. */
export function missingFields(entry: BibEntry, required: RequiredFields): readonly string[] {
  // A draft is looked at after every keystroke, and its entries stay the same.
  const last = known.get(entry);
  if (last?.required === required) return last.missing;
  const missing = (required[entry.type] ?? [])
    .map((names) => names.toLowerCase().split('/'))
    .filter((names) => !names.some((name) => hasField(entry, name)))
    .map((names) => names.join(' or '));
  known.set(entry, { required, missing });
  return missing;
}

const known = new WeakMap<BibEntry, { required: RequiredFields; missing: readonly string[] }>();

/** True where the entry has the field under any name of its format, or what was read of it says the same. */
function hasField(entry: BibEntry, name: string): boolean {
  return [name, ...(otherNames[name] ?? [])].some((one) => entry.fieldNames.includes(one)) || isRead(entry, name);
}

function isRead(entry: BibEntry, name: string): boolean {
  switch (name) {
    case 'journal':
      // Of an item of CSL, which has an `id`, the publisher is printed instead.
      return entry.fieldNames.includes('id') && entry.fieldNames.includes('publisher');
    case 'title':
      return entry.title !== '';
    case 'year':
      return entry.year !== '';
    case 'doi':
      return entry.doi !== null;
    case 'eprint':
      return entry.arxiv !== null;
    case 'url':
      return entry.url !== null;
    default:
      return false;
  }
}
