import { type Claim, type Draft, holds, type Span, spoken } from '../engine/index.ts';
import { shorten } from '../findings/index.ts';

/** What to search the library for where a claim finds no support: the names in its sentence or row, else its words. */
export function searchQueryFor(draft: Draft, { span, sentence }: Pick<Claim, 'span' | 'sentence'>): string {
  const text = sentenceText(draft, span, sentence);
  const names = [...text.matchAll(word)].filter(isName).map(([name]) => name);
  const words = names.length > 0 ? names : (text.match(/\p{L}[\p{L}\p{M}'-]+/gu) ?? []);
  return shorten([...new Set(words)].join(' '), longest);
}

const longest = 80;

/** Without markup and citations; a row with what stands above and beside it. */
function sentenceText({ blocks }: Draft, claim: Span, sentence: Span): string {
  const block = blocks.find((one) => one.kind !== 'heading' && holds(one.span, claim.start));
  switch (block?.kind) {
    case 'prose':
      return spoken(block, sentence).text;
    case 'table': {
      const row = block.rows.find((cells) => cells.some((cell) => holds(cell.span, claim.start))) ?? [];
      const column = row.findIndex((cell) => holds(cell.span, claim.start));
      const beside = row.filter((_, at) => at !== column).map((cell) => spoken(cell).text);
      return [block.caption, block.header[column]?.masked ?? '', ...beside].join(' . ');
    }
    default:
      return '';
  }
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-+_/][\p{L}\p{N}\p{M}]+)*/gu;

/** A word with a capital that no sentence begins with, or with capitals or digits among its letters. */
function isName({ 0: written, index, input }: RegExpExecArray): boolean {
  if (/\p{L}.*[\p{Lu}\p{N}]/u.test(written)) return true;
  return /^\p{Lu}\p{L}/u.test(written) && /[\p{L}\p{N},;:)]\s+\(?$/u.test(input.slice(0, index));
}
