/** The requests for picking citations from a list. */
import type { DocumentPosition, WirePlace, WireRange } from './messages.ts';

/** The sources that can be cited at a position, the likeliest first; null where nothing can be cited, as in code. */
export const citationChoices = {
  method: 'grounded/citationChoices',
} as const;
export type CitationChoicesParams = DocumentPosition;
export type CitationChoicesResult = {
  /** What was typed of a key at the position. */
  readonly query: string;
  readonly choices: readonly WireCitationChoice[];
} | null;

export interface WireCitationChoice {
  readonly key: string;
  /** `Qin et al. 2025`; empty where neither authors nor year are known. */
  readonly byline: string;
  readonly title: string;
  /** As a list of references has it, in the style of the draft; plain text. */
  readonly reference: string;
  readonly tables: number;
  /** The table that states a number of the sentence at the position (`Table 2`); null where none does. */
  readonly states: string | null;
}

/** The edit that cites sources at a position: a new citation, or more keys in the one that stands there. */
export const citationEdit = {
  method: 'grounded/citationEdit',
} as const;
export interface CitationEditParams extends DocumentPosition {
  readonly keys: readonly string[];
}
export type CitationEditResult = { readonly range: WireRange; readonly newText: string } | null;

/** Where a source of a draft's library stands: its document, else its bibliography entry. */
export const sourcePlace = {
  method: 'grounded/sourcePlace',
} as const;
export interface SourcePlaceParams {
  /** The draft. */
  readonly uri: string;
  readonly key: string;
}
export type SourcePlaceResult = WirePlace | null;
