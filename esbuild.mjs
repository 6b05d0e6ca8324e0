// Bundles the three programs of the product (and, with `--tests`, the tests) into dist/ and out/.
import { build } from 'esbuild';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: process.argv.includes('--minify') ? false : 'linked',
  minify: process.argv.includes('--minify'),
  logLevel: 'warning',
  // The packages' `module` builds are what bundles well; their `main` builds pull in UMD wrappers.
  mainFields: ['module', 'main'],
};

await Promise.all([
  build({ ...common, entryPoints: { client: 'client/extension.ts' }, outdir: 'dist', external: ['vscode'] }),
  build({ ...common, entryPoints: { server: 'server/lsp/main.ts' }, outdir: 'dist' }),
  build({
    ...common,
    entryPoints: { cli: 'server/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
