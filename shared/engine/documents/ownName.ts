import type { Label, Table } from '../tables/table.ts';

const MARKED =
  /^(.{2,40}?)\s*[([]\s*(?:ours?|proposed|this (?:work|paper)|our (?:method|model|approach|system))\s*[)\]]$/iu;
const OURS = /\bours?\b/i;
const NAME = '(\\p{Lu}[\\p{L}\\p{N}+.-]*[\\p{Lu}\\p{N}][\\p{L}\\p{N}+.-]*)';
const SAID = [
  new RegExp(
    `\\b[Oo]ur\\s+(?:proposed\\s+|full\\s+)?(?:method|model|approach|system|framework|algorithm),?\\s+(?:called\\s+|named\\s+)?${NAME}`,
    'gu',
  ),
  new RegExp(`\\b${NAME}\\s+\\((?:our method|our model|our approach|ours)\\)`, 'gu'),
];

/**
 * What a paper calls its own system where its tables say "Ours": the one name that its tables mark so ("LBCS (ours)"),
 * or else the one that its sentences give ("our method, LBCS"). Null where there are several.
 */
export function ownName(tables: readonly Table[], sentences: readonly string[]): string | null {
  const marked = tables.flatMap(({ rows, columns }) => [...markedNames(rows), ...markedNames(columns)]);
  if (marked.length > 0) return new Set(marked).size === 1 ? (marked[0] ?? null) : null;
  const times = new Map<string, number>();
  for (const sentence of sentences.filter((one) => OURS.test(one)))
    for (const pattern of SAID)
      for (const [, name = ''] of sentence.matchAll(pattern)) times.set(name, (times.get(name) ?? 0) + 1);
  const [first, second] = [...times].sort((a, b) => b[1] - a[1]);
  return first && first[1] > 2 * (second?.[1] ?? 0) ? first[0] : null;
}

function markedNames(headed: readonly { readonly header: readonly Label[] }[]): string[] {
  const names: string[] = [];
  for (const { header } of headed)
    for (const { text } of header) {
      const [, name = ''] = /[)\]]$/.test(text) ? (MARKED.exec(text) ?? []) : [];
      if (/\p{Lu}.*[\p{Lu}\p{N}]/u.test(name)) names.push(name);
    }
  return names;
}
