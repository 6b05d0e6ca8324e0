// Prints how far the forms of one paper (LaTeX, Markdown, PDF, …) agree on the numbers of its tables:
// `node scripts/bench.mjs compareForms FOLDER [--misses N]`. FOLDER holds a folder for each paper, with the paper in
// several forms; of LaTeX the main file, which has \documentclass, is found by itself.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { commandLine } from './commandLine.ts';
import { type Agreement, compare } from './forms/agreement.ts';
import { type Form, readForms } from './forms/readForms.ts';

async function main(): Promise<void> {
  const told = commandLine();
  if (told === null) return;
  const { folder } = told;
  const most = told.option('--misses', 0);
  const totals = new Map<string, { agreed: number; of: number }>();
  for (const name of readdirSync(folder).sort()) {
    const paper = path.join(folder, name);
    if (!statSync(paper).isDirectory()) continue;
    const forms = await readForms(paper);
    if (forms.length < 2) continue;
    console.log(`${name}: ${forms.map(sizeOf).join(', ')} numbers`);
    for (const [i, a] of forms.entries())
      for (const b of forms.slice(i + 1)) {
        const pair = [a.form, b.form].sort().join('–');
        const agreement = compare(a.numbers, b.numbers);
        const total = totals.get(pair) ?? { agreed: 0, of: 0 };
        totals.set(pair, { agreed: total.agreed + agreement.agreed, of: total.of + agreement.of });
        print(pair, agreement, most);
      }
  }
  console.log('\nall papers');
  for (const [pair, total] of totals) print(pair, { ...total, misses: [] }, 0);
}

function sizeOf({ form, numbers, unplaced }: Form): string {
  return `${form} ${numbers.length}${unplaced > 0 ? ` (and ${unplaced} whose row is not known)` : ''}`;
}

function print(pair: string, { agreed, of, misses }: Agreement, most: number): void {
  const share = of === 0 ? '' : `${((100 * agreed) / of).toFixed(1)} %`;
  console.log(`  ${pair.padEnd(12)} ${share.padStart(8)}  ${agreed} of ${of}`);
  for (const miss of misses.slice(0, most)) console.log(`    ${miss}`);
}

main();
