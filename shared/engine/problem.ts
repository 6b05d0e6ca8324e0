import type { Span } from './text/span.ts';

/** Something a reader could not use: what it is and how to mend it, in one sentence a writer understands. */
export interface Problem {
  readonly code:
    | 'source-unreadable'
    | 'source-empty'
    | 'table-unclear'
    | 'bib-entry-broken'
    | 'bib-key-duplicate'
    | 'bib-file-missing'
    | 'library-missing'
    | 'config-invalid';
  readonly message: string;
  /** Where in the file, if at one place. */
  readonly span: Span | null;
}
