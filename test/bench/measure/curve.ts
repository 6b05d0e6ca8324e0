import { isFlag } from '../../support/score.ts';
import type { Sample } from '../samples/sample.ts';
import { columns, percent } from './columns.ts';

const THRESHOLDS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95];
const LEVELS = [0.995, 0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9, 0.85, 0.8];

/** What is left as `grounded.minimumConfidence` goes up: the share of sound numbers not flagged, of wrong ones flagged. */
export function settingCurve(samples: readonly Sample[]): string {
  const known = samples.filter(({ sound }) => sound !== null);
  const kinds = kindsOf(known);
  return columns([
    ['minimum confidence', ...kinds.map((kind) => (kind === 'none' ? 'sound, not flagged %' : kind))],
    ...THRESHOLDS.map((least) => [
      least.toFixed(2),
      ...kinds.map((kind) => {
        const held = known.filter((one) => one.kind === kind);
        const seen = held.filter(({ said, judged }) => isFlag(said) && (judged?.confidence ?? 0) >= least).length;
        return percent(held[0]?.sound ? held.length - seen : seen, held.length);
      }),
    ]),
  ]);
}

/**
 * How many wrong numbers can be flagged while so many sound ones are not, when numbers are ranked by how likely they
 * are wrong: beyond what the judge flags, what it supports with little confidence comes next.
 */
export function tradeOff(samples: readonly Sample[]): string {
  const known = samples.filter(({ sound }) => sound !== null);
  const sound = known.filter((one) => one.sound).map(suspicionOf);
  const kinds = kindsOf(known.filter((one) => one.sound === false));
  if (kinds.length === 0) return 'No number of these is wrong.';
  const cuts = [...new Set(known.map(suspicionOf)), Number.POSITIVE_INFINITY].sort((a, b) => a - b);
  return columns([
    ['sound, not flagged %', ...kinds],
    ...LEVELS.map((level) => {
      const cut = cuts.find((one) => sound.filter((suspicion) => suspicion < one).length >= level * sound.length) ?? 1;
      return [
        (100 * level).toFixed(1),
        ...kinds.map((kind) => {
          const held = known.filter((one) => one.kind === kind);
          return percent(held.filter((one) => suspicionOf(one) >= cut).length, held.length);
        }),
      ];
    }),
  ]);
}

/** How likely a number is wrong, given what was said of it. */
function suspicionOf({ said, judged }: Sample): number {
  if (judged === null) return 0;
  return isFlag(said) ? judged.confidence : 1 - judged.confidence;
}

const kindsOf = (samples: readonly Sample[]): string[] => [...new Set(samples.map(({ kind }) => kind))];
