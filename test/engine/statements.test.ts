import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { confidenceOf } from '../../shared/engine/verdicts/confidence.ts';
import { examplesOf } from '../bench/calibration/examples.ts';
import { binsOf, calibrationError, ranking } from '../bench/calibration/reliability.ts';
import { statementSamples } from '../bench/samples/ownSamples.ts';
import { generateStatements, PATTERNS } from '../bench/statements/generate.ts';
import { MISTAKES } from '../bench/statements/slots.ts';
import { readFolder } from '../support/folder.ts';
import { rootFolder } from '../support/golden.ts';
import { isFlag } from '../support/score.ts';

/** Every so many statements are judged here; `npm run bench:claims` judges all. */
const EVERY = 8;
/** Of the wrong numbers, how many must be flagged; today it is 0.90. */
const LEAST_DETECTION = 0.89;
/** Of the sound ones, how many may be; today it is below 0.005. */
const MOST_FALSE_ALARMS = 0.01;
/** How far confidence and the share of right verdicts may be apart; today it is 0.04. */
const MOST_CALIBRATION_ERROR = 0.08;
/** How often a right verdict must be surer than a wrong one; today it is 0.9. */
const LEAST_RANKING = 0.8;

async function specimens() {
  const { library } = await readFolder(path.join(rootFolder(), 'seeds'));
  return { library, statements: generateStatements(library, 1) };
}
const reading = specimens();

const judging = reading.then(({ library, statements }) =>
  statementSamples(
    statements.filter((_, index) => index % EVERY === 0),
    library,
  ),
);

test('statements are made in every pattern, true and with every mistake, and always the same', async () => {
  const { library, statements } = await reading;
  const made = new Set(statements.map(({ pattern }) => pattern));
  assert.deepEqual(
    PATTERNS.map(({ name }) => name).filter((name) => !made.has(name)),
    [],
  );
  const mistakes = new Set(statements.map(({ mistake }) => mistake));
  assert.deepEqual(
    MISTAKES.filter((mistake) => !mistakes.has(mistake)),
    [],
  );
  assert.ok(mistakes.has('none'));
  assert.deepEqual(generateStatements(library, 1), statements);
});

test('statements made from the sample tables are judged as measured', async () => {
  const samples = await judging;
  const share = (list: typeof samples): number => list.filter(({ said }) => isFlag(said)).length / list.length;
  const detection = share(samples.filter(({ sound }) => sound === false));
  const falseAlarms = share(samples.filter(({ sound }) => sound === true));
  assert.ok(detection >= LEAST_DETECTION, `detection ${detection}`);
  assert.ok(falseAlarms <= MOST_FALSE_ALARMS, `false alarms ${falseAlarms}`);
});

test('the confidence of their verdicts is the share of right ones', async () => {
  const guesses = examplesOf(await judging).map(({ measured, right }) => ({
    confidence: confidenceOf(measured),
    right,
  }));
  const error = calibrationError(guesses);
  assert.ok(error <= MOST_CALIBRATION_ERROR, `calibration error ${error}: ${JSON.stringify(binsOf(guesses))}`);
  assert.ok(ranking(guesses) >= LEAST_RANKING, `right verdicts surer ${ranking(guesses)}`);
});
