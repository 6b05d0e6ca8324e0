import type { Citation, CiteKey, Claim, Draft, DraftBlock } from '../engine/index.ts';
import { holds } from '../engine/index.ts';
import type { Edit } from './edit.ts';

/**
 * The edit that cites `key` for a claim: into the bracketed group that its sentence already has, else before the
 * full stop of its sentence; for a table cell, behind the name of its row.
 */
export function insertCitation(draft: Draft, claim: Claim, key: CiteKey): Edit {
  const block = draft.blocks.find(({ span }) => holds(span, claim.span.start));
  if (block?.kind === 'table') return inRow(draft, block, claim, key);
  const group = groupOf(draft, claim);
  if (group !== null) return insertion(group.end - 1, `; @${key}`);
  const { start, end } = claim.sentence;
  const sentence = draft.text.slice(start, end).trimEnd();
  const stop = /[.!?…:;,]+["'”’»)*_\]]*$/.exec(sentence)?.[0] ?? '';
  const at = Math.max(start + sentence.length - stop.length, claim.span.end);
  return insertion(at, ` [@${key}]`);
}

/** The last bracketed group of the sentence, where it is not the citation of another claim before this one. */
function groupOf(draft: Draft, claim: Claim): Citation['group'] | null {
  const groups = draft.citations
    .filter(
      ({ mode, group }) => mode !== 'narrative' && group.start >= claim.span.end && group.end <= claim.sentence.end,
    )
    .map(({ group }) => group)
    .filter((group) => draft.text.charAt(group.end - 1) === ']');
  return groups[0] ?? null;
}

function inRow(draft: Draft, table: Extract<DraftBlock, { kind: 'table' }>, claim: Claim, key: CiteKey): Edit {
  const row = table.rows.find((cells) => cells.some(({ span }) => holds(span, claim.span.start)));
  const [stub] = row ?? [];
  if (stub === undefined) return insertion(claim.span.end, ` [@${key}]`);
  const content = draft.text.slice(stub.span.start, stub.span.end).replace(/\s*\|?\s*$/, '');
  return insertion(stub.span.start + content.length, ` [@${key}]`);
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
