// Running other programs, and freeing what was started however this process ends.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const windows = process.platform === 'win32';

/** Runs a program to its end with the output shown. Returns whether it succeeded. */
export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  return status === 0;
}

/** Runs npm; its output appears only when it fails. Throws with that output. */
export function npm(args, cwd) {
  const result = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    shell: windows,
    env: cleanEnvironment(),
  });
  if (result.status !== 0)
    throw new Error(`npm ${args.join(' ')} failed:\n${result.stderr || result.stdout || result.error}`);
}

/** Runs a program and keeps what it writes, shown as well unless `quiet`. Resolves with its exit status and output. */
export function runAndKeep(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (stream, shown) =>
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (!quiet) shown.write(text);
      });
    keep(child.stdout, process.stdout);
    keep(child.stderr, process.stderr);
    child.once('error', (error) => resolve({ status: 1, output: `${output}${error.message}` }));
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** The full path of a program on the PATH, or undefined. */
export function onPath(name) {
  const names = windows ? [`${name}.cmd`, `${name}.exe`] : [name];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const file of names) {
      const full = path.join(folder, file);
      if (folder !== '' && fs.existsSync(full)) return full;
    }
  }
  return undefined;
}

/** What npm, a terminal inside an editor or a test runner left in the environment must not reach another editor. */
export function cleanEnvironment() {
  const foreign =
    /^(NODE_OPTIONS|NODE_TEST_CONTEXT|PORT|PASSWORD|VSCODE_|ELECTRON_|npm_(lifecycle|package|command|config_local_prefix|node_execpath|execpath))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

const releases = [];
let interrupted = () => process.exit(130);

/** Has `release` (synchronous) called when this process ends, also on Ctrl+C. */
export function releaseAtExit(release) {
  if (releases.length === 0) {
    process.once('exit', () => {
      for (const each of releases.reverse()) each();
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupted());
  }
  releases.push(release);
}

/** Resolves at Ctrl+C, so that what runs can be ended in order; a second Ctrl+C ends it at once. */
export function untilInterrupted() {
  return new Promise((resolve) => {
    const atOnce = interrupted;
    const alive = setInterval(() => {}, 1 << 30);
    interrupted = () => {
      interrupted = atOnce;
      clearInterval(alive);
      resolve();
    };
  });
}
