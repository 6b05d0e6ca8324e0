// `npm start`: from a fresh clone to VS Code on the sample workspace, with the extension running.
//
//   npm start -- --no-editor   stops after the report on the sample draft
//
// The desktop's VS Code is opened where `code` is on the PATH, else VS Code in the browser. Ctrl+C ends it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot, ROOT } from './lib/paths.mjs';
import { cleanEnvironment, onPath, releaseAtExit, run, untilInterrupted } from './lib/processes.mjs';
import { provideDependencies, requireNode } from './lib/setup.mjs';
import { startVsCode } from './lib/vscodeServer.mjs';

requireNode();
try {
  await start();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function start() {
  provideDependencies();
  const { packVsix } = await import('./package.mjs');
  const vsix = await packVsix();
  console.log('The check of the sample draft, seeds/draft.md:\n');
  const check = ['check', 'seeds/draft.md', '--library', 'seeds', '--format', 'text', '--fail-on', 'never'];
  if (!run(process.execPath, [inRoot('dist', 'cli.js'), ...check], { cwd: ROOT })) process.exit(1);
  if (process.argv.includes('--no-editor')) return;

  const workspace = sampleWorkspace();
  const code = onPath('code');
  if (code === undefined) await browser(vsix, workspace);
  else await desktop(code, vsix, workspace);
}

/** A copy of seeds/: what is tried out in it changes nothing in the repository. It goes at the end. */
function sampleWorkspace() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'grounded-'));
  releaseAtExit(() => fs.rmSync(folder, { recursive: true, force: true }));
  const workspace = path.join(folder, 'sample');
  fs.cpSync(inRoot('seeds'), workspace, { recursive: true });
  return workspace;
}

async function desktop(code, vsix, workspace) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'grounded-code-'));
  releaseAtExit(() => fs.rmSync(profile, { recursive: true, force: true }));
  const folders = ['--user-data-dir', path.join(profile, 'user'), '--extensions-dir', path.join(profile, 'extensions')];
  const options = { env: cleanEnvironment(), shell: process.platform === 'win32' };
  if (!run(code, [...folders, '--install-extension', vsix, '--force'], options)) {
    throw new Error('VS Code did not install the extension.');
  }
  console.log('\nVS Code opens on a copy of the sample. Close its window, or press Ctrl+C here, to end.');
  const trust = ['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'];
  const files = [workspace, path.join(workspace, 'draft.md')];
  const child = spawn(code, [...folders, ...trust, '--new-window', '--wait', ...files], {
    ...options,
    stdio: 'inherit',
  });
  releaseAtExit(() => child.kill());
  await new Promise((resolve) => child.once('exit', resolve));
}

async function browser(vsix, workspace) {
  const vscode = await startVsCode({ vsix });
  const address = new URL(vscode.url);
  address.searchParams.set('folder', workspace);
  const draft = `vscode-remote://${vscode.url.host}${encodeURI(path.join(workspace, 'draft.md'))}`;
  address.searchParams.set('payload', JSON.stringify([['openFile', draft]]));
  console.log(`\nVS Code is at\n\n  ${address.href}\n\nwith a copy of the sample. Press Ctrl+C to end.`);
  await untilInterrupted();
  await vscode.stop();
  process.exit(0);
}
