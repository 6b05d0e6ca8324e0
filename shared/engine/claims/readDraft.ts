import type { Draft } from './draft.ts';

/** Reads a Markdown draft, without its byte order mark. Never throws. */
export function readDraft(text: string): Draft {
  return { text, blocks: [], citations: [], bibliographies: [], suppressions: [], problems: [] };
}
