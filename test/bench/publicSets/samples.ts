import type { JudgedClaim } from '../../../shared/engine/index.ts';
import { claimAt, isFlag } from '../../support/score.ts';
import type { Said, Sample } from '../samples/sample.ts';
import { type Answered, type PublicRecord, spanOf } from './read.ts';

/** The labelled numbers of the public sets, and the verdicts on sentences that are labelled as a whole. */
export function publicSamples(answers: readonly Answered[]): Sample[] {
  return answers.flatMap(({ record, claims }) => {
    if (record.target) return [numberSample(record, claimAt(claims, spanOf(record.target)))];
    if (record.numbers) return record.numbers.map((span) => cleanSample(record, claimAt(claims, spanOf(span))));
    return claims.map((judged) => sentenceSample(record, judged, claims));
  });
}

function numberSample(record: PublicRecord, judged: JudgedClaim | null): Sample {
  const sound = record.kind === 'true' || record.kind === 'derived_true';
  const isOpen = record.kind === 'swap' && record.decidable !== true;
  const base = sampleOf(record, judged, sound);
  return isOpen ? { ...base, sound: null, right: null } : { ...base, right: judged && isRight(record, judged, sound) };
}

function isRight({ kind, right }: PublicRecord, { verdict }: JudgedClaim, sound: boolean): boolean {
  if (sound) return verdict.kind === 'supported';
  if (kind !== 'misattributed') return verdict.kind === 'contradicted' || verdict.kind === 'unsupported';
  const names = verdict.evidence.some(({ source }) => source === right);
  return verdict.kind === 'unsupported' || (verdict.kind === 'misattributed' && names);
}

/** Authors' own numbers: a flag is wrong, support may be right or chance. */
function cleanSample(record: PublicRecord, judged: JudgedClaim | null): Sample {
  const base = sampleOf(record, judged, true);
  return { ...base, right: isFlag(base.said) ? false : null };
}

/** A sentence that is labelled as a whole tells a verdict's truth only where it cannot be about another part of it. */
function sentenceSample(record: PublicRecord, judged: JudgedClaim, all: readonly JudgedClaim[]): Sample {
  const { kind } = judged.verdict;
  const others = all.filter((other) => other !== judged);
  const isWhole = !others.some((other) => isFlag(other.verdict.kind));
  const right = ((): boolean | null => {
    if (kind === 'contradicted') return record.kind === 'refuted';
    if (kind === 'supported' && record.kind !== 'nei')
      return record.kind === 'supported' ? true : isWhole ? false : null;
    return null;
  })();
  return { ...sampleOf(record, judged, null), right };
}

function sampleOf(record: PublicRecord, judged: JudgedClaim | null, sound: boolean | null): Sample {
  const said: Said = judged?.verdict.kind ?? 'nothing';
  const kind = sound ? 'none' : record.kind;
  return { set: record.set, kind, pattern: null, paper: record.cite, sound, said, judged, right: null };
}
