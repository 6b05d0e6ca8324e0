// Bundles the programs of the product into dist/. Names as arguments choose some of them: `node esbuild.mjs cli`.
import { build } from 'esbuild';
import { bundling } from './scripts/lib/bundling.mjs';

const minify = process.argv.includes('--minify');

const programs = {
  client: { entryPoints: { client: 'client/extension.ts' }, external: ['vscode'] },
  server: { entryPoints: { server: 'server/lsp/main.ts' } },
  cli: { entryPoints: { cli: 'server/cli/main.ts' }, banner: { js: `#!/usr/bin/env node\n${bundling.banner.js}` } },
};

// What the server and the command line start as a thread of its own.
const reader = { entryPoints: { reader: 'server/host/reading/main.ts' } };

const named = process.argv.slice(2).filter((argument) => argument in programs);
const wanted = (named.length > 0 ? named : Object.keys(programs)).map((name) => programs[name]);
const starts = wanted.some((program) => program !== programs.client);
await Promise.all(
  [...wanted, ...(starts ? [reader] : [])].map((program) =>
    build({ ...bundling, minify, sourcemap: minify ? false : 'linked', ...program, outdir: 'dist' }),
  ),
);
