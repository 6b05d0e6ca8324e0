import type { ChunkBlocks } from '../chunkBlocks.ts';
import type { DraftProse } from '../draft.ts';
import { createSheet } from './sheet.ts';
import { printMarkup } from './typstMarkup.ts';

/** Reads a stretch of a Typst draft; `parts` are the labels that the draft itself defines. */
export function readTypstChunk(source: string, parts: ReadonlySet<string>): ChunkBlocks {
  const sheet = createSheet(source);
  let from = 0;
  let place: DraftProse['place'] = 'paragraph';
  /** The level of the heading that is read. */
  let level = 0;
  const end = (at: number): void => {
    if (level > 0) sheet.heading(level, { start: from, end: at });
    else sheet.prose({ start: from, end: at }, place);
    from = at;
    place = 'paragraph';
    level = 0;
  };
  const startLine = (at: number, closeGroup: () => void): number => {
    line.lastIndex = at;
    const match = line.exec(source);
    if (match === null && level === 0) return at;
    closeGroup();
    end(at);
    if (match === null) return at;
    if (match[1] === undefined) place = 'item';
    else level = match[1].length;
    return line.lastIndex;
  };
  printMarkup({ source, sheet, parts, searches: mostSearches }, { start: 0, end: source.length }, startLine);
  end(source.length);
  return sheet.blocks();
}

const mostSearches = 50;

/** A heading, an item of a list or of terms. */
const line = /[ \t]*(?:(=+)|[-+]|\d+\.|\/(?=[ \t][^\n:]{0,200}:))[ \t]+/y;
