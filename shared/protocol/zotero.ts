/** Writes all of the library of the Zotero that runs on this machine to a .bib file; nothing is asked without this. */
export const importFromZotero = {
  method: 'grounded/importFromZotero',
} as const;
export interface ImportFromZoteroParams {
  /** The file that is written, as an address; what it holds is replaced. */
  readonly target: string;
}
export type ImportFromZoteroResult =
  | { readonly kind: 'written'; readonly entries: number; readonly message: string }
  | { readonly kind: 'problem'; readonly message: string };
