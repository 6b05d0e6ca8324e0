import type { DraftSyntax } from '../engine/index.ts';

/** A kind of place at which a locator can be written: the key stands before the caret or behind it. */
export interface LocatorPlace {
  /** Its group `typed` is what was typed of the locator, `key` the cited key. */
  readonly ahead: RegExp;
  readonly behind: RegExp;
}

const typed = String.raw`(?<typed>[A-Za-z]{0,8}\.?(?: [\w.-]{0,6})?)$`;
const key = String.raw`(?<key>[\p{L}\p{N}_][\p{L}\p{N}\p{M}_:.#$%&+?<>~/-]*)`;
const any = /^/;

/** `[@key, Ta`, `@key [Ta`. */
const pandoc: readonly LocatorPlace[] = [
  { ahead: new RegExp(String.raw`\[[^[\]]*@\{?${key}\}?,\s+${typed}`, 'u'), behind: any },
  { ahead: new RegExp(String.raw`(?<![\p{L}\p{N}[;])@\{?${key}\}? \[${typed}`, 'u'), behind: any },
];

const bySyntax: Readonly<Record<DraftSyntax, readonly LocatorPlace[]>> = {
  markdown: pandoc,
  myst: [
    ...pandoc,
    { ahead: new RegExp(String.raw`\{cite[^}]*\}\x60(?:[^\x60]*,)?\s*${key}\{${typed}`, 'u'), behind: any },
  ],
  // `\cite[Ta]{key}`, `\citep[see][Ta]{a,key}`
  latex: [
    {
      ahead: new RegExp(String.raw`\\[A-Za-z]{0,12}cite[A-Za-z]{0,12}\*?(?:\[[^\]]*\])?\[${typed}`, 'iu'),
      behind: new RegExp(String.raw`^[^\]{}]*\]\{(?:[^{}]*,)?\s*${key}\s*\}`, 'u'),
    },
  ],
  // `@key[Ta]`, `#cite(<key>, supplement: [Ta])`
  typst: [
    { ahead: new RegExp(String.raw`@${key}\[${typed}`, 'u'), behind: any },
    { ahead: new RegExp(String.raw`#cite\(\s*<(?<key>[^<>\s]+)>,\s*supplement:\s*\[${typed}`, 'u'), behind: any },
  ],
  // `[cite:@key Ta]`
  org: [{ ahead: new RegExp(String.raw`\[cite[^\]]*@${key} ${typed}`, 'u'), behind: any }],
};

/** The kinds of places for locators in a draft of this syntax. */
export function locatorPlaces(syntax: DraftSyntax): readonly LocatorPlace[] {
  return bySyntax[syntax];
}
