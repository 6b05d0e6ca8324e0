import type { Scene } from './scene.ts';
import type { Sentence } from './sentence.ts';

/** One way to put numbers of a table into words. */
export interface Pattern {
  readonly name: string;
  /** Null where a scene does not hold what the pattern needs. */
  say(scene: Scene): Sentence | null;
  /** Cites nothing. */
  readonly uncited?: true;
}
