import { written } from './token.ts';
import type { TokenStream } from './tokenStream.ts';

/** A line between rows: across the table, or under the columns `from` to `to`, counted from 0. */
export type Rule = { readonly kind: 'full' } | { readonly kind: 'partial'; readonly from: number; readonly to: number };

const FULL =
  /^(?:[ht]?hline|firsthline|lasthline|(?:top|mid|bottom|Top|Mid|Bottom)rule|hdashline|shline|thickhline|thinhline|(?:top|middle|bottom)hline)$/;
const PARTIAL = /^(?:[cC]line|clineB|cmidrule|cdashline)$/;

/** The rule that a command of that name draws, whose arguments are taken; null for other commands. */
export function readRule(name: string, stream: TokenStream): Rule | null {
  if (FULL.test(name)) {
    stream.optional();
    return { kind: 'full' };
  }
  if (name === 'specialrule') {
    for (let i = 0; i < 3; i++) stream.argument();
    return { kind: 'full' };
  }
  if (name === 'Xhline' || name === 'hlineB' || name === 'hhline') {
    if (name === 'Xhline' && stream.take(/^\s*[\d.]+\s*[a-z]{2}\b/)) return { kind: 'full' };
    const pattern = written(stream.argument() ?? []);
    return name === 'hhline' ? readPattern(pattern) : { kind: 'full' };
  }
  if (!PARTIAL.test(name)) return null;
  stream.optional();
  stream.parenthesized();
  const [, from, to] = /^\s*(\d+)\s*[-–]\s*(\d+)/.exec(written(stream.argument() ?? [])) ?? [];
  stream.optional();
  if (name === 'clineB' || name === 'Cline') stream.argument();
  return { kind: 'partial', from: Number(from ?? 1) - 1, to: Number(to ?? 0) - 1 };
}

/** `\hhline{~--}`: a line where no `~` stands. */
function readPattern(pattern: string): Rule {
  const places = pattern.replace(/[^~=-]/g, '');
  const from = places.search(/[=-]/);
  return places.includes('~') ? { kind: 'partial', from, to: places.search(/[=-](?=~*$)/) } : { kind: 'full' };
}
