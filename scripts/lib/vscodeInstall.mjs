// A real VS Code without a display: VS Code's own server with its workbench for browsers, from the package `code-server`,
// and the Node that this version wants, both in .vscode-real/. No install script is run and nothing is compiled:
// what then stays unbuilt only costs log files.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { npm } from './processes.mjs';

const CODE_SERVER = '4.139.1';
const NODE = '24.21.0';

const home = inRoot('.vscode-real', CODE_SERVER);
const modules = path.join(home, 'node_modules');
const vscode = path.join(modules, 'code-server', 'lib', 'vscode');
const platform = process.platform === 'win32' ? 'win' : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;
const program = process.platform === 'win32' ? 'node.exe' : 'node';

/** The server's script and the Node to run it with. */
export const VSCODE = {
  node: path.join(modules, nodePackage, 'bin', program),
  server: path.join(vscode, 'out', 'server-main.js'),
};

/** Installs VS Code unless it is there. Takes under a minute the first time. Throws with npm's message. */
export function installVsCode() {
  const finished = path.join(home, 'finished');
  if (fs.existsSync(finished)) return;
  console.log(`Installing VS Code 1.${CODE_SERVER.slice(2)} into .vscode-real/ (once, some 400 MB) …`);
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-package-lock'];
  npm(['install', ...quiet, `code-server@${CODE_SERVER}`, `${nodePackage}@${NODE}`], home);
  // VS Code's own packages are nested, and their lock file does not satisfy `npm ci`.
  npm(['install', ...quiet, '--omit=dev', '--legacy-peer-deps'], vscode);
  npm(['install', ...quiet, '--omit=dev'], path.join(vscode, 'extensions'));
  for (const unused of ['extensions/copilot', 'node_modules/@github', 'node_modules/@microsoft/mxc-sdk']) {
    fs.rmSync(path.join(vscode, unused), { recursive: true, force: true });
  }
  fs.writeFileSync(finished, '');
}
