// How every program and every test of the repository is bundled.

export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
  // The packages' `module` builds are what bundles well; their `main` builds pull in UMD wrappers.
  mainFields: ['module', 'main'],
  // Such builds may ask for their own address, which a CommonJS bundle has under another name.
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};
