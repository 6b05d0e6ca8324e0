import type { Problem } from '../../problem.ts';
import { unmapped } from '../../text/mappedText.ts';
import type { Block, Blocks } from '../blocks.ts';
import { continuedTables } from './continuedTables.ts';
import { withoutFigureText } from './figureText.ts';
import { drawingsOf, findTables } from './findTables.ts';
import { readFirstPage } from './firstPage.ts';
import { withoutFurniture } from './furniture.ts';
import { findGutter, usualGutter } from './gutter.ts';
import { headingLevel } from './headings.ts';
import { learnHyphens } from './hyphens.ts';
import { type DocumentBlock, joinParts } from './joinParts.ts';
import { rowsOf, textOf } from './lines.ts';
import type { PdfPage } from './page.ts';
import { createPageText } from './pageText.ts';
import { joinRules } from './rules.ts';
import { runsOf, streamsOf } from './streams.ts';
import { tableCaptions } from './tableCaptions.ts';
import { blocksOf, type PrintedBlock } from './textBlocks.ts';
import { type Word, wordsOf } from './words.ts';
import { writeTable } from './writeTable.ts';

/** Reads the pages of a paged document: text in reading order, headings, captions and tables; each with its place. */
export function readPages(pages: readonly PdfPage[]): Blocks {
  const upright = pages
    .filter((page) => !isTurned(page))
    .map((page) => ({ page, number: page.number, words: wordsOf(page.items) }));
  const clean = withoutFurniture(upright).map((words, i) => ({ ...(upright[i] as (typeof upright)[number]), words }));
  const rows = clean.map(({ words }) => rowsOf(words));
  const bodySize = usualSize(clean.flatMap(({ words }) => words));
  const gutter = usualGutter(clean.map(({ page }, i) => findGutter(runsOf(rows[i] ?? []), page.width, null)));
  const printed = clean.map(({ page, number, words }) => ({ number, blocks: blocksOn(page, words, gutter) }));
  const captions = tableCaptions(printed.map(({ blocks }) => blocks));
  const text = createPageText(learnHyphens(rows.flat()));
  const write = (block: DocumentBlock): Block => {
    if (block.kind === 'table') {
      const [first] = block.parts;
      const caption = (first && captions.get(first.table)?.lines.map(textOf).join(' ')) ?? '';
      return { kind: 'grid', grid: writeTable(block.parts, text), caption };
    }
    const lines = block.lines.map(({ line }) => line);
    const level = block.kind === 'paragraph' ? headingLevel(lines, bodySize) : 0;
    const added = text.add(block.lines);
    text.separate('\n');
    return { kind: level > 0 ? 'heading' : 'text', level, text: added.text, start: added.span.start };
  };
  const blocks = joinParts(printed, bodySize, continuedTables(printed, captions)).map(write);
  const whole = text.build();
  const first = upright[0];
  return {
    mapped: unmapped(whole.text),
    blocks,
    metadata: first ? readFirstPage(first.page, first.words, bodySize) : {},
    origin: { kind: 'pages', ...whole },
    problems: pages.flatMap(turnedProblem),
  };
}

function blocksOn(page: PdfPage, words: readonly Word[], usual: number | null): PrintedBlock[] {
  const rules = { horizontal: joinRules(page.horizontal), vertical: joinRules(page.vertical) };
  const { tables, rest, gutter } = findTables(page, words, rules, usual);
  return withoutFigureText(streamsOf(rest, tables, gutter).flatMap(blocksOf), drawingsOf(page));
}

function usualSize(words: readonly Word[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of words) {
    const key = Math.round(size * 4) / 4;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [10, 0] as [number, number])[0];
}

const lettersIn = (items: readonly { readonly text: string }[]): number =>
  items.reduce((sum, { text }) => sum + text.length, 0);

/** True for a page of which most is printed up or down the page. */
function isTurned({ items, turned }: PdfPage): boolean {
  return lettersIn(turned) > Math.max(100, 2 * lettersIn(items));
}

function turnedProblem(page: PdfPage): Problem[] {
  if (!isTurned(page)) return [];
  const message = `Page ${page.number} is printed sideways and was not read. Turn the page in the PDF, or keep what it says as Markdown.`;
  return [{ code: 'table-unclear', message, span: null }];
}
