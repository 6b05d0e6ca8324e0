// `npm run bench:server`: what a writer feels of the language server, dist/server.js over stdio, on a long draft and a
// large bibliography that are made for it. Beside each time stands how much of it the server's main thread was at work,
// which tells a slow server from a busy machine.
//
//   node scripts/bench-server.mjs --profile DIR   keeps a CPU profile of the server in DIR
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { largeBibliography } from './lib/benchBibliography.mjs';
import { longDraft, typedSentence } from './lib/benchDraft.mjs';
import { connect } from './lib/languageClient.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { releaseAtExit } from './lib/processes.mjs';

const bars = { ready: 1000, completion: 50, items: 100, bytes: 50_000, median: 15, p95: 25, memory: 130 };

const profile = process.argv.indexOf('--profile');
const profiling = profile >= 0;
const EDITS = profiling ? 400 : 40;
spawnSync(process.execPath, ['esbuild.mjs', 'server', ...(profiling ? [] : ['--minify'])], {
  cwd: ROOT,
  stdio: 'inherit',
});
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'grounded-bench-'));
releaseAtExit(() => fs.rmSync(folder, { recursive: true, force: true }));
fs.cpSync(inRoot('seeds'), folder, { recursive: true });
fs.writeFileSync(path.join(folder, 'large.bib'), largeBibliography());
const { text, at } = longDraft();
const draft = path.join(folder, 'long.md');
fs.writeFileSync(draft, text);

const options = !profiling ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(process.argv[profile + 1])}`];
// As the extension starts it.
const server = spawn(
  process.execPath,
  ['--max-semi-space-size=4', ...options, inRoot('dist', 'server.js'), '--stdio'],
  {
    stdio: ['pipe', 'pipe', 'inherit'],
  },
);
releaseAtExit(() => server.kill());
const client = connect(server);
const uri = pathToFileURL(draft).href;

const begun = performance.now();
await client.request('initialize', {
  processId: process.pid,
  rootUri: pathToFileURL(folder).href,
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
  // The pause before a check is not what is measured.
  initializationOptions: { delay: 0 },
  capabilities: {
    workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
    textDocument: {
      publishDiagnostics: { relatedInformation: true, versionSupport: true },
      completion: { completionList: { itemDefaults: ['editRange', 'data'] } },
    },
  },
});
client.notify('initialized', {});
const startup = performance.now() - begun;
let version = 1;
const line = text.slice(0, at).split('\n').length - 1;
const position = { line, character: at - text.lastIndexOf('\n', at - 1) - 1 };

const opened = stopwatch();
client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
await client.notified('grounded/status', ({ state, sources }) => state === 'ready' && sources > 5000);
const ready = opened();
await client.diagnostics(uri, version);
const firstCheck = opened();

// Nobody types that soon after opening a draft; the server uses the pause.
await new Promise((resume) => setTimeout(resume, 500));
const completions = [];
for (let round = 0; round < 5; round += 1) {
  const asked = stopwatch();
  const { result, bytes } = await client.requestWithSize('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  completions.push({ ...asked(), items: result.items.length, bytes });
}
const [first, ...later] = completions;

const edits = [];
for (let character = 0; character < EDITS; character += 1) {
  version += 1;
  const place = { line: line + 2, character };
  const edited = stopwatch();
  client.notify('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: place, end: place }, text: typedSentence[character % typedSentence.length] }],
  });
  await client.diagnostics(uri, version);
  edits.push(edited());
  await new Promise((resume) => setTimeout(resume, 30));
}
// At rest, as it is most of the time.
await new Promise((resume) => setTimeout(resume, 3000));
const memory = residentMegabytes(server.pid);
await client.request('shutdown');
client.notify('exit');
await new Promise((resolve) => server.once('exit', resolve));

const words = text.split(/\s+/).length;
console.log(`${words} words, ${client.lastDiagnostics(uri).length} diagnostics; server answers after ${ms(startup)}`);
console.log(`${''.padEnd(32)} ${'elapsed'.padStart(10)} ${'at work'.padStart(10)}`);
times('bibliography ready, cold', ready, bars.ready);
times('first check of the draft', firstCheck, null);
times('first completion', first, bars.completion);
times('  the slowest of the next four', quantile(later, 1), bars.completion);
row('  items', String(first.items), '', first.items, bars.items);
row('  bytes', String(first.bytes), '', first.bytes, bars.bytes);
times('edit to diagnostics, median', quantile(edits, 0.5), bars.median);
times('  95th percentile', quantile(edits, 0.95), bars.p95);
row('resident memory, at rest', `${Math.round(memory)} MB`, '', memory, bars.memory);

function times(name, { elapsed, atWork }, bar) {
  row(name, ms(elapsed), ms(atWork), elapsed, bar);
}

function row(name, shown, beside, value, bar) {
  const judged = bar === null ? '' : `${value <= bar ? 'within' : 'OVER'} ${bar}`;
  console.log(`${name.padEnd(32)} ${shown.padStart(10)} ${beside.padStart(10)}   ${judged}`.trimEnd());
}

/** Each measure on its own: the edit that took longest need not be the one that was most work. */
function quantile(measured, part) {
  const at = (name) => measured.map((one) => one[name]).sort((a, b) => a - b)[Math.ceil(measured.length * part) - 1];
  return { elapsed: at('elapsed'), atWork: at('atWork') };
}

/** A function that tells the milliseconds since now: those gone by, and those the server's main thread was at work. */
function stopwatch() {
  const from = performance.now();
  const workedBefore = worked();
  return () => ({ elapsed: performance.now() - from, atWork: worked() - workedBefore });
}

function worked() {
  if (process.platform !== 'linux') return NaN;
  const statistics = fs.readFileSync(`/proc/${server.pid}/task/${server.pid}/schedstat`, 'utf8');
  return Number(statistics.split(' ')[0]) / 1e6;
}

function ms(value) {
  return `${value.toFixed(1)} ms`;
}

function residentMegabytes(pid) {
  if (process.platform !== 'linux') return NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
}
