/** A part of a rendered reference; left out with all that is around it where the work does not tell it. */
export interface ReferencePart {
  readonly field: 'authors' | 'year' | 'title' | 'venue';
  readonly before: string;
  readonly after: string;
  readonly isItalic: boolean;
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

export interface ReferenceStyle {
  readonly names: NameStyle;
  readonly parts: readonly ReferencePart[];
}

export type ReferenceStyleName = 'author-date' | 'apa' | 'ieee' | 'vancouver';

const part = (field: ReferencePart['field'], before: string, after: string, isItalic = false): ReferencePart => ({
  field,
  before,
  after,
  isItalic,
});

/** The families of styles that most others are near to. */
export const referenceStyles: Readonly<Record<ReferenceStyleName, ReferenceStyle>> = {
  'author-date': {
    names: { inverted: 'first', given: 'full', comma: ', ', last: ', and ', most: 10, shown: 7 },
    parts: [part('authors', '', '.'), part('year', '', '.'), part('title', '“', '.”'), part('venue', '', '.', true)],
  },
  apa: {
    names: { inverted: 'all', given: 'initials', comma: ', ', last: ', & ', most: 20, shown: 19 },
    parts: [part('authors', '', ''), part('year', '(', ').'), part('title', '', '.'), part('venue', '', '.', true)],
  },
  ieee: {
    names: { inverted: 'none', given: 'initials', comma: ', ', last: ', and ', most: 6, shown: 1 },
    parts: [part('authors', '', ','), part('title', '“', ',”'), part('venue', '', ',', true), part('year', '', '.')],
  },
  vancouver: {
    names: { inverted: 'all', given: 'letters', comma: ' ', last: ', ', most: 6, shown: 6 },
    parts: [part('authors', '', '.'), part('title', '', '.'), part('venue', '', '.'), part('year', '', '.')],
  },
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
