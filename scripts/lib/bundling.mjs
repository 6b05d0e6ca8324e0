// How every program and every test of the repository is bundled.
import { createRequire } from 'node:module';
import { inRoot } from './paths.mjs';

export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Node 20 knows the property escapes of regular expressions; else each literal with one is compiled wherever it is met.
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'cjs',
  logLevel: 'warning',
  // The packages' `module` builds are what bundles well; their `main` builds pull in UMD wrappers.
  mainFields: ['module', 'main'],
  // Such builds may ask for their own address, which a CommonJS bundle has under another name.
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** Loads a module in TypeScript, named from the repository's folder, with all that it takes from the product. */
export async function loadTypeScript(file) {
  const { build } = await import('esbuild');
  const outfile = inRoot('out', file.replace(/\.ts$/, '.cjs'));
  await build({ ...bundling, entryPoints: [inRoot(file)], outfile });
  return createRequire(import.meta.url)(outfile);
}
