import type { Box } from './box.ts';
import { isAccent, lowered, plainCharacters, raised, withAccent } from './characters.ts';
import type { PageItem, TurnedItem } from './page.ts';

/** A word as it stands on a page, with the raised and lowered signs that belong to it. */
export interface Word extends Box {
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly font: string;
  /** Raised signs that are not part of the text. */
  readonly notes: readonly string[];
}

/** Shares of the font's size: how far letters reach above and below the line they stand on. */
const ASCENT = 0.75;
const DESCENT = 0.22;
/** Pieces nearer than this are one word. */
const KERN = 0.13;

/** The words of a page in the order of the file: kerned pieces joined, accents on their letters, scripts with their word. */
export function wordsOf(items: readonly PageItem[]): Word[] {
  const words: Word[] = [];
  for (const item of items) {
    const next = wordOf(item);
    if (next.text === '') continue;
    const last = words.at(-1);
    const joined = last && joinPieces(last, next);
    if (joined) words[words.length - 1] = joined;
    else if (!addScript(words, next)) words.push(next);
  }
  return settleLeadingScripts(words);
}

function wordOf({ text, x, width, baseline, size, font, bold, italic }: PageItem): Word {
  const top = baseline - ASCENT * size;
  const bottom = baseline + DESCENT * size;
  return {
    text: plainCharacters(text),
    left: x,
    right: x + width,
    top,
    bottom,
    baseline,
    size,
    font,
    bold,
    italic,
    notes: [],
  };
}

/** Glues what was set in pieces: kerned letters, another font within a word, an accent over its letter, ink laid twice. */
function joinPieces(last: Word, next: Word): Word | null {
  const em = Math.max(last.size, next.size);
  const gap = next.left - last.right;
  if (
    isAccent(last.text) &&
    Math.abs(next.baseline - last.baseline) < em * 0.5 &&
    gap < 0 &&
    next.left - last.left > -em
  )
    return { ...next, text: withAccent(last.text, next.text), left: Math.min(last.left, next.left) };
  if (Math.abs(next.baseline - last.baseline) > em * 0.02) return null;
  if (next.text === last.text && Math.abs(next.left - last.left) < em * 0.08) return { ...last, bold: true };
  if (gap < -em * KERN || gap > em * KERN) return null;
  // An accent that stands alone after a word begins the next letter.
  if (isAccent(next.text)) return null;
  return {
    ...last,
    text: last.text + next.text,
    right: Math.max(last.right, next.right),
    top: Math.min(last.top, next.top),
    bottom: Math.max(last.bottom, next.bottom),
    size: em,
  };
}

const SCRIPT_SIZE = 0.87;
const SCRIPT_REACH = 0.3;

function isScriptOf(host: Word, script: Word): boolean {
  const shift = Math.abs(script.baseline - host.baseline);
  return script.size < host.size * SCRIPT_SIZE && shift > host.size * 0.05 && shift < host.size * 0.8;
}

/** Adds a small raised or lowered sign to the word it follows; false where it follows none. */
function addScript(words: Word[], next: Word): boolean {
  for (let at = words.length - 1; at >= Math.max(0, words.length - 3); at--) {
    const host = words[at] as Word;
    const gap = next.left - host.right;
    // A sign below another one of the same word begins left of where that one ends.
    if (!isScriptOf(host, next) || gap > host.size * SCRIPT_REACH || next.left < host.left) continue;
    const isRaised = next.baseline < host.baseline;
    const script = isRaised ? raised(host.text, next.text, isMathFont(host.font)) : lowered(host.text, next.text);
    words[at] = {
      ...host,
      ...('note' in script ? { notes: [...host.notes, script.note] } : { text: host.text + script.text }),
      right: Math.max(host.right, next.right),
    };
    return true;
  }
  return false;
}

const isMathFont = (font: string): boolean => /cmmi|cmsy|math|symbol/i.test(font);

/** A sign raised before its word (`†85.3`) stands on that word's line. */
function settleLeadingScripts(words: readonly Word[]): Word[] {
  return words.map((word, i) => {
    const host = words[i + 1];
    if (!host || !isScriptOf(host, word)) return word;
    const gap = host.left - word.right;
    if (gap > host.size * SCRIPT_REACH || gap < -host.size * SCRIPT_REACH) return word;
    return { ...word, baseline: host.baseline, top: host.top, bottom: host.bottom };
  });
}

/** Labels that run up or down the page, each as one word whose baseline puts it in the row that its middle is in. */
export function turnedWords(items: readonly TurnedItem[]): Word[] {
  const labels: {
    text: string;
    left: number;
    right: number;
    top: number;
    bottom: number;
    size: number;
    runs: string;
  }[] = [];
  for (const { text, box, size, runs } of items) {
    const [top, bottom] = [box.y, box.y + box.height];
    const last = labels.at(-1);
    const gap = !last ? Infinity : runs === 'up' ? last.top - bottom : top - last.bottom;
    const goesOn = last && last.runs === runs && Math.abs(last.left - box.x) < size * 0.2 && gap > -size && gap < size;
    if (goesOn) {
      last.text += (gap > KERN * size ? ' ' : '') + plainCharacters(text);
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
    } else labels.push({ text: plainCharacters(text), left: box.x, right: box.x + box.width, top, bottom, size, runs });
  }
  return labels.map((label) => ({
    ...label,
    baseline: sharedBaseline(label, labels),
    bold: false,
    italic: false,
    font: '',
    notes: [],
  }));
}

type Extent = Pick<Word, 'top' | 'bottom' | 'size'>;

/** Column headers that stand side by side share a line; a label beside rows stands by itself. */
function sharedBaseline(label: Extent, labels: readonly Extent[]): number {
  const beside = labels.filter((one) => one.top < label.bottom && label.top < one.bottom);
  if (beside.length > 2) return Math.max(...beside.map((one) => one.bottom));
  return (label.top + label.bottom) / 2 + label.size / 4;
}
