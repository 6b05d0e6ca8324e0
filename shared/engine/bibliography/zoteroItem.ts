import type { CslItem } from './cslItem.ts';

/** Zotero's own form of an item, as Better BibTeX exports it, in the terms of CSL; what is CSL already stays as it is. */
export function cslOfZotero(item: CslItem): CslItem {
  const type = item.itemType;
  if (typeof type !== 'string') return item;
  const creators = Array.isArray(item.creators) ? (item.creators as CslItem[]) : [];
  const people = (role: string): CslItem[] | undefined => {
    const found = creators.filter((one) => one.creatorType === role);
    return found.length === 0
      ? undefined
      : found.map(({ lastName, firstName, name }) =>
          name === undefined ? { family: lastName, given: firstName } : { literal: name },
        );
  };
  const csl: Record<string, unknown> = {
    id: item.citationKey ?? item.citekey ?? item['citation-key'] ?? item.id,
    type: TYPES[type] ?? 'document',
    author: people('author'),
    editor: people('editor'),
    issued: item.date,
    'container-title': item.publicationTitle ?? item.proceedingsTitle ?? item.bookTitle ?? item.websiteTitle,
    publisher: item.publisher ?? item.institution ?? item.university ?? item.repository,
    'publisher-place': item.place,
    URL: item.url,
    page: item.pages,
    abstract: item.abstractNote,
    note: item.extra,
    'collection-title': item.series,
  };
  for (const name of ['title', 'volume', 'issue', 'number', 'edition', 'DOI', 'ISBN']) csl[name] = item[name];
  return Object.fromEntries(Object.entries(csl).filter(([, value]) => value !== undefined && value !== ''));
}

const TYPES: Readonly<Record<string, string>> = {
  journalArticle: 'article-journal',
  magazineArticle: 'article-magazine',
  newspaperArticle: 'article-newspaper',
  conferencePaper: 'paper-conference',
  preprint: 'article',
  book: 'book',
  bookSection: 'chapter',
  thesis: 'thesis',
  report: 'report',
  webpage: 'webpage',
  blogPost: 'post-weblog',
  dataset: 'dataset',
  computerProgram: 'software',
  patent: 'patent',
  manuscript: 'manuscript',
  presentation: 'speech',
  standard: 'standard',
};
