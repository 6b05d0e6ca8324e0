import { enterConditional } from '../../documents/latex/conditionals.ts';
import { isInline, isSkipped } from '../../documents/latex/environments.ts';
import { createDefinitions } from '../../documents/latex/macros.ts';
import { skipEnvironmentArguments } from '../../documents/latex/signatures.ts';
import { isTable } from '../../documents/latex/tabular.ts';
import type { Token } from '../../documents/latex/token.ts';
import { tokenize } from '../../documents/latex/tokenize.ts';
import { createTokenStream } from '../../documents/latex/tokenStream.ts';
import type { Span } from '../../text/span.ts';
import type { ChunkBlocks } from '../chunkBlocks.ts';
import type { DraftProse } from '../draft.ts';
import { type LatexReading, printAll, printToken, spanOfTokens } from './latexProse.ts';
import { readLatexTable } from './latexTable.ts';
import { createSheet, type SheetTable } from './sheet.ts';

/** Reads a stretch of a LaTeX draft. */
export function readLatexChunk(source: string): ChunkBlocks {
  const sheet = createSheet(source);
  for (const match of source.matchAll(/(?<!\\)%[^\n]*/g))
    sheet.comment({ start: match.index, end: match.index + match[0].trimEnd().length });
  const stream = createTokenStream(tokenize(source, 0, 'document'));
  const walk: Walk = { source, sheet, stream, from: 0, place: 'paragraph', floats: [] };
  for (let token = stream.next(); token; token = stream.next()) readToken(walk, token);
  endParagraph(walk, source.length);
  for (const float of walk.floats) closeFloat(walk, float);
  return sheet.blocks();
}

interface Walk extends LatexReading {
  /** Where the paragraph that is read began. */
  from: number;
  place: DraftProse['place'];
  readonly floats: Float[];
}

/** What stands in a float, until its end tells which caption is the table's. */
interface Float {
  caption: Span | null;
  readonly tables: SheetTable[];
}

const levels: Readonly<Record<string, number>> = {
  title: 1,
  part: 1,
  chapter: 1,
  section: 1,
  subsection: 2,
  subsubsection: 3,
  paragraph: 4,
  subparagraph: 5,
};

function readToken(walk: Walk, token: Token): void {
  switch (token.kind) {
    case 'paragraph':
      endParagraph(walk, token.start);
      break;
    case 'begin':
      beginEnvironment(walk, token);
      break;
    case 'end':
      endEnvironment(walk, token);
      break;
    case 'command':
      readCommand(walk, token);
      break;
    default:
      printToken(walk, token);
  }
}

function readCommand(walk: Walk, token: Token): void {
  switch (token.text) {
    case 'item':
      endParagraph(walk, token.start);
      walk.place = 'item';
      printAll(walk, walk.stream.optional() ?? []);
      break;
    case 'iffalse':
      enterConditional(token.text, walk.stream, createDefinitions());
      break;
    case 'par':
    case 'maketitle':
    case 'appendix':
      endParagraph(walk, token.start);
      break;
    case 'caption':
    case 'captionof':
    case 'subcaption':
      addCaption(walk, token);
      break;
    default: {
      const level = levels[token.text];
      if (level === undefined) printToken(walk, token);
      else addHeading(walk, token, level);
    }
  }
}

function endParagraph(walk: Walk, at: number): void {
  walk.sheet.prose({ start: walk.from, end: at }, walk.place);
  walk.from = at;
  if (walk.place === 'item') walk.place = 'paragraph';
}

function addHeading(walk: Walk, token: Token, level: number): void {
  endParagraph(walk, token.start);
  walk.stream.star();
  walk.stream.optional();
  const title = walk.stream.argument();
  if (title === null) return;
  printAll(walk, title);
  const end = position(walk);
  walk.sheet.heading(level, { start: token.start, end });
  walk.from = end;
}

function addCaption(walk: Walk, token: Token): void {
  endParagraph(walk, token.start);
  walk.stream.star();
  if (token.text === 'captionof') walk.stream.argument();
  walk.stream.optional();
  const text = walk.stream.argument('long');
  const span = text === null ? null : spanOfTokens(text);
  if (text === null || span === null) return;
  printAll(walk, text);
  walk.sheet.prose(span, 'paragraph');
  walk.from = position(walk);
  const float = walk.floats.at(-1);
  if (float !== undefined) float.caption ??= span;
}

function beginEnvironment(walk: Walk, token: Token): void {
  const name = token.text;
  if (isTable(name)) {
    endParagraph(walk, token.start);
    const table = readLatexTable(walk, token);
    const float = walk.floats.at(-1);
    if (float === undefined) walk.sheet.table(table, null);
    else float.tables.push(table);
    walk.from = position(walk);
    return;
  }
  if (isSkipped(name) && walk.stream.skipPast((one) => one.kind === 'end' && one.text === name) !== null) return;
  if (!isInline(name)) endParagraph(walk, token.start);
  skipEnvironmentArguments(name, walk.stream);
  if (isFloat.test(name)) walk.floats.push({ caption: null, tables: [] });
  else if (/^quot/.test(name)) walk.place = 'quote';
}

const isFloat = /^(?:sideways|wrap)?(?:table|figure)\*?$/;

function endEnvironment(walk: Walk, token: Token): void {
  if (!isInline(token.text)) endParagraph(walk, token.start);
  if (/^quot/.test(token.text)) walk.place = 'paragraph';
  if (!isFloat.test(token.text)) return;
  const float = walk.floats.pop();
  if (float !== undefined) closeFloat(walk, float);
}

function closeFloat(walk: Walk, { caption, tables }: Float): void {
  for (const table of tables) walk.sheet.table(table, caption);
}

/** Where the next token begins. */
function position(walk: Walk): number {
  return walk.stream.peek()?.start ?? walk.source.length;
}
