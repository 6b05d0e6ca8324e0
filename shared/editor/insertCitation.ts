import type { Citation, CiteKey, Claim, Draft, DraftBlock } from '../engine/index.ts';
import { addToGroup, holds, isWritten, styleOf, writeCitation } from '../engine/index.ts';
import type { Edit } from './edit.ts';

/**
 * The edit that cites `key`, with a locator if there is one, for a claim: into the group behind it that its sentence already has, else before the
 * full stop of its sentence; for a table cell, behind the name of its row.
 */
export function insertCitation(draft: Draft, claim: Claim, key: CiteKey, locator: string | null = null): Edit {
  const block = draft.blocks.find(({ span }) => holds(span, claim.span.start));
  if (block?.kind === 'table') return inRow(draft, block, claim, key, locator);
  const group = groupBehind(draft, claim);
  // A locator is that of a group's last key in Pandoc's syntax alone.
  if (group !== null && (locator === null || group.style === 'pandoc')) {
    const { span, text } = addToGroup(draft.text, group, key);
    return { span, text: locator === null ? text : `${text}, ${locator}` };
  }
  const { start, end } = claim.sentence;
  const sentence = draft.text.slice(start, end).trimEnd();
  const stop = /[.!?…:;,]+["'”’»)*_\]]*$/.exec(sentence)?.[0] ?? '';
  const at = Math.max(start + sentence.length - stop.length, claim.span.end);
  return insertion(at, ` ${newCitation(draft, key, locator)}`);
}

/** The first bracketed group behind the claim in its sentence. */
function groupBehind(draft: Draft, claim: Claim): Citation | null {
  const inSentence = draft.citations.filter(
    (citation) =>
      citation.mode !== 'narrative' &&
      citation.group.start >= claim.span.end &&
      citation.group.end <= claim.sentence.end &&
      isWritten(draft, citation),
  );
  return inSentence.find(({ style, group }) => style !== 'pandoc' || draft.text.charAt(group.end - 1) === ']') ?? null;
}

function newCitation(draft: Draft, key: CiteKey, locator: string | null): string {
  // A draft that already cites shows how it is done in it.
  return writeCitation(draft.citations[0]?.style ?? styleOf(draft.syntax), [key], locator);
}

function inRow(
  draft: Draft,
  table: Extract<DraftBlock, { kind: 'table' }>,
  claim: Claim,
  key: CiteKey,
  locator: string | null,
): Edit {
  const row = table.rows.find((cells) => cells.some(({ span }) => holds(span, claim.span.start)));
  const [stub] = row ?? [];
  if (stub === undefined) return insertion(claim.span.end, ` ${newCitation(draft, key, locator)}`);
  const content = draft.text.slice(stub.span.start, stub.span.end).replace(/\s*\|?\s*$/, '');
  return insertion(stub.span.start + content.length, ` ${newCitation(draft, key, locator)}`);
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
