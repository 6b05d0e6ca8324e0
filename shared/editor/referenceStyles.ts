export type ReferenceField =
  | 'authors'
  | 'year'
  | 'title'
  | 'container'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'editors'
  | 'publisher';

/** A part of a rendered reference; left out with all that is around it where the work does not tell it. */
export interface ReferencePart {
  readonly field: ReferenceField;
  /** Marks at its beginning only part it from what stands before. */
  readonly before: string;
  readonly after: string;
  readonly isItalic: boolean;
}

/** Parts that stand together, and what is around them; left out where the work tells none of them. */
export interface ReferenceSentence {
  readonly before: string;
  readonly parts: readonly ReferencePart[];
  readonly end: '.' | ',' | '';
}

/** How the names of authors are written. */
export interface NameStyle {
  /** Which of them have their family name first. */
  readonly inverted: 'first' | 'all' | 'none';
  /** `Jane`, `J.` or `J` */
  readonly given: 'full' | 'initials' | 'letters';
  /** Between the family name and what follows it where that is first. */
  readonly comma: ', ' | ' ';
  /** Before the last of several. */
  readonly last: string;
  /** Longer lists are cut to the first `shown`. */
  readonly most: number;
  readonly shown: number;
}

/** How the editors of a book are written. */
export interface EditorStyle {
  readonly names: NameStyle;
  /** What stands behind one name, and behind several. */
  readonly one: string;
  readonly several: string;
}

export interface ReferenceStyle {
  readonly names: NameStyle;
  readonly editors: EditorStyle;
  /** What stands in a journal, what is a part of a book or of proceedings, and what stands alone. */
  readonly journal: readonly ReferenceSentence[];
  readonly part: readonly ReferenceSentence[];
  readonly alone: readonly ReferenceSentence[];
}

export type ReferenceStyleName = 'author-date' | 'apa' | 'ieee' | 'vancouver';

const part = (field: ReferenceField, before = '', after = ''): ReferencePart => ({
  field,
  before,
  after,
  isItalic: false,
});

const italic = (field: ReferenceField, before = '', after = ''): ReferencePart => ({
  ...part(field, before, after),
  isItalic: true,
});

const begun = (before: string, ...parts: readonly ReferencePart[]): ReferenceSentence => ({ before, parts, end: '.' });

const sentence = (...parts: readonly ReferencePart[]): ReferenceSentence => begun('', ...parts);

function authorDate(): ReferenceStyle {
  const names: NameStyle = { inverted: 'first', given: 'full', comma: ', ', last: ', and ', most: 10, shown: 7 };
  const work = [
    sentence(part('authors')),
    sentence(part('year')),
    { before: '', parts: [part('title', '“', '.”')], end: '' },
  ] as const;
  return {
    names,
    editors: { names: { ...names, inverted: 'none' }, one: '', several: '' },
    journal: [
      ...work,
      sentence(italic('container'), part('volume', ' '), part('issue', ' (', ')'), part('pages', ': ')),
    ],
    part: [
      ...work,
      begun('In ', italic('container'), part('editors', ', edited by '), part('pages', ', ')),
      sentence(part('publisher')),
    ],
    alone: [...work, begun('Edited by ', part('editors')), sentence(part('publisher'))],
  };
}

function apa(): ReferenceStyle {
  const names: NameStyle = { inverted: 'all', given: 'initials', comma: ', ', last: ', & ', most: 20, shown: 19 };
  const work = [
    { before: '', parts: [part('authors')], end: '' },
    sentence(part('year', '(', ')')),
    sentence(part('title')),
  ] as const;
  return {
    names,
    editors: { names: { ...names, inverted: 'none' }, one: ' (Ed.)', several: ' (Eds.)' },
    journal: [
      ...work,
      sentence(italic('container'), italic('volume', ', '), part('issue', '(', ')'), part('pages', ', ')),
    ],
    part: [
      ...work,
      begun('In ', part('editors'), italic('container', ', '), part('pages', ' (pp. ', ')')),
      sentence(part('publisher')),
    ],
    alone: [...work, sentence(part('publisher'))],
  };
}

function ieee(): ReferenceStyle {
  const names: NameStyle = { inverted: 'none', given: 'initials', comma: ', ', last: ', and ', most: 6, shown: 1 };
  const work = [
    { before: '', parts: [part('authors')], end: ',' },
    { before: '', parts: [part('title', '“', ',”')], end: '' },
  ] as const;
  return {
    names,
    editors: { names, one: ', Ed.', several: ', Eds.' },
    journal: [
      ...work,
      sentence(
        italic('container'),
        part('volume', ', vol. '),
        part('issue', ', no. '),
        part('pages', ', pp. '),
        part('year', ', '),
      ),
    ],
    part: [
      ...work,
      sentence(
        italic('container', 'in '),
        part('editors', ', '),
        part('publisher', ', '),
        part('year', ', '),
        part('pages', ', pp. '),
      ),
    ],
    alone: [...work, sentence(part('editors', ', '), part('publisher', ', '), part('year', ', '))],
  };
}

function vancouver(): ReferenceStyle {
  const names: NameStyle = { inverted: 'all', given: 'letters', comma: ' ', last: ', ', most: 6, shown: 6 };
  const work = [sentence(part('authors')), sentence(part('title'))] as const;
  const published = sentence(part('publisher'), part('year', '; '));
  return {
    names,
    editors: { names, one: ', editor', several: ', editors' },
    journal: [
      ...work,
      sentence(part('container')),
      sentence(part('year'), part('volume', ';'), part('issue', '(', ')'), part('pages', ':')),
    ],
    part: [...work, begun('In: ', part('editors'), part('container', '. ')), published, begun('p. ', part('pages'))],
    alone: [...work, published],
  };
}

/** The families of styles that most others are near to. */
export const referenceStyles: Readonly<Record<ReferenceStyleName, ReferenceStyle>> = {
  'author-date': authorDate(),
  apa: apa(),
  ieee: ieee(),
  vancouver: vancouver(),
};

/** Names of styles, as documents give them, by the family they are nearest to; the first that fits counts. */
const families: readonly (readonly [RegExp, ReferenceStyleName])[] = [
  [/apa|american-psychological|psycholog/, 'apa'],
  [/vancouver|nature|nlm|national-library|medic|ama\b|plos|bmj|lancet|cell|science|biomed/, 'vancouver'],
  [/ieee|acm|lncs|springer|numeric|plain|unsrt|abbrv|aaai|siam|math/, 'ieee'],
];

/** The family that a style is nearest to; author and date where the name tells nothing. */
export function nearestStyle(name: string): ReferenceStyleName {
  const plain = name.toLowerCase();
  return families.find(([pattern]) => pattern.test(plain))?.[1] ?? 'author-date';
}
