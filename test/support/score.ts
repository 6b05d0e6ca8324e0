import {
  checkDraft,
  type JudgedClaim,
  type Library,
  readDraft,
  type Span,
  type VerdictKind,
} from '../../shared/engine/index.ts';

/**
 * What the label of a number in a marked draft says: `S` supported, `N` true but cited nowhere, `C` contradicted
 * (with the source's value), `U` in no source, `M` cited to the wrong source, `I` no claim.
 */
export type Label = 'S' | 'N' | 'C' | 'U' | 'M' | 'I';

export interface Labelled {
  /** Half-open UTF-16 offsets into the draft without its marks. */
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly label: Label;
  /** The source's own value, where the label is `C`; comparisons have none. */
  readonly truth: string | null;
}

/** A labelled number with what the engine said of it. */
export interface Outcome {
  readonly labelled: Labelled;
  readonly said: VerdictKind | 'nothing';
  readonly judged: JudgedClaim | null;
  readonly suggestion: string | null;
  /** The words around the number, for a report. */
  readonly context: string;
}

/** Shares from 0 to 1; a share of nothing is 1. */
export interface Score {
  /** Wrong numbers that were flagged. */
  readonly detection: number;
  /** Sound numbers, and digits that are no claim, that were flagged; 0 where there are none. */
  readonly falseAlarms: number;
  /** True claims that were traced to a source. */
  readonly traced: number;
  /** Contradicted numbers whose suggestion is the source's value. */
  readonly corrected: number;
  /** Numbers with the very verdict that their label asks for. */
  readonly exact: number;
}

const WANTED: Readonly<Record<Label, readonly Outcome['said'][]>> = {
  S: ['supported'],
  N: ['uncited', 'supported'],
  C: ['contradicted'],
  U: ['unsupported'],
  M: ['misattributed'],
  I: ['nothing'],
};
const FLAGS: ReadonlySet<string> = new Set(['contradicted', 'unsupported', 'misattributed']);
const TRACES: ReadonlySet<string> = new Set(['supported', 'uncited', 'misattributed']);

/** Takes the marks `⟦number|label|truth⟧` off a draft. */
export function readMarked(marked: string): { readonly text: string; readonly labels: readonly Labelled[] } {
  const labels: Labelled[] = [];
  const parts = marked.split(/⟦([^|⟦⟧]+)\|([SNCUMI])(?:\|([^⟦⟧]+))?⟧/);
  let text = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 4) {
    const [number = '', label = '', truth, behind = ''] = parts.slice(i, i + 4);
    const start = text.length;
    text += number;
    labels.push({ start, end: text.length, number, label: label as Label, truth: truth ?? null });
    text += behind;
  }
  return { text, labels };
}

/** Checks a marked draft against a library. */
export function outcomesOf(marked: string, library: Library): Outcome[] {
  const { text, labels } = readMarked(marked);
  const { claims } = checkDraft(readDraft(text), library);
  return labels.map((labelled) => {
    const judged = claimAt(claims, labelled);
    const verdict = judged?.verdict;
    const suggestion = verdict && 'suggestion' in verdict ? verdict.suggestion : null;
    const context = text.slice(Math.max(0, labelled.start - 70), labelled.end + 30).replace(/\s+/g, ' ');
    return { labelled, said: verdict?.kind ?? 'nothing', judged, suggestion, context };
  });
}

/** The claim that overlaps a range; of several the one that is flagged. */
export function claimAt(claims: readonly JudgedClaim[], { start, end }: Span): JudgedClaim | null {
  const over = claims.filter(({ claim }) => claim.span.start < end && start < claim.span.end);
  return over.find(({ verdict }) => isFlag(verdict.kind)) ?? over[0] ?? null;
}

/** Whether a verdict says that something is wrong. */
export function isFlag(said: Outcome['said']): boolean {
  return FLAGS.has(said);
}

export function isExact({ labelled, said }: Outcome): boolean {
  return WANTED[labelled.label].includes(said);
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const labelledBy = (letters: string): Outcome[] =>
    outcomes.filter(({ labelled }) => letters.includes(labelled.label));
  const isFlagged = ({ said }: Outcome): boolean => isFlag(said);
  const sound = labelledBy('SNI');
  return {
    detection: share(labelledBy('CUM'), isFlagged),
    falseAlarms: sound.length === 0 ? 0 : share(sound, isFlagged),
    traced: share(labelledBy('SNM'), ({ said }) => TRACES.has(said)),
    corrected: share(
      labelledBy('C').filter(({ labelled }) => labelled.truth !== null),
      ({ suggestion, labelled }) => suggestion !== null && sameNumber(suggestion, labelled.truth ?? ''),
    ),
    exact: share(outcomes, isExact),
  };
}

function share(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number {
  return outcomes.length === 0 ? 1 : outcomes.filter(is).length / outcomes.length;
}

const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** Whether two printed numbers are one, whatever their dress: 113,000 and 113k, 5.7 and 5.67 %, −0.04 and -0.04. */
export function sameNumber(one: string, other: string): boolean {
  const a = printed(one);
  const b = printed(other);
  if (a === null || b === null) return one.trim().toLowerCase() === other.trim().toLowerCase();
  const coarse = Math.max(a.step, b.step);
  const isFine = coarse <= Math.abs(b.value || 1) / 10;
  return a.value === b.value || (isFine && Math.abs(a.value - b.value) <= coarse * 0.5001);
}

/** The value and one unit in its last place. */
function printed(text: string): { readonly value: number; readonly step: number } | null {
  const plain = text.replaceAll('−', '-').replaceAll(',', '').trim();
  const match = /^\+?(-?\d+(?:\.(\d+))?)\s*([kmb](?![a-z]))?/i.exec(plain);
  if (!match) return null;
  const scale = SCALES[(match[3] ?? '').toLowerCase()] ?? 1;
  return { value: Number(match[1]) * scale, step: scale * 10 ** -(match[2]?.length ?? 0) };
}

/** How often each label got each verdict, as lines of a table. */
export function confusionOf(outcomes: readonly Outcome[]): string {
  const verdicts: readonly Outcome['said'][] = [
    'supported',
    'uncited',
    'misattributed',
    'contradicted',
    'unsupported',
    'nothing',
  ];
  const labels = Object.keys(WANTED) as Label[];
  const cells = labels.map((label) =>
    verdicts.map(
      (said) => outcomes.filter((outcome) => outcome.labelled.label === label && outcome.said === said).length,
    ),
  );
  const line = (head: string, rest: readonly (string | number)[]): string =>
    head.padEnd(4) + rest.map((cell) => String(cell).padStart(14)).join('');
  return [line('', verdicts), ...labels.map((label, i) => line(label, cells[i] ?? []))].join('\n');
}

/** `detection 97.5 %  false alarms 0.0 %  …` */
export function scoreLine(score: Score): string {
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  return [
    `detection ${percent(score.detection)}`,
    `false alarms ${percent(score.falseAlarms)}`,
    `traced ${percent(score.traced)}`,
    `corrected ${percent(score.corrected)}`,
    `exact ${percent(score.exact)}`,
  ].join('  ');
}

/** The outcomes that are not what their label asks for, one line each. */
export function missesOf(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter((outcome) => !isExact(outcome))
    .map(({ labelled, said, context }) => `${labelled.number} is ${labelled.label} and got ${said}: …${context}…`)
    .join('\n');
}
