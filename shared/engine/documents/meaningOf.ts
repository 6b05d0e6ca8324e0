import type { SourceDocument } from './document.ts';

/** What a document says that a short name means: `CIDEr` of `C.`; null where it says nothing else. */
export function meaningOf(name: string, { abbreviations }: SourceDocument): string | null {
  const meaning = abbreviations.get(name) ?? abbreviations.get(name.replace(/\.$/, ''));
  return meaning === undefined || meaning === name ? null : meaning;
}
