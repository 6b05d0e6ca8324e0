// The peers that `npm run bench:citations -- --peers FOLDER` measures on our corpus. Each is taken from the folder's
// node_modules; of what is not installed there, only the name is told.
import fs from 'node:fs';
import path from 'node:path';

export const peers = [
  {
    package: 'vscode-markdown-languageserver',
    measured: 'diagnostics of links, anew at each edit',
    // The server has its client parse Markdown.
    needs: ['markdown-it'],
    adapter: () => import('./markdownServer.mjs'),
  },
  {
    package: 'harper.js',
    measured: 'grammar of the draft, anew at each edit',
    needs: [],
    adapter: () => import('./harper.mjs'),
  },
  {
    package: 'cspell-lib',
    measured: 'spelling of the draft, anew at each edit',
    needs: [],
    adapter: () => import('./cspell.mjs'),
  },
  {
    package: '@citation-js/plugin-bibtex',
    measured: 'bibliography read',
    needs: ['@citation-js/core'],
    adapter: () => import('./citationJs.mjs'),
  },
];

/** A path in the folder's node_modules. */
export function inPeers(folder, ...parts) {
  return path.join(folder, 'node_modules', ...parts);
}

/** The version installed in the folder, or undefined. */
export function installedVersion(folder, name) {
  const manifest = inPeers(folder, name, 'package.json');
  return fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, 'utf8')).version : undefined;
}
