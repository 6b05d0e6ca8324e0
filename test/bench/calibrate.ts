// Measures how far the confidence of verdicts can be trusted, on our own labelled data, and writes what docs/ shows of
// it. Where GROUNDED_CLAIMS names the public sets too, the coefficients are fitted anew and written as well: without
// sentences that nobody here wrote they would promise too much.
import fs from 'node:fs';
import path from 'node:path';
import { type ConfidenceModel, confidenceOf } from '../../shared/engine/verdicts/confidence.ts';
import { CONFIDENCE_MODEL } from '../../shared/engine/verdicts/confidenceModel.ts';
import { rootFolder } from '../support/golden.ts';
import { crossValidate } from './calibration/crossValidate.ts';
import { type Example, examplesOf } from './calibration/examples.ts';
import { fitModel } from './calibration/fit.ts';
import { modelText } from './calibration/modelText.ts';
import { groundsTable, reliabilityTable, withSection } from './calibration/page.ts';
import { reliabilityPlot } from './calibration/plot.ts';
import { binsOf, calibrationError, type Guess, ranking } from './calibration/reliability.ts';
import { publicSamples } from './publicSets/samples.ts';
import { ownSamples, publicAnswers, scoredSamples } from './samples/collect.ts';

const inRoot = (...parts: readonly string[]): string => path.join(rootFolder(), ...parts);

async function main(): Promise<void> {
  const own = examplesOf(await ownSamples());
  const answers = publicAnswers();
  if (answers === null) {
    console.log('GROUNDED_CLAIMS names no public sets, so that the coefficients stay.\n');
    return showOwn(own, CONFIDENCE_MODEL);
  }
  const fromSets = examplesOf(publicSamples(answers));
  const all = [...fromSets, ...own, ...examplesOf(await scoredSamples())];
  const unseen = crossValidate(all);
  const told = [
    report('public sets, papers unseen', unseen.slice(0, fromSets.length)),
    report('our own data, tables unseen', unseen.slice(fromSets.length, fromSets.length + own.length)),
  ];
  const model = fitModel(all);
  fs.writeFileSync(inRoot('shared', 'engine', 'verdicts', 'confidenceModel.ts'), modelText(model));
  writeSections([
    ['grounds', groundsTable(model)],
    ['unseen', told.map((line) => `- ${line}`).join('\n')],
  ]);
  showOwn(own, model);
}

/** Draws what the coefficients promise for our own data, and what is right of it. */
function showOwn(own: readonly Example[], model: ConfidenceModel): void {
  const guesses = own.map(({ measured, right }) => ({ confidence: confidenceOf(measured, model), right }));
  report('our own data, these coefficients', guesses);
  const bins = binsOf(guesses);
  fs.writeFileSync(inRoot('docs', 'reliability.svg'), reliabilityPlot(bins));
  writeSections([['reliability', reliabilityTable(bins)]]);
}

function writeSections(sections: readonly (readonly [name: string, text: string])[]): void {
  const file = inRoot('docs', 'confidence.md');
  const page = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(
    file,
    sections.reduce((text, [name, section]) => withSection(text, name, section), page),
  );
}

/** Prints a table of confidence and right verdicts, and returns the line above it. */
function report(title: string, guesses: readonly Guess[]): string {
  const error = calibrationError(guesses).toFixed(3);
  const line = `${title}: ${guesses.length} verdicts, expected calibration error ${error}; a right verdict is surer than a wrong one in ${(100 * ranking(guesses)).toFixed(0)} % of the pairs`;
  console.log(`${line}\n${reliabilityTable(binsOf(guesses))}\n`);
  return line;
}

main();
