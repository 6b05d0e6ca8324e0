import type { Element } from 'domhandler';
import { repairMojibake } from '../text/mojibake.ts';
import type { Block, Blocks } from './blocks.ts';
import type { DocumentMetadata } from './document.ts';
import { readHtmlTable } from './htmlTable.ts';
import { blankInlineMarkup } from './inlineMarkup.ts';
import { parseMarkup } from './markup.ts';
import { isDelimiter, type Line, pipeGrids, tabGrid } from './pipeTable.ts';
import { ruledTable, startsRuled } from './ruledTable.ts';
import { isSectionName } from './sectionNames.ts';

/** Reads Markdown, converters' output, and plain-text dumps of pages: a scan by lines that no markup can break. */
export function readText(source: string): Blocks {
  const mapped = repairMojibake(source);
  const { text, metadata } = takeFrontMatter(mapped.text);
  const tables = htmlTables(text, mapped.toSource);
  const rest = blankRegions(text, tables);
  const blocks: { readonly at: number; readonly block: Block }[] = tables.flatMap((table) =>
    table.blocks.map((block) => ({ at: table.start, block })),
  );
  const lines = splitLines(rest);
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] as Line;
    const mayBeRuled = !DIV.test(line.text) && startsRuled(line.text, lines[i + 1]?.text ?? '');
    const ruled = mayBeRuled ? ruledTable(lines, i, mapped) : null;
    if (ruled) {
      blocks.push({ at: line.start, block: { kind: 'grid', grid: ruled.grid, caption: '' } });
      i = ruled.end;
      continue;
    }
    const next = scanAt(lines, i);
    if (next.kind === 'pipes')
      for (const grid of pipeGrids(lines.slice(i, next.end), mapped))
        blocks.push({ at: line.start, block: { kind: 'grid', grid, caption: '' } });
    else if (next.kind === 'tabs') {
      const grid = tabGrid(lines.slice(i, next.end), mapped);
      if (grid) blocks.push({ at: line.start, block: { kind: 'grid', grid, caption: '' } });
    } else if (next.kind === 'heading' || next.kind === 'text') {
      const end = (lines[next.end - 1] as Line).start + (lines[next.end - 1] as Line).text.length;
      const start = line.start + next.skip;
      const words = blankInlineMarkup(rest.slice(start, end)).replace(/^([ \t]*)(?:[>#•*+-]|\d+\.)+(?=\s)/gm, (marks) =>
        ' '.repeat(marks.length),
      );
      if (words.trim() !== '')
        blocks.push({ at: start, block: { kind: next.kind, level: next.level, text: words, start } });
    }
    i = next.end;
  }
  blocks.sort((a, b) => a.at - b.at);
  return { mapped, blocks: blocks.map(({ block }) => block), metadata };
}

interface Scanned {
  readonly kind: 'pipes' | 'tabs' | 'heading' | 'text' | 'none';
  /** The line after the last one taken. */
  readonly end: number;
  readonly level: number;
  /** Characters of the first line that are markup. */
  readonly skip: number;
}

function scanAt(lines: readonly Line[], i: number): Scanned {
  const text = lines[i]?.text ?? '';
  const result = (kind: Scanned['kind'], end: number, level = 0, skip = 0): Scanned => ({ kind, end, level, skip });
  if (text.trim() === '' || /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(text) || DIV.test(text)) return result('none', i + 1);
  const fence = /^\s*(`{3,}|~{3,})/.exec(text);
  if (fence) {
    const close = lines.findIndex((line, at) => at > i && line.text.trimStart().startsWith(fence[1] ?? '```'));
    return result('none', close < 0 ? lines.length : close + 1);
  }
  const marked = /^\s{0,3}(#{1,6})\s+/.exec(text);
  if (marked) return result('heading', i + 1, (marked[1] ?? '#').length, marked[0].length);
  if (isPipeRow(lines, i)) {
    let end = i;
    while (end < lines.length && (lines[end]?.text ?? '').includes('|') && (lines[end]?.text ?? '').trim() !== '')
      end++;
    return result('pipes', end);
  }
  const tabs = text.split('\t').length;
  if (tabs > 1) {
    let end = i;
    while (end < lines.length && (lines[end]?.text ?? '').split('\t').length === tabs) end++;
    if (end - i > 1) return result('tabs', end);
  }
  const level = dumpHeadingLevel(text);
  if (level > 0) return result('heading', i + 1, level);
  let end = i + 1;
  while (end < lines.length && continues(lines, end)) end++;
  return result('text', end);
}

/** `::: {#tab:results}` and `:::` around what Pandoc sets apart. */
const DIV = /^\s*:{3,}(?:[^:]|$)/;

function isPipeRow(lines: readonly Line[], i: number): boolean {
  const text = lines[i]?.text ?? '';
  const next = lines[i + 1]?.text ?? '';
  if (!text.includes('|')) return false;
  if (isDelimiter(next)) return true;
  const pipes = (line: string): number => line.split('|').length - 1;
  return pipes(text) >= 2 && pipes(next) >= 2;
}

/** In a dump of a page headings have lost their marks; what is left is a short line with a section's number or name. */
function dumpHeadingLevel(line: string): number {
  const text = line.trim();
  if (text.length > 90 || /[.:;,]$/.test(text)) return 0;
  const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3})\s+\p{Lu}\p{L}/u.exec(text);
  if (numbered) return (numbered[1] ?? '').split('.').length;
  if (/^Appendix [A-Z]\b/.test(text)) return 1;
  return isSectionName(text) ? 1 : 0;
}

