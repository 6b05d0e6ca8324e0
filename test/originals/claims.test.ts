import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readFolder } from '../support/folder.ts';
import { rootFolder } from '../support/golden.ts';
import { missesOf, outcomesOf, type Score, scoreLine, scoreOf } from '../support/score.ts';

interface Bars {
  readonly draft: string;
  readonly detection: number;
  readonly falseAlarms: number;
  readonly traced: number;
  readonly corrected: number;
}

/** Drafts over the originals; both folders must be named. */
const ON_ORIGINALS: readonly Bars[] = [
  { draft: 'captioning-brief.marked.md', detection: 0.93, falseAlarms: 0.02, traced: 0.96, corrected: 0.65 },
  { draft: 'swaps.marked.md', detection: 0.97, falseAlarms: 0.01, traced: 0.98, corrected: 0.93 },
];

/** Our own drafts over seeds/. */
const ON_SEEDS: readonly Bars[] = [
  { draft: 'brief.marked.md', detection: 1, falseAlarms: 0, traced: 1, corrected: 1 },
  { draft: 'phrasing.marked.md', detection: 0.93, falseAlarms: 0.02, traced: 0.96, corrected: 0.55 },
  { draft: 'tables.marked.md', detection: 1, falseAlarms: 0, traced: 1, corrected: 1 },
];

const { GROUNDED_ORIGINALS: originals, GROUNDED_CLAIMS: claims } = process.env;
const skip =
  (originals === undefined || claims === undefined) &&
  'GROUNDED_ORIGINALS and GROUNDED_CLAIMS do not name the originals and the drafts about them, so that these were not scored.';

const readings = new Map<string, ReturnType<typeof readFolder>>();

/** Each library is read once for all drafts about it. */
function libraryAt(folder: string): ReturnType<typeof readFolder> {
  const reading = readings.get(folder) ?? readFolder(folder);
  readings.set(folder, reading);
  return reading;
}

async function expectAbove(folder: string, library: string, bars: Bars): Promise<void> {
  const marked = readFileSync(path.join(folder, bars.draft), 'utf8');
  const outcomes = outcomesOf(marked, (await libraryAt(library)).library);
  assert.ok(outcomes.length > 20, `${bars.draft} holds ${outcomes.length} labels`);
  const score = scoreOf(outcomes);
  const isBelow = (name: keyof Score & keyof Bars): boolean =>
    name === 'falseAlarms' ? score[name] > bars[name] : score[name] < bars[name];
  const below = (['detection', 'falseAlarms', 'traced', 'corrected'] as const).filter(isBelow);
  assert.deepEqual(below, [], `${scoreLine(score)}\n${missesOf(outcomes)}`);
}

for (const bars of ON_ORIGINALS)
  test(`${bars.draft} over the originals`, { skip }, () => expectAbove(claims ?? '', originals ?? '', bars));

for (const bars of ON_SEEDS)
  test(`${bars.draft} over seeds`, () =>
    expectAbove(path.join(rootFolder(), 'test', 'claims'), path.join(rootFolder(), 'seeds'), bars));
