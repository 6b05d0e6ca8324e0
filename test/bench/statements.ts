// Prints how statements made from the tables of papers come out, each paper alone: `node scripts/bench.mjs statements
// FOLDER [--count N] [--misses N]`. N statements are drawn for each pattern and table, 1 unless told, and each is said
// once as the source has it and once with each mistake it can hold. `--misses` lists so many of the true ones that are accused.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { libraryFileKind, listLibraryFiles } from '../../server/host/listFiles.ts';
import { createLibrary, documentId, readSource } from '../../shared/engine/index.ts';
import { isFlag } from '../support/score.ts';
import { commandLine } from './commandLine.ts';
import { columns, percent } from './measure/columns.ts';
import { statementSamples } from './samples/ownSamples.ts';
import { generateStatements } from './statements/generate.ts';

interface Tally {
  flagged: number;
  of: number;
}

async function main(): Promise<void> {
  const told = commandLine();
  if (told === null) return;
  const { folder, option } = told;
  const tallies = new Map<string, Tally>();
  const misses: string[] = [];
  const files = (await listLibraryFiles([folder], [])).filter((file) => libraryFileKind(file) === 'text');
  for (const file of files) {
    const document = readSource(file, readFileSync(file, 'utf8'));
    const library = createLibrary([{ id: documentId(file), document }], []);
    for (const specimen of generateStatements(library, option('--count', 1)))
      for (const { kind, said, judged } of statementSamples([specimen], library)) {
        if (judged === null) continue;
        const tally = tallies.get(kind) ?? { flagged: 0, of: 0 };
        const flagged = isFlag(said);
        tallies.set(kind, { flagged: tally.flagged + (flagged ? 1 : 0), of: tally.of + 1 });
        if (flagged && kind === 'none')
          misses.push(`${path.basename(file)}: ${specimen.marked}\n  «${judged.claim.text}» ${judged.message}`);
      }
  }
  console.log(columns([...tallies].map(([kind, { flagged, of }]) => [kind, percent(flagged, of), of])));
  for (const miss of misses.slice(0, option('--misses', 0))) console.log(miss);
}

main();
