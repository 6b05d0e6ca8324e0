import type { Citation, CiteKey, Draft, Span } from '../engine/index.ts';

// Stands in for the engine's own until that is there.
export type DraftSyntax = 'markdown' | 'myst' | 'latex' | 'typst' | 'org';
export type CitationStyle = 'pandoc' | 'myst' | 'latex' | 'typst' | 'org';
export function syntaxOf(draft: Draft): DraftSyntax {
  return 'syntax' in draft ? (draft.syntax as DraftSyntax) : 'markdown';
}
export function styleOf(syntax: DraftSyntax): CitationStyle {
  return syntax === 'markdown' ? 'pandoc' : syntax;
}
export function writeCitation(style: CitationStyle, keys: readonly CiteKey[], locator: string | null): string {
  if (style === 'latex') return `\\cite${locator === null ? '' : `[${locator}]`}{${keys.join(',')}}`;
  return `[${keys.map((key) => `@${key}`).join('; ')}${locator === null ? '' : `, ${locator}`}]`;
}
export function addToGroup(text: string, { group }: Citation, key: CiteKey): { span: Span; text: string } {
  const inside = text.slice(group.start, group.end).endsWith(']');
  const at = group.end - (inside ? 1 : 0);
  return { span: { start: at, end: at }, text: inside ? `; @${key}` : ` [@${key}]` };
}
