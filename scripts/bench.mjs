// Bundles one file of test/bench/ and runs it: `node scripts/bench.mjs claims` runs test/bench/claims.ts. Further
// arguments go to it; like the tests, it finds the repository through GROUNDED_ROOT.
import fs from 'node:fs';
import { build } from 'esbuild';
import { bundling } from './lib/bundling.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const [name, ...args] = process.argv.slice(2);
const entry = inRoot('test', 'bench', `${name}.ts`);
if (name === undefined || !fs.existsSync(entry)) {
  console.error(`There is no test/bench/${name ?? 'NAME'}.ts.`);
  process.exit(2);
}
const outfile = inRoot('out', 'bench', `${name}.js`);
await build({ ...bundling, sourcemap: 'linked', entryPoints: [entry], outfile });
const env = { ...process.env, GROUNDED_ROOT: ROOT };
process.exitCode = run(process.execPath, ['--enable-source-maps', outfile, ...args], { env }) ? 0 : 1;
