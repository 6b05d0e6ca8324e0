import type { Span } from '../engine/index.ts';

/** Puts `text` in place of a span of the draft. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}
