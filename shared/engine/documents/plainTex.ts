import { symbols } from '../text/texSymbols.ts';

/** Signs that tables use in another sense than formulas do. */
const IN_TABLES: Readonly<Record<string, string>> = { Uparrow: '↑', Downarrow: '↓', surd: '✓', star: '*' };

const FRACTION = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;

/** A formula of a cell or caption as plain text: commands of type are gone, symbols are themselves, `^` stays. */
export function plainTex(tex: string): string {
  return tex
    .replace(/\s+/g, ' ')
    .replace(FRACTION, '$1/$2')
    .replace(/\\([%&#_$|{}])/g, '$1')
    .replace(/\\[,;:!>\s]|\\q?quad\b|~/g, ' ')
    .replace(
      /\\([a-zA-Z]+)\s?/g,
      (command, name: string) => IN_TABLES[name] ?? symbols.get(name) ?? (command.endsWith(' ') ? ' ' : ''),
    )
    .replace(/\s*([\^_])\s*\{\s*([^{}]*?)\s*\}/g, (_, sign: string, inner: string) =>
      sign === '^' ? `^${inner}` : inner,
    )
    .replace(/(?<=[\p{L}\p{N})])_(?=[\p{L}\p{N}])|[{}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for a formula that is set in bold type. */
export const isBoldTex = (tex: string): boolean => /\\(?:mathbf|textbf|boldsymbol|bm|bf|bfseries)\b/.test(tex);

/** True for an underlined formula. */
export const isUnderlinedTex = (tex: string): boolean => /\\(?:underline|uline)\b/.test(tex);

const REACH = 12;

/** What a superscript is: a power of the number before it, part of its unit or symbol, or a note. */
export function raised(before: string, text: string): { readonly text: string; readonly note: string | null } {
  const inner = text.replace(/\s+/g, ' ').trim();
  const tail = before.slice(-REACH);
  if (/^[-−+]?\d{1,2}$/.test(inner) && /(?<![\d.,])10$/.test(tail.trimEnd())) return { text: `^${inner}`, note: null };
  if (/^[23]$/.test(inner) && /(?:^|[\s(/[])(?:[cmkµμn]?m|[Rr]|[χηω])$/u.test(tail))
    return { text: inner === '2' ? '²' : '³', note: null };
  if (/^(?:st|nd|rd|th)$/.test(inner) && /\d$/.test(tail)) return { text: inner, note: null };
  return { text: '', note: inner === '' ? null : inner };
}
