/** CSL's types by BibLaTeX's names for them. */
const csl: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  'paper-conference': 'inproceedings',
  chapter: 'incollection',
  entry: 'inreference',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  manuscript: 'unpublished',
  speech: 'unpublished',
  legislation: 'legislation',
  legal_case: 'jurisdiction',
  'motion-picture': 'movie',
  'personal-communication': 'letter',
  pamphlet: 'booklet',
};

const same: ReadonlySet<string> = new Set(
  'book collection proceedings report thesis dataset software patent review periodical standard video'.split(' '),
);

/** BibLaTeX's name for a type of CSL. */
export function typeOfCsl(type: string): string {
  const known = csl[type.toLowerCase()];
  return known ?? (same.has(type.toLowerCase()) ? type.toLowerCase() : 'misc');
}

const risTypes: Readonly<Record<string, string>> = {
  JOUR: 'article',
  JFULL: 'periodical',
  ABST: 'article',
  MGZN: 'article',
  NEWS: 'article',
  EJOUR: 'article',
  INPR: 'article',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'collection',
  CHAP: 'incollection',
  ECHAP: 'incollection',
  CONF: 'proceedings',
  CPAPER: 'inproceedings',
  CPROC: 'inproceedings',
  THES: 'thesis',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'standard',
  PAT: 'patent',
  ELEC: 'online',
  WEB: 'online',
  BLOG: 'online',
  ICOMM: 'online',
  DATA: 'dataset',
  AGGR: 'dataset',
  DBASE: 'dataset',
  COMP: 'software',
  UNPB: 'unpublished',
  MANSCPT: 'unpublished',
  ENCYC: 'inreference',
  DICT: 'inreference',
};

/** BibLaTeX's name for a type of RIS. */
export function typeOfRis(type: string): string {
  return risTypes[type.toUpperCase()] ?? 'misc';
}

const hayagrivaTypes: Readonly<Record<string, string>> = {
  article: 'article',
  post: 'online',
  chapter: 'incollection',
  entry: 'inreference',
  anthos: 'incollection',
  anthology: 'collection',
  proceedings: 'proceedings',
  book: 'book',
  report: 'report',
  thesis: 'thesis',
  web: 'online',
  blog: 'online',
  thread: 'online',
  video: 'video',
  audio: 'audio',
  repository: 'software',
  patent: 'patent',
  legislation: 'legislation',
  case: 'jurisdiction',
  manuscript: 'unpublished',
  conference: 'proceedings',
  periodical: 'periodical',
  newspaper: 'periodical',
  reference: 'reference',
};

/** BibLaTeX's name for a type of Hayagriva, with that of what the work stands in. */
export function typeOfHayagriva(type: string, parent: string): string {
  if (type.toLowerCase() === 'article' && /^(?:proceedings|conference)$/i.test(parent)) return 'inproceedings';
  return hayagrivaTypes[type.toLowerCase()] ?? 'misc';
}
