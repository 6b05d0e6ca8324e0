import type { ChunkBlocks } from './chunkBlocks.ts';
import type { Chunk } from './chunks.ts';
import type { Labels } from './draftLabels.ts';
import type { FrontMatter } from './frontMatter.ts';

/** How drafts of one syntax are read: cut into stretches that do not need each other, and each read alone. */
export interface Grammar {
  /** What stands before the text, and the bibliographies that the draft names. */
  readonly frontMatter: (text: string) => FrontMatter;
  /** The stretches from an offset on. */
  readonly split: (text: string, from: number) => readonly Chunk[];
  /** What is defined anywhere in the draft and changes how other places are read. */
  readonly labels: (text: string) => Labels;
  /** Of these, what a stretch uses. */
  readonly labelsIn: (source: string, labels: Labels) => Labels;
  readonly read: (source: string, kind: Chunk['kind'], labels: Labels) => ChunkBlocks;
}
