import type { VerdictKind } from '../../../shared/engine/index.ts';
import { claimAt, isFlag, sameNumber } from '../../support/score.ts';
import { type Answered, spanOf } from './read.ts';

/** A measure of a public set: how many of how many, or a rate that is no share of a count. */
export interface Measure {
  readonly set: string;
  readonly name: string;
  readonly rate: number;
  readonly of: number;
}

/** The labels of sentences that are labelled as a whole. */
const WHOLE: ReadonlySet<string> = new Set(['supported', 'refuted', 'nei']);

/** What is measured on the public sets, set by set. */
export function measuresOf(answers: readonly Answered[]): Measure[] {
  const counts = new Map<string, { set: string; name: string; hits: number; of: number }>();
  const count = (set: string, name: string, hit: boolean): void => {
    const id = `${set}\n${name}`;
    const known = counts.get(id) ?? { set, name, hits: 0, of: 0 };
    counts.set(id, { ...known, hits: known.hits + (hit ? 1 : 0), of: known.of + 1 });
  };
  for (const answered of answers) countNumbers(answered, count);
  const sentences = answers.filter(({ record }) => WHOLE.has(record.kind));
  const sets = [...new Set(sentences.map(({ record }) => record.set))];
  return [
    ...[...counts.values()].map(({ set, name, hits, of }) => ({ set, name, rate: hits / of, of })),
    ...sets.flatMap((set) =>
      sentenceMeasures(
        set,
        sentences.filter(({ record }) => record.set === set),
      ),
    ),
  ];
}

type Count = (set: string, name: string, hit: boolean) => void;

function countNumbers({ record, claims }: Answered, count: Count): void {
  const { set, kind, target, truth, right, decidable, numbers } = record;
  if (target) {
    const judged = claimAt(claims, spanOf(target));
    const said = judged?.verdict.kind ?? 'nothing';
    const flagged = isFlag(said);
    if (kind === 'true' || kind === 'derived_true') count(set, `${kind}, not flagged`, !flagged);
    else if (kind === 'swap')
      count(set, decidable ? 'swap, decidable, flagged' : 'swap, undecidable, flagged', flagged);
    else if (kind === 'misattributed') {
      const names = judged?.verdict.evidence.some(({ source }) => source === right) ?? false;
      count(set, 'right source named', said === 'misattributed' && names);
    } else count(set, `${kind}, flagged`, flagged);
    if (kind === 'absent') count(set, 'absent, not blamed on another source', said !== 'misattributed');
    const suggestion = judged && 'suggestion' in judged.verdict ? judged.verdict.suggestion : null;
    if (truth !== undefined && suggestion !== null)
      count(set, 'suggestion is the source’s value', sameNumber(suggestion, truth));
  }
  for (const span of numbers ?? []) {
    const said = claimAt(claims, spanOf(span))?.verdict.kind ?? 'nothing';
    count(set, 'clean, not contradicted', said !== 'contradicted');
    count(set, 'clean, not misattributed', said !== 'misattributed');
    count(set, 'clean, not flagged', !isFlag(said));
  }
}

/** What a checker says of a whole sentence: the gravest verdict on its parts. */
function wholeOf(kinds: readonly VerdictKind[]): 'refuted' | 'nei' | 'supported' | 'nothing' {
  if (kinds.includes('contradicted')) return 'refuted';
  if (kinds.some(isFlag)) return 'nei';
  return kinds.length > 0 ? 'supported' : 'nothing';
}

function sentenceMeasures(set: string, answers: readonly Answered[]): Measure[] {
  const pairs = answers.map(({ record, claims }) => ({
    is: record.kind,
    said: wholeOf(claims.map(({ verdict }) => verdict.kind)),
  }));
  const both = (kind: string): number => pairs.filter(({ is, said }) => is === kind && said === kind).length;
  const said = (kind: string, among = pairs): number => among.filter((pair) => pair.said === kind).length;
  const decidable = pairs.filter(({ is }) => is !== 'nei');
  const f1 = (kind: string): number => {
    const are = pairs.filter(({ is }) => is === kind).length;
    return (2 * both(kind)) / Math.max(1, said(kind, decidable) + are);
  };
  const share = (kind: string): number => both(kind) / Math.max(1, said(kind));
  const decided = said('supported') + said('refuted');
  return [
    { set, name: 'macro-F1, 2 classes', rate: (f1('supported') + f1('refuted')) / 2, of: decidable.length },
    { set, name: 'decided', rate: decided / pairs.length, of: pairs.length },
    { set, name: 'contradicted is right', rate: share('refuted'), of: said('refuted') },
    { set, name: 'supported is right', rate: share('supported'), of: said('supported') },
  ];
}
