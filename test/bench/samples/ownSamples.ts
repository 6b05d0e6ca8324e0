import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Library } from '../../../shared/engine/index.ts';
import { type Label, type Outcome, outcomesOf } from '../../support/score.ts';
import type { Specimen } from '../statements/generate.ts';
import type { Said, Sample } from './sample.ts';

/** The numbers of all marked drafts of a folder. */
export function draftSamples(folder: string, library: Library): Sample[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.marked.md'));
  return names.toSorted().flatMap((name) =>
    outcomesOf(readFileSync(path.join(folder, name), 'utf8'), library).map((outcome) => ({
      ...sampleOf(outcome),
      set: 'drafts',
      kind: KINDS[outcome.labelled.label],
      pattern: null,
      paper: name,
    })),
  );
}

/** The numbers of statements made from the tables of a library. */
export function statementSamples(statements: readonly Specimen[], library: Library): Sample[] {
  return statements.flatMap(({ marked, pattern, mistake, table }) =>
    outcomesOf(marked, library).map((outcome) => ({
      ...sampleOf(outcome),
      set: 'statements',
      kind: isSound(outcome.labelled.label) ? 'none' : mistake,
      pattern,
      paper: table,
    })),
  );
}

const KINDS: Readonly<Record<Label, string>> = {
  S: 'none',
  N: 'none',
  I: 'no claim',
  C: 'contradicted',
  U: 'unsupported',
  M: 'source',
};

/**
 * The verdicts that are right for a label. What a source contradicts is not supported either, so that `unsupported` is
 * no wrong answer to it; the same holds for a number that another source has.
 */
const RIGHT: Readonly<Record<Label, readonly Said[]>> = {
  S: ['supported'],
  N: ['uncited', 'supported'],
  C: ['contradicted', 'unsupported'],
  U: ['unsupported'],
  M: ['misattributed', 'unsupported'],
  I: [],
};

const isSound = (label: Label): boolean => label === 'S' || label === 'N' || label === 'I';

function sampleOf({ labelled, said, judged }: Outcome): Pick<Sample, 'sound' | 'said' | 'judged' | 'right'> {
  return {
    sound: isSound(labelled.label),
    said,
    judged,
    right: judged === null ? null : RIGHT[labelled.label].includes(said),
  };
}
