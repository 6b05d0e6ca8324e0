import type { CiteKey, Draft } from '../engine/index.ts';
import type { Edit } from './edit.ts';
import type { Finding } from './findings.ts';
import { keysOf } from './fixes.ts';
import { insertCitation } from './insertCitation.ts';

/** How sure a verdict must be before its citation is inserted without a look. */
const sure = 0.8;

/**
 * The edits that insert every citation about which there is no doubt: the claim is uncited, one source alone confirms
 * it, and all uncited claims of its sentence name that source. Each sentence gets one citation; numbers stay as they are.
 */
export function citationsWithoutDoubt(draft: Draft, findings: readonly Finding[]): Edit[] {
  const sentences = new Map<number, { edit: Edit | null; key: CiteKey | null }>();
  for (const { subject } of findings) {
    if (subject.kind !== 'claim' || subject.judged.verdict.kind !== 'uncited') continue;
    const { claim, confidence } = subject.judged;
    const keys = keysOf(subject.judged);
    const key = keys.length === 1 && confidence >= sure ? (keys[0] ?? null) : null;
    const known = sentences.get(claim.sentence.start);
    if (known !== undefined && known.key !== key) sentences.set(claim.sentence.start, { edit: null, key: null });
    else if (key !== null) sentences.set(claim.sentence.start, { edit: insertCitation(draft, claim, key), key });
    else sentences.set(claim.sentence.start, { edit: null, key: null });
  }
  return [...sentences.values()].flatMap(({ edit }) => (edit === null ? [] : [edit]));
}
