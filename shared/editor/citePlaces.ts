import type { CitationStyle, DraftSyntax } from '../engine/index.ts';

/** A kind of place at which a key can be written, by what stands before the caret. */
export interface CitePlace {
  readonly style: CitationStyle;
  /**
   * Its group `query` is what was typed of the key, `group` the citation group before it, where it has one, and `mark` a
   * mark before it that is replaced too.
   */
  readonly before: RegExp;
  /** What is written before, between and behind the chosen keys. */
  readonly open: string;
  readonly between: string;
  readonly close: string;
  /** The rest of a key behind the caret, which the chosen key replaces too. */
  readonly rest: RegExp;
}

// The typed words of a key: what a key may hold, then up to three words more, by which authors, titles and years are found.
const words = String.raw`(?: [\p{L}\p{N}\p{M}'-]+){0,3} ?`;
const marked = String.raw`(?<query>|[\p{L}\p{N}\p{M}_:.#$%&+?<>~/-]+|[\p{L}\p{N}\p{M}_-]+${words})$`;
/** An `@` behind one of these belongs to an e-mail address, a path or a handle. */
const free = String.raw`(?<![\p{L}\p{N}_/.@\\+])`;
const listed = String.raw`(?<query>|[^\s,{}\x60\]]+|[\p{L}\p{N}\p{M}_-]+${words})$`;

const pandocRest = /^(?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?/u;
const listRest = /^[^\s,;{}[\]()<>`"']*/;
const none = /^/;

/** `@ke`, `[@ke`, `[see @a; -@{ke`; or, in a group that is open, what stands behind its last semicolon. */
const pandoc: readonly CitePlace[] = [
  {
    style: 'pandoc',
    before: new RegExp(String.raw`(?<group>\[[^[\]]*)?${free}@\{(?<query>[^{}\s]*)$`, 'u'),
    open: '',
    between: '}; @{',
    close: '}',
    rest: /^[^{}\s]*\}?/,
  },
  {
    style: 'pandoc',
    before: new RegExp(String.raw`(?<group>\[[^[\]]*)${free}@${marked}`, 'u'),
    open: '',
    between: '; @',
    close: '',
    rest: pandocRest,
  },
  {
    style: 'pandoc',
    before: new RegExp(String.raw`(?<group>\[[^[\]]*@[^[\]]*;)\s*(?<query>|[\p{L}\p{N}\p{M}_-]+${words})$`, 'u'),
    open: '@',
    between: '; @',
    close: '',
    rest: none,
  },
  {
    style: 'pandoc',
    before: new RegExp(`${free}@${marked}`, 'u'),
    open: '',
    between: ', @',
    close: '',
    rest: pandocRest,
  },
];

/** `\cite{a, ke`, `\citep[p. 3]{ke`. */
const latex: readonly CitePlace[] = [
  {
    style: 'latex',
    before: new RegExp(
      String.raw`(?<group>\\[A-Za-z]{0,12}cite[A-Za-z]{0,12}\*?(?:\[[^\]]*\]){0,2}\{(?:[^{},]*,)*)\s*${listed}`,
      'iu',
    ),
    open: '',
    between: ',',
    close: '',
    rest: listRest,
  },
];

/** {cite:p}`a, ke`. */
const myst: readonly CitePlace[] = [
  {
    style: 'myst',
    before: new RegExp(String.raw`(?<group>\{cite(?::[a-z]+)?\}\x60(?:[^\x60,]*,)*)\s*${listed}`, 'u'),
    open: '',
    between: ',',
    close: '',
    rest: listRest,
  },
];

/** `@ke`, `#cite(<ke`. */
const typst: readonly CitePlace[] = [
  {
    style: 'typst',
    before: /#cite\(\s*<(?<query>[\p{L}\p{N}_:.-]*)$/u,
    open: '',
    between: '>) #cite(<',
    close: '>',
    rest: /^[\p{L}\p{N}_:.-]*>?/u,
  },
  {
    style: 'typst',
    before: new RegExp(`${free}@${marked}`, 'u'),
    open: '',
    between: ' @',
    close: '',
    rest: pandocRest,
  },
];

/** `[cite:@a;@ke`, `[cite/t:@ke`, and a bare `@ke`, which becomes a whole citation. */
const org: readonly CitePlace[] = [
  {
    style: 'org',
    before: new RegExp(String.raw`(?<group>\[cite(?:/[^:\]\s]*)?:[^\]]*)@${marked}`, 'u'),
    open: '',
    between: ';@',
    close: '',
    rest: pandocRest,
  },
  {
    style: 'org',
    before: new RegExp(
      String.raw`(?<group>\[cite(?:/[^:\]\s]*)?:(?:[^\]]*;)?)\s*(?<query>|[\p{L}\p{N}\p{M}_-]+${words})$`,
      'u',
    ),
    open: '@',
    between: ';@',
    close: '',
    rest: none,
  },
  {
    style: 'org',
    before: new RegExp(`${free}(?<mark>@)${marked}`, 'u'),
    open: '[cite:@',
    between: ';@',
    close: ']',
    rest: pandocRest,
  },
];

const bySyntax: Readonly<Record<DraftSyntax, readonly CitePlace[]>> = {
  markdown: [...myst, ...latex, ...pandoc],
  myst: [...myst, ...pandoc],
  latex,
  typst,
  org,
};

/** The kinds of places for keys in a draft of this syntax, in the order in which they are tried. */
export function citePlaces(syntax: DraftSyntax): readonly CitePlace[] {
  return bySyntax[syntax];
}
