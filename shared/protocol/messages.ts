/**
 * The requests and notifications beyond the Language Server Protocol, for editors that can show more than it offers.
 * Everything else works without them.
 */
import type { WireSourcePlace } from './tables.ts';

/** Zero-based line and UTF-16 column. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

export interface WirePlace {
  readonly uri: string;
  readonly range: WireRange;
}

export interface DocumentPosition {
  readonly uri: string;
  readonly position: WirePosition;
}

/** How many claims of each verdict a check found, and how many citations lead nowhere. */
export interface WireCounts {
  readonly claims: number;
  readonly supported: number;
  readonly uncited: number;
  readonly misattributed: number;
  readonly contradicted: number;
  readonly unsupported: number;
  readonly undefinedCitations: number;
}

/** A report for people, as Markdown. */
export interface CheckResult {
  readonly markdown: string;
  readonly counts: WireCounts;
}

/** Checks one open document or file now and reports on it. */
export const checkDocument = {
  method: 'grounded/checkDocument',
} as const;
/** `workDoneToken` is the protocol's own, for progress. */
export interface CheckDocumentParams {
  readonly uri: string;
  readonly workDoneToken?: string | number;
}
export type CheckDocumentResult = CheckResult | null;

/** Checks every draft of the workspace: the open ones and the Markdown files that name a bibliography. Can be cancelled. */
export const checkWorkspace = {
  method: 'grounded/checkWorkspace',
} as const;
export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
}
export type CheckWorkspaceResult = CheckResult;

/** Where the source says what the draft says at a position; null where nothing is known of it. */
export const sourceAt = {
  method: 'grounded/sourceAt',
} as const;
export type SourceAtParams = DocumentPosition;
export type SourceAtResult = WireSourcePlace | null;

/** How the claim at a position was bound and judged, step by step, as Markdown; null where there is no claim. */
export const explain = {
  method: 'grounded/explain',
} as const;
export type ExplainParams = DocumentPosition;
export type ExplainResult = { readonly markdown: string } | null;

/** Full-text search over the library of the active document (`uri`), or of the workspace. */
export const search = {
  method: 'grounded/search',
} as const;
export interface SearchParams {
  readonly query: string;
  readonly limit: number;
  readonly uri?: string;
}
export interface SearchHit {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly place: WireSourcePlace;
}
export type SearchResult = readonly SearchHit[];

/** Looks at every library file again and checks the open drafts anew; answers with the state that results. */
export const reindex = {
  method: 'grounded/reindex',
} as const;
export type ReindexResult = StatusParams;

/** Sent by the server whenever the state of a library changes. */
export const status = {
  method: 'grounded/status',
} as const;
export interface StatusParams {
  readonly state: 'indexing' | 'ready' | 'problem';
  readonly sources: number;
  readonly tables: number;
  readonly facts: number;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  /** One line for a person: `5 sources, 14 tables`. */
  readonly message: string;
}
