import type { Problem } from '../problem.ts';
import type { Grid } from '../tables/grid.ts';
import type { MappedText } from '../text/mappedText.ts';
import type { DocumentMetadata } from './document.ts';
import type { Origin } from './origin.ts';

/** A heading, or a stretch of prose whose markup is blanked at the same length. `start` is an offset into the mapped text. */
export interface TextBlock {
  readonly kind: 'heading' | 'text';
  readonly level: number;
  readonly text: string;
  readonly start: number;
}

/** A table; its spans are offsets into the source file. */
export interface GridBlock {
  readonly kind: 'grid';
  readonly grid: Grid;
  /** What the markup itself gives as the caption. */
  readonly caption: string;
}

export type Block = TextBlock | GridBlock;

/** What every reader gives: the text it read with the way back, and its blocks in order. */
export interface Blocks {
  readonly mapped: MappedText;
  readonly blocks: readonly Block[];
  readonly metadata: Partial<DocumentMetadata>;
  /** What the spans refer to; the file's own text unless told. */
  readonly origin?: Origin;
  /** What the reader itself could not use. */
  readonly problems?: readonly Problem[];
}
