import { createTextBuilder, type MappedText, unmapped } from './mappedText.ts';

// The upper half of Mac OS Roman, byte 0x80 first (Apple's published mapping, ROMAN.TXT).
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
// Windows code page 1252, byte 0x80 first; unassigned bytes stand for themselves, as browsers do.
const WINDOWS_1252 =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
  Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('');

const CODE_PAGES = [MAC_ROMAN, WINDOWS_1252].map((page) => {
  const bytes = new Map<string, number>();
  for (const [i, character] of [...page].entries()) bytes.set(character, 0x80 + i);
  return bytes;
});
// Two variants of the Mac table exist.
CODE_PAGES[0]?.set('\u2126', 0xbd).set('¤', 0xdb);

const ENOUGH = 2;

/**
 * Repairs UTF-8 that was read as Mac Roman or Windows 1252 (`‚Äì` for an en dash), run by run: only where the
 * characters are the bytes of valid UTF-8, and only in a text that has several such places.
 */
export function repairMojibake(text: string): MappedText {
  const candidates = CODE_PAGES.map((page) => ({ page, repairs: findRepairs(text, page) }));
  const best = candidates.reduce((a, b) => (b.repairs.length > a.repairs.length ? b : a));
  if (best.repairs.length < ENOUGH) return unmapped(text);
  const builder = createTextBuilder();
  let from = 0;
  for (const { start, end, character } of best.repairs) {
    builder.add(text.slice(from, start), { start: from, end: start });
    builder.add(character, { start, end });
    from = end;
  }
  builder.add(text.slice(from), { start: from, end: text.length });
  return builder.build();
}

interface Repair {
  readonly start: number;
  readonly end: number;
  readonly character: string;
}

function findRepairs(text: string, page: ReadonlyMap<string, number>): Repair[] {
  const repairs: Repair[] = [];
  for (const match of text.matchAll(/[^\0-\x7f]+/g)) {
    const run = match[0];
    let i = 0;
    while (i < run.length) {
      const decoded = decodeAt(run, i, page);
      if (decoded)
        repairs.push({ start: match.index + i, end: match.index + i + decoded.length, character: decoded.character });
      i += decoded?.length ?? 1;
    }
  }
  return repairs;
}

function decodeAt(
  run: string,
  at: number,
  page: ReadonlyMap<string, number>,
): { character: string; length: number } | null {
  // The lead byte of emoji, F0, is Apple's logo in Mac Roman, which many tools drop: three bytes 9F … remain.
  const droppedLead = page.get(run.charAt(at)) === 0x9f;
  const bytes: number[] = droppedLead ? [0xf0] : [];
  const lead = droppedLead ? 0xf0 : (page.get(run.charAt(at)) ?? 0);
  const size = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  if (size === 0) return null;
  let i = at;
  while (bytes.length < size) {
    const byte = page.get(run.charAt(i++));
    if (byte === undefined || (bytes.length > 0 && (byte & 0xc0) !== 0x80)) return null;
    bytes.push(byte);
  }
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const point =
    size === 2
      ? ((a & 0x1f) << 6) | (b & 0x3f)
      : size === 3
        ? ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f)
        : ((a & 0x07) << 18) | ((b & 0x3f) << 12) | ((c & 0x3f) << 6) | (d & 0x3f);
  const shortest = size === 3 ? 0x800 : size === 4 ? 0x10000 : 0x80;
  if (point < shortest || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
  return { character: String.fromCodePoint(point), length: i - at };
}
