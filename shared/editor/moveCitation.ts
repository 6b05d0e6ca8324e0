import type { CheckedDraft, Citation, Draft, JudgedClaim } from '../engine/index.ts';
import { citationAt, subjectAt } from './at.ts';
import type { Edit } from './edit.ts';
import { insertCitation } from './insertCitation.ts';
import { removeCitation } from './removeCitation.ts';

/** A change that a writer may want where nothing is wrong. */
export interface Rewrite {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** So many numbers of one citation are offered at it. */
const most = 3;

/**
 * At a number that a citation elsewhere in its paragraph vouches for, or at that citation: to cite the source next to
 * the number, and to take the citation away from where it is if nothing else leans on it there.
 */
export function moveCitationAt(draft: Draft, checked: CheckedDraft, offset: number): Rewrite[] {
  const subject = subjectAt(checked, offset);
  if (subject?.kind === 'claim') return rewrites(draft, checked, subject.judged);
  const citation = citationAt(draft, offset);
  if (citation === null) return [];
  const claims = checked.claims.filter((judged) => vouching(judged)?.span.start === citation.span.start);
  const firsts = claims.filter(
    ({ claim }, index) => claims.findIndex((one) => one.claim.sentence.start === claim.sentence.start) === index,
  );
  return firsts.slice(0, most).flatMap((judged) => rewrites(draft, checked, judged));
}

/** The citation of another sentence of the paragraph that is borne out as that of the claim. */
function vouching({ claim, verdict }: JudgedClaim): Citation | null {
  if (claim.cited !== 'paragraph' || verdict.kind !== 'supported') return null;
  const [{ source }] = verdict.evidence;
  const own = claim.citations.filter(({ key }) => key === source);
  return own.find(({ span }) => span.start >= claim.sentence.end) ?? own.at(-1) ?? null;
}

function rewrites(draft: Draft, checked: CheckedDraft, judged: JudgedClaim): Rewrite[] {
  const { claim } = judged;
  const citation = vouching(judged);
  const block = draft.blocks.find(({ span }) => span.start <= claim.span.start && claim.span.end <= span.end);
  if (citation === null || block?.kind !== 'prose') return [];
  const locator = citation.locator && draft.text.slice(citation.locator.span.start, citation.locator.span.end);
  const insert = insertCitation(draft, claim, citation.key, locator);
  const remove = removeCitation(draft, citation);
  const repeat: Rewrite = { title: `Cite @${citation.key} next to ${claim.text}, too`, edits: [insert] };
  if (remove === null || hasOthers(checked, judged, citation)) return [repeat];
  const move: Rewrite = {
    title: `Move the citation of @${citation.key} next to ${claim.text}`,
    edits: [insert, remove],
  };
  return [repeat, move];
}

/** True where claims of other sentences lean on the citation, too. */
function hasOthers({ claims }: CheckedDraft, { claim }: JudgedClaim, { span }: Citation): boolean {
  return claims.some(
    (other) =>
      other.claim.sentence.start !== claim.sentence.start &&
      other.claim.citations.some((one) => one.span.start === span.start),
  );
}
