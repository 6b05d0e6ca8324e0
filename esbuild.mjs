// Bundles the programs of the product into dist/. Names as arguments choose some of them: `node esbuild.mjs cli`.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundling } from './scripts/lib/bundling.mjs';
import { inRoot } from './scripts/lib/paths.mjs';

/** The library for PDFs, and where its files go: the page's, and those that reader and page share. */
const library = inRoot('node_modules', 'pdfjs-dist');
const pdf = inRoot('dist', 'pdf');

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
await Promise.all([
  ...[...wanted, ...(starts ? [reader] : [])].map((program) =>
    build({ ...bundling, minify, sourcemap: minify ? false : 'linked', ...program, outdir: 'dist' }),
  ),
  ...(wanted.includes(programs.client) ? [buildPdfPage()] : []),
]);
copyCharacterMaps();

/** The page for PDFs: its script and style, the library's worker, and what that loads when a file needs it. */
async function buildPdfPage() {
  await build({
    bundle: true,
    minify,
    platform: 'browser',
    // What VS Code 1.91 is made of.
    target: 'chrome122',
    format: 'esm',
    logLevel: 'warning',
    entryPoints: {
      view: 'client/viewer/main.ts',
      style: 'client/viewer/view.css',
      worker: path.join(library, 'legacy', 'build', 'pdf.worker.mjs'),
    },
    // Pictures for editing a PDF, which this page does not offer.
    loader: { '.svg': 'empty', '.gif': 'empty' },
    outdir: pdf,
  });
  const files = {
    '.': ['LICENSE'],
    // Pictures in scanned pages.
    wasm: [
      'jbig2.wasm',
      'openjpeg.wasm',
      'LICENSE_JBIG2',
      'LICENSE_OPENJPEG',
      'LICENSE_PDFJS_JBIG2',
      'LICENSE_PDFJS_OPENJPEG',
    ],
    // Fonts that every PDF may use without having them in it, and that a system has no counterpart of.
    standard_fonts: ['FoxitSymbol.pfb', 'FoxitDingbats.pfb', 'LICENSE_FOXIT'],
  };
  for (const [folder, names] of Object.entries(files)) {
    for (const name of names) fs.cpSync(path.join(library, folder, name), path.join(pdf, folder, name));
  }
}

/**
 * What Chinese, Japanese and Korean fonts mean by their codes, where they name one of the maps that every reader has.
 * No PDF may name those for UTF-8 and UTF-32, which are half of them by size.
 */
function copyCharacterMaps() {
  const filter = (file) => !/UTF(?:8|32)-[HV]\.bcmap$/.test(file);
  fs.cpSync(path.join(library, 'cmaps'), path.join(pdf, 'cmaps'), { recursive: true, filter });
}