/** True where a line goes on with the paragraph of the line before. */
function continues(lines: readonly Line[], i: number): boolean {
  const text = lines[i]?.text ?? '';
  const before = (lines[i - 1]?.text ?? '').trim();
  if (text.trim() === '' || /^\s*(?:#{1,6}\s|[-*+•]\s|\d+[.)]\s|`{3,}|~{3,}|:{3,}|<)/.test(text)) return false;
  if (text.includes('\t') || isPipeRow(lines, i) || dumpHeadingLevel(text) > 0) return false;
  const quote = /^\s*>/;
  if (quote.test(text) !== quote.test(before)) return false;
  // A line that starts a new sentence after a finished or very short one is a paragraph of its own.
  return !(/^[>\s]*[\p{Lu}\d(]/u.test(text) && (/[.!?:]["”’)]?$/.test(before) || before.length < 40));
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    lines.push({ text: match[1] ?? '', start: match.index });
    if (match.index + match[0].length >= text.length) break;
  }
  return lines;
}

const blankRange = (text: string, start: number, end: number): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);

/** Blanks regions that follow each other. */
function blankRegions(text: string, regions: readonly HtmlRegion[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of regions) {
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

interface HtmlRegion {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
}

/** The outermost `<table>…</table>` stretches of a text. */
function htmlTables(text: string, toSource: Blocks['mapped']['toSource']): HtmlRegion[] {
  const regions: HtmlRegion[] = [];
  let depth = 0;
  let start = 0;
  for (const match of text.matchAll(/<(\/?)table\b[^>]*>/gi)) {
    if (match[1] === '') {
      if (depth++ === 0) start = match.index;
    } else if (depth > 0 && --depth === 0)
      regions.push(htmlRegion(text, start, match.index + match[0].length, toSource));
  }
  if (depth > 0) regions.push(htmlRegion(text, start, text.length, toSource));
  return regions;
}

function htmlRegion(text: string, start: number, end: number, toSource: Blocks['mapped']['toSource']): HtmlRegion {
  const root = parseMarkup(text.slice(start, end));
  const table = root.children.find((child): child is Element => 'name' in child && child.name === 'table');
  if (!table) return { start, end, blocks: [] };
  const found = readHtmlTable(table, (span) => toSource({ start: span.start + start, end: span.end + start }));
  return { start, end, blocks: found.map(({ grid, caption }) => ({ kind: 'grid', grid, caption })) };
}

/** Blanks YAML front matter and takes the title and date from it. */
function takeFrontMatter(text: string): { text: string; metadata: Partial<DocumentMetadata> } {
  const match = /^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { text, metadata: {} };
  const field = (name: string): string | null =>
    new RegExp(`^${name}:\\s*["']?(.*?)["']?\\s*$`, 'mi').exec(match[1] ?? '')?.[1] ?? null;
  const year = /\b(?:19|20)\d{2}\b/.exec(field('date') ?? field('year') ?? '')?.[0] ?? null;
  const title = field('title');
  return {
    text: blankRange(text, 0, match[0].length),
    metadata: { ...(title ? { title } : {}), ...(year ? { year } : {}) },
  };
}
