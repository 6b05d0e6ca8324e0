import { bibliographiesOf } from '../../bibliography/statedBibliographies.ts';
import type { Chunk } from '../chunks.ts';
import { noLabels } from '../draftLabels.ts';
import { noFrontMatter } from '../frontMatter.ts';
import type { Grammar } from '../grammar.ts';
import { splitAtBlankLines } from './heldLines.ts';
import { readOrgChunk } from './orgBlocks.ts';

/** Org, with its own citations and those of org-ref. */
export const org: Grammar = {
  frontMatter: (text) => ({ ...noFrontMatter, bibliographies: bibliographiesOf(text, 'org') }),
  split,
  labels: () => noLabels,
  labelsIn: () => noLabels,
  read: readOrgChunk,
};

/** Blocks and environments may hold blank lines. */
function split(text: string, from: number): Chunk[] {
  const lower = text.toLowerCase();
  return splitAtBlankLines(text, from, (line, start) => {
    const block = /^[ \t]*(?:#\+begin_(\S+)|\\begin\{([A-Za-z]+\*?)\})/i.exec(line);
    if (block === null) return null;
    const close = block[1] === undefined ? `\\end{${block[2]?.toLowerCase()}}` : `#+end_${block[1].toLowerCase()}`;
    const at = lower.indexOf(close, start);
    return at < 0 ? null : at + close.length;
  });
}
