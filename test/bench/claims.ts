// Prints how the labelled drafts come out: those of test/claims over seeds/, and, where GROUNDED_CLAIMS and
// GROUNDED_ORIGINALS name them, those drafts over the originals. `--misses` lists the numbers that came out wrong.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readFolder } from '../support/folder.ts';
import { rootFolder } from '../support/golden.ts';
import { confusionOf, missesOf, outcomesOf, scoreLine, scoreOf } from '../support/score.ts';

async function main(): Promise<void> {
  const showMisses = process.argv.includes('--misses');
  const { GROUNDED_CLAIMS: claims, GROUNDED_ORIGINALS: originals } = process.env;
  await print(path.join(rootFolder(), 'test', 'claims'), path.join(rootFolder(), 'seeds'), showMisses);
  if (claims === undefined || originals === undefined)
    console.log('GROUNDED_CLAIMS and GROUNDED_ORIGINALS do not name further drafts and their library.');
  else await print(claims, originals, showMisses);
}

async function print(drafts: string, folder: string, showMisses: boolean): Promise<void> {
  if (!existsSync(drafts)) return console.log(`There is no folder ${drafts}.`);
  const started = performance.now();
  const { library } = await readFolder(folder);
  const { sources, tables, facts } = library.counts;
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`${sources} sources, ${tables} tables and ${facts} numbers, read in ${seconds} s\n`);
  const all = readdirSync(drafts)
    .filter((name) => name.endsWith('.marked.md'))
    .sort()
    .flatMap((name) => {
      const outcomes = outcomesOf(readFileSync(path.join(drafts, name), 'utf8'), library);
      console.log(`${name.padEnd(28)}${scoreLine(scoreOf(outcomes))}`);
      if (showMisses) console.log(missesOf(outcomes));
      return outcomes;
    });
  console.log(`\n${confusionOf(all)}\n`);
}

main();
