import { splitChunks } from '../chunks.ts';
import { readChunk } from '../draftBlocks.ts';
import { labelsIn, readLabels } from '../draftLabels.ts';
import { type FrontMatter, readFrontMatter } from '../frontMatter.ts';
import type { Grammar } from '../grammar.ts';

/** Markdown with Pandoc's citations, LaTeX commands and MyST roles. One per reader: it remembers the last front matter. */
export function createMarkdown(syntax: 'markdown' | 'myst'): Grammar {
  let last: { readonly text: string; readonly read: FrontMatter } | null = null;
  return {
    frontMatter(text) {
      if (last === null || last.text === '' || !text.startsWith(last.text)) {
        const read = readFrontMatter(text);
        last = { text: text.slice(0, read.end), read };
      }
      return last.read;
    },
    split: splitChunks,
    labels: (text) => readLabels(text, syntax),
    labelsIn,
    read: readChunk,
  };
}
