// Prints how claims of known truth come out: the labelled drafts of test/claims and statements made from the tables of
// seeds/; and, where GROUNDED_CLAIMS (with GROUNDED_ORIGINALS) names them, the scored drafts over the originals and
// public sets of claims. `--misses` lists the labelled numbers that came out wrong.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Library } from '../../shared/engine/index.ts';
import { readFolder } from '../support/folder.ts';
import { rootFolder } from '../support/golden.ts';
import { confusionOf, missesOf, outcomesOf, scoreLine, scoreOf } from '../support/score.ts';
import { columns, percent } from './measure/columns.ts';
import { confusionByGround, confusionByKind, scoreByPattern } from './measure/confusion.ts';
import { settingCurve, tradeOff } from './measure/curve.ts';
import { measuresOf } from './publicSets/measures.ts';
import { publicSamples } from './publicSets/samples.ts';
import { ownSamples, publicAnswers } from './samples/collect.ts';
import type { Sample } from './samples/sample.ts';

const showMisses = process.argv.includes('--misses');

async function main(): Promise<void> {
  const { GROUNDED_CLAIMS: claims, GROUNDED_ORIGINALS: originals } = process.env;
  title('Drafts over seeds/');
  await printDrafts(path.join(rootFolder(), 'test', 'claims'), path.join(rootFolder(), 'seeds'));
  const own = await ownSamples();
  const made = own.filter(({ set }) => set === 'statements');
  title('Statements made from seeds/');
  print(confusionByKind(made), scoreByPattern(made));
  printCurves(made);
  title('Drafts and statements, by what their verdicts rest on');
  print(confusionByGround(grounded(own)));
  if (claims !== undefined && originals !== undefined) {
    title('Scored drafts over the originals');
    await printDrafts(claims, originals);
  }
  const answers = publicAnswers();
  if (answers === null) return console.log('GROUNDED_CLAIMS names no further drafts and public sets.');
  const samples = publicSamples(answers);
  title('Public sets');
  print(
    columns(measuresOf(answers).map(({ set, name, rate, of }) => [`${set}: ${name}`, percent(rate, 1), of])),
    confusionByKind(samples),
    confusionByGround(grounded(samples)),
  );
  for (const part of ['perturb', 'derived', 'clean']) {
    title(`Public sets: ${part}`);
    printCurves(samples.filter(({ set }) => set.endsWith(part)));
  }
}

const title = (text: string): void => console.log(`\n== ${text}\n`);
const print = (...tables: readonly string[]): void => console.log(`${tables.join('\n\n')}\n`);
const printCurves = (samples: readonly Sample[]): void => print(settingCurve(samples), tradeOff(samples));

function grounded(samples: readonly Sample[]): (Sample & { readonly ground: string })[] {
  return samples.flatMap((sample) => (sample.judged ? [{ ...sample, ground: sample.judged.measured.ground }] : []));
}

async function printDrafts(drafts: string, folder: string): Promise<void> {
  if (!existsSync(drafts)) return console.log(`There is no folder ${drafts}.`);
  const { library } = await timedReading(folder);
  const names = readdirSync(drafts).filter((name) => name.endsWith('.marked.md'));
  const all = names.toSorted().flatMap((name) => {
    const outcomes = outcomesOf(readFileSync(path.join(drafts, name), 'utf8'), library);
    console.log(`${name.padEnd(28)}${scoreLine(scoreOf(outcomes))}`);
    if (showMisses) console.log(missesOf(outcomes));
    return outcomes;
  });
  console.log(`\n${confusionOf(all)}`);
}

async function timedReading(folder: string): Promise<{ readonly library: Library }> {
  const started = performance.now();
  const read = await readFolder(folder);
  const { sources, tables, facts } = read.library.counts;
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`${sources} sources, ${tables} tables and ${facts} numbers, read in ${seconds} s\n`);
  return read;
}

main();
