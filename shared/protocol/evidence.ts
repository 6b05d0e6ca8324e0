import type { WireRange } from './messages.ts';

/**
 * Sent by the server when a source has been read again and claims of an open draft, whose text is the same, are judged
 * otherwise than before.
 */
export const evidenceChanged = {
  method: 'grounded/evidenceChanged',
} as const;
export interface EvidenceChangedParams {
  /** The draft. */
  readonly uri: string;
  readonly changes: readonly EvidenceChange[];
}
export interface EvidenceChange {
  readonly range: WireRange;
  /** The number or phrase of the draft. */
  readonly text: string;
  /** Verdicts; null where it was, or is now, nothing that can be judged. */
  readonly before: string | null;
  readonly after: string | null;
  /** What is said of it now; an empty string where nothing is. */
  readonly message: string;
}
