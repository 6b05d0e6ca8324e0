import type { Locator } from '../draft.ts';

/** Reads the locator in the words behind a key (`, Table 3`, `, pp. 33-35`); `offset` is where they stand. */
export function readLocator(words: string, offset: number): Locator | null {
  for (const [label, pattern] of labelled) {
    const match = pattern.exec(words);
    if (match?.[1] !== undefined) return toLocator(label, match[1], match.index, match[0].length, offset);
  }
  const bare = /^[\s,{[]*((?:\d+[a-z]?)(?:\s*[-–,]+\s*\d+)*)(?![\p{L}\p{N}.%])/u.exec(words);
  if (bare?.[1] === undefined) return null;
  const start = bare[0].length - bare[1].length;
  return toLocator('page', bare[1], start, bare[1].length, offset);
}

const value = String.raw`([A-Z]?[.-]?\d+(?:\.\d+)*[a-z]?(?:\s*[-–,&]+\s*\d+(?:\.\d+)*[a-z]?)*|[ivxlcIVXLC]+\b|[A-Z]\b)`;

function label(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})\s*${value}`, 'u');
}

const labelled: readonly (readonly [Locator['label'], RegExp])[] = [
  ['table', label(String.raw`[Tt]ab(?:les?|s?\.|s)?|[Tt]bls?\.?|TABLE`)],
  ['figure', label(String.raw`[Ff]ig(?:ures?|s?\.|s)?`)],
  ['section', label(String.raw`[Ss]ec(?:tions?|ts?\.?|s?\.)?|§§?`)],
  ['page', label(String.raw`pp?\.|[Pp]ages?|pp?(?=\s)`)],
  [
    'other',
    label(
      String.raw`[Cc]h(?:ap(?:ters?|s?\.)?|\.)|[Aa]pp(?:endix|endices|\.)|[Ee]q(?:uations?|ns?\.?|s?\.)?|[Aa]lg(?:orithm|\.)|[Ll]ines?|[Vv]ol(?:ume|\.)|[Nn]o\.|[Nn]otes?|[Pp]ara(?:graph|\.)?|¶|[Tt]heorem|[Vv]erse|[Bb]ook|[Pp]art`,
    ),
  ],
];

function toLocator(kind: Locator['label'], text: string, index: number, length: number, offset: number): Locator {
  return { label: kind, value: text.trim(), span: { start: offset + index, end: offset + index + length } };
}
