import { bibliographiesOf } from '../../bibliography/statedBibliographies.ts';
import type { Chunk } from '../chunks.ts';
import { type Labels, noLabels } from '../draftLabels.ts';
import { noFrontMatter } from '../frontMatter.ts';
import type { Grammar } from '../grammar.ts';
import { splitAtBlankLines } from './heldLines.ts';
import { readTypstChunk } from './typstBlocks.ts';
import { endOfRaw, readTypstCode } from './typstCode.ts';

/** Typst in its markup mode; what code computes is not read. */
export const typst: Grammar = {
  frontMatter: (text) => ({ ...noFrontMatter, bibliographies: bibliographiesOf(text, 'typst') }),
  split,
  labels(text) {
    const parts = new Set<string>();
    for (const match of text.matchAll(label)) parts.add(match[1] as string);
    return { ...noLabels, parts };
  },
  labelsIn(source: string, labels: Labels): Labels {
    const parts = new Set([...labels.parts].filter((name) => source.includes(`@${name}`)));
    return { ...noLabels, parts };
  },
  read: (source, _kind, labels) => readTypstChunk(source, labels.parts),
};

/** A label behind what it names, and not one that is handed to a function. */
const label = /(?<![(,:]\s{0,3})<([\p{L}\p{N}_][\p{L}\p{N}_.:-]{0,200})>/gu;

/** Calls, raw text and comments may hold blank lines. */
function split(text: string, from: number): Chunk[] {
  let misses = 0;
  return splitAtBlankLines(text, from, (line, start) => {
    let held = start;
    for (const match of line.matchAll(opening)) {
      const at = start + match.index;
      if (at < held || misses > mostMisses) continue;
      const end = endOf(text, at, match[0]);
      if (end === null) misses++;
      else held = Math.max(held, end);
    }
    return held;
  });
}

/** Brackets that never close, of which each may cost a look over the rest of the text. */
const mostMisses = 50;
const opening = /(?<!\\)#(?=[\p{L}_([{])|`+|\/\*/gu;

function endOf(text: string, at: number, mark: string): number | null {
  if (mark === '#') return readTypstCode(text, at)?.end ?? null;
  if (mark.startsWith('`')) return endOfRaw(text, at);
  const close = text.indexOf('*/', at);
  return close < 0 ? null : close + 2;
}
