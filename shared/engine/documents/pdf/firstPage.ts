import type { DocumentMetadata } from '../document.ts';
import { cutAtGaps, type Line, rowsOf, textOf } from './lines.ts';
import type { PdfPage } from './page.ts';
import { turnedWords, type Word } from './words.ts';

/** What the first page says of the work: its title, its authors, and the identifiers printed in its margins. */
export function readFirstPage(page: PdfPage, words: readonly Word[], bodySize: number): Partial<DocumentMetadata> {
  const rows = rowsOf(words);
  const title = titleRows(rows, page.height, bodySize);
  const margins = [...turnedWords(page.turned).map((word) => word.text), ...rows.map(textOf)];
  const arxiv = firstMatch(margins, /arXiv:\s?(\d{4}\.\d{4,5})/);
  const doi = firstMatch(margins, /(?:doi\.org\/|\bdoi:?\s*)(10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;)])/i);
  const year = firstMatch(margins, /arXiv:.*\b((?:19|20)\d{2})$/) ?? firstMatch(margins, YEAR);
  const authors = title.length > 0 ? authorsBelow(rows, title) : [];
  return {
    ...(title.length > 0 ? { title: title.map(textOf).join(' ') } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(arxiv ? { arxiv } : {}),
    ...(doi ? { doi } : {}),
    ...(year ? { year } : {}),
  };
}

const YEAR =
  /(?:Proceedings|Conference|Workshop|Symposium|Published|Copyright|©|Preprint|Journal|Vol\.).*\b((?:19|20)\d{2})\b/;

function firstMatch(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found) return found;
  }
  return null;
}

const LARGER = 1.15;

/** The largest lines in the upper half of the page, as long as they stand below one another. */
function titleRows(rows: readonly Line[], height: number, bodySize: number): Line[] {
  const upper = rows.filter((row) => row.baseline < height * 0.5 && /\p{L}{3}/u.test(textOf(row)));
  const size = upper.reduce((most, row) => Math.max(most, row.size), 0);
  if (size < bodySize * LARGER) return [];
  const start = upper.findIndex((row) => row.size > size * 0.97);
  const title: Line[] = [];
  for (const row of upper.slice(start)) {
    const last = title.at(-1);
    if (row.size < size * 0.97 || (last && row.baseline - last.baseline > 1.8 * size)) break;
    title.push(row);
  }
  return title;
}

const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|da|del|di|van|von|der|den|la|le|bin|al)){1,4}$/u;
const NO_NAME =
  /universit|institut|department|school|college|laborator|research|academy|center|centre|\binc\b|\bltd\b|google|microsoft|abstract|conference|equal|author|science|technolog/i;

/** The names in the lines between the title and the abstract. */
function authorsBelow(rows: readonly Line[], title: readonly Line[]): string[] {
  const below = rows.slice(rows.indexOf(title.at(-1) as Line) + 1);
  const end = below.findIndex((row) => /^abstract\b/i.test(textOf(row)) || row.words.length > 25);
  const names: string[] = [];
  for (const row of below.slice(0, end < 0 ? 12 : end)) {
    const parts = cutAtGaps(row, 0.9).flatMap((run) => namesIn(run).split(/\s*(?:,|;|&|\band\b|·|•)\s*/));
    const plain = parts.map((part) =>
      part
        .replace(/[\d⁰-⁹₀-₉¹²³*†‡§¶∗⋆♠♣♦♥,⁺]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    const filled = plain.filter((part) => part.length > 2);
    if (filled.length > 0 && filled.every((part) => NAME.test(part) && !NO_NAME.test(part))) names.push(...filled);
  }
  return names;
}

/** The words of a line with a comma behind each that carries a mark, as the last word of a name does. */
const namesIn = (run: Line): string =>
  run.words.map((word) => (word.notes.length > 0 ? `${word.text},` : word.text)).join(' ');
