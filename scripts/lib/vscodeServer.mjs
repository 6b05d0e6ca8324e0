// Starts the VS Code of .vscode-real/ on a free loopback port with a profile of its own, which goes when it stops.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cleanEnvironment, releaseAtExit } from './processes.mjs';
import { installVsCode, VSCODE } from './vscodeInstall.mjs';

/** A quiet editor: nothing on the screen that is not the draft's, nothing asked of the network. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  // A browser's default is to save what is typed after a second.
  'files.autoSave': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Resolves when the server listens, with its address, the folder of its profile, and `stop`.
 * `vsix` is installed as a user would; `driven` lets a page's address name a test suite to be run.
 */
export async function startVsCode({ vsix, settings = {}, driven = false, env = {} } = {}) {
  installVsCode();
  // A short name: the server puts sockets there, and the path of a socket may have about a hundred bytes.
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'gvs-'));
  const remove = () => fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  releaseAtExit(() => fs.rmSync(profile, { recursive: true, force: true }));
  const folders = profileArguments(profile, { ...SETTINGS, ...settings });
  if (vsix !== undefined) installVsix(vsix, folders);

  const listen = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'];
  const quiet = ['--telemetry-level', 'off', '--disable-workspace-trust'];
  const args = [VSCODE.server, ...folders, ...listen, ...quiet, ...(driven ? ['--enable-smoke-test-driver'] : [])];
  const child = spawn(VSCODE.node, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), EXTENSIONS_GALLERY: '{}', ...env },
  });
  releaseAtExit(() => kill(child, 'SIGKILL'));
  const port = await listeningPort(child);
  const stop = async () => {
    const gone = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : undefined;
    kill(child, 'SIGTERM');
    const impatient = setTimeout(() => kill(child, 'SIGKILL'), 4000);
    await gone;
    clearTimeout(impatient);
    kill(child, 'SIGKILL'); // the extension host may outlive the server for a while
    remove();
  };
  return { url: new URL(`http://127.0.0.1:${port}/`), profile, stop };
}

function profileArguments(profile, settings) {
  const user = path.join(profile, 'user');
  fs.mkdirSync(path.join(user, 'User'), { recursive: true });
  fs.writeFileSync(path.join(user, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
  const extensions = path.join(profile, 'extensions');
  fs.mkdirSync(extensions);
  const data = path.join(profile, 'data');
  return ['--server-data-dir', data, '--user-data-dir', user, '--extensions-dir', extensions];
}

function installVsix(vsix, folders) {
  const args = [VSCODE.server, ...folders, '--accept-server-license-terms', '--install-extension', vsix, '--force'];
  const { status, stdout, stderr } = spawnSync(VSCODE.node, args, { encoding: 'utf8', env: cleanEnvironment() });
  if (status !== 0 || !/successfully installed/.test(stdout)) {
    throw new Error(`VS Code did not install ${path.basename(vsix)}:\n${stdout}${stderr}`);
  }
}

/** The whole process group: the server, its extension hosts and the language servers they started. */
function kill(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}

function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(() => reject(new Error(`VS Code does not listen after 60 s:\n${output}`)), 60_000);
    const read = (text) => {
      output = `${output}${text}`.slice(-4000);
      const port = /listening on (?:http:\/\/[^:]+:)?(\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      resolve(Number(port));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('exit', (status) => {
      clearTimeout(late);
      reject(new Error(`VS Code left with status ${status}:\n${output}`));
    });
  });
}
