import { accents, symbols } from '../text/texSymbols.ts';
import { plainFormula } from './plainFormula.ts';

/**
 * Decodes the TeX of a bibliography field to plain text: accents, special letters, dashes and quotes; braces, dollar
 * signs and formatting commands vanish and their content stays. White space is collapsed.
 */
export function decodeTex(tex: string): string {
  if (!/[\\{}$~`]|--|''/.test(tex)) return collapse(tex);
  let text = tex.includes('$')
    ? tex.replace(/(?<!\\)\$([^$]{1,300})\$/g, (_, formula: string) => plainFormula(formula))
    : tex;
  if (text.includes('\\')) {
    text = text.replace(accented, (whole, mark: string, braced?: string, letterCommand?: string, plain?: string) => {
      const base = braced ?? letterCommand ?? plain ?? '';
      const combining = accents[mark];
      if (combining === undefined) return whole;
      const letter = base.replace(/^\\([ij])(?:\{\})?$/, '$1').replace(/[{}]/g, '');
      if (letter === '') return '';
      return (letter.charAt(0) + combining).normalize('NFC') + letter.slice(1);
    });
    text = text.replace(/\\([&%$#_{}])/g, (_, character: string) => kept[character] ?? character);
    text = text.replace(/\\\\|\\[ ,;:!/-]/g, (mark) => (mark === '\\-' || mark === '\\/' ? '' : '\ue007'));
    text = text.replace(/\\([A-Za-z]+)\*?(?:\{\}|[ \t\r\n]+(?![ \t\r\n]))?(\{[^{}]*\})?/g, command);
  }
  text = text.replace(/---/g, '—').replace(/--/g, '–').replace(/``/g, '“').replace(/''/g, '”');
  text = text.replace(/[{}$]/g, '').replace(/~/g, ' ');
  text = text.replace(/\\(?=.)/g, '');
  return collapse(text.replace(/[\ue000-\ue007]/g, (mark) => restored[mark] ?? ''));
}

/** `\"{o}`, `\"o`, `\'{\i}`, `\c{c}`, `\v s`; groups: mark, braced letters, letter command, letter. */
const accented =
  /\\(["'`^~=.]|[uvHcdbkrt](?![A-Za-z]))\s*(?:\{\s*(\\[ij](?:\{\})?|[^{}\\]*)\s*\}|(\\[ij](?![A-Za-z])(?:\{\})?)|(\p{L}))/gu;

/** Escaped marks survive the removal of markup as private characters. */
const kept: Readonly<Record<string, string>> = {
  '&': '\ue000',
  '%': '\ue001',
  $: '\ue002',
  '#': '\ue003',
  _: '\ue004',
  '{': '\ue005',
  '}': '\ue006',
  // The space of `\LaTeX\ is`, which does not end the command's name.
  ' ': '\ue007',
};
const restored: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(kept).map(([character, mark]) => [mark, character]),
);

/** Commands that leave nothing behind, their argument included. */
const silent: ReadonlySet<string> = new Set(['label', 'cite', 'thanks', 'footnote', 'noopsort', 'vspace', 'hspace']);

function command(whole: string, name: string, argument: string | undefined): string {
  const letter = symbols.get(name);
  if (letter !== undefined) {
    // The space behind a letter command only ends its name; behind a symbol it was meant.
    return letter + (argument ?? '');
  }
  if (silent.has(name)) return '';
  if (name === 'href') return '';
  return argument ?? (/\s$/.test(whole) ? ' ' : '');
}

function collapse(text: string): string {
  // Most texts are as they should be, and this is asked for every field of thousands of entries.
  return /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
