import type { Chunk } from '../chunks.ts';
import type { Draft } from '../draft.ts';
import { noLabels } from '../draftLabels.ts';
import type { Grammar } from '../grammar.ts';
import { splitAtBlankLines } from './heldLines.ts';
import { readOrgChunk } from './orgBlocks.ts';

/** Org, with its own citations and those of org-ref. */
export const org: Grammar = {
  frontMatter: (text) => ({ end: 0, bibliographies: bibliographiesOf(text), problems: [] }),
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

/** `#+bibliography: refs.bib` lines, and org-ref's `bibliography:refs.bib,more.bib` links. */
function bibliographiesOf(text: string): Draft['bibliographies'] {
  const found: { path: string; span: { start: number; end: number } }[] = [];
  const add = (path: string, start: number): void => {
    if (path !== '') found.push({ path, span: { start, end: start + path.length } });
  };
  for (const match of text.matchAll(/^[ \t]*#\+bibliography:[ \t]*(?:"([^"\n]+)"|([^\n\r]*[^\s]))/gim)) {
    const path = match[1] ?? (match[2] as string);
    add(path, match.index + match[0].lastIndexOf(path));
  }
  for (const match of text.matchAll(/(?<![\w+])(?:no)?bibliography:([^\s\]#]+)/g)) {
    const list = match.index + match[0].length - (match[1] as string).length;
    for (const name of (match[1] as string).matchAll(/[^,]+/g)) add(name[0], list + name.index);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
