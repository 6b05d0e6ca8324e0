import type { Problem } from '../problem.ts';
import type { BibEntry } from './entry.ts';

export interface Bibliography {
  readonly entries: readonly BibEntry[];
  readonly problems: readonly Problem[];
}

/** Reads a bibliography file (by extension: .bib). A broken entry costs only itself and is named in `problems`. */
export function readBibliography(_path: string, _text: string): Bibliography {
  return { entries: [], problems: [] };
}
