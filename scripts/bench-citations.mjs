// `npm run bench:citations`: what a writer feels of the language server, dist/server.js over stdio, on a draft of 10,600
// words and a bibliography of 5,000 entries and 5.6 MB that are made for it. The first server finds nothing in its
// cache, the second what the first has left there. Beside each time stands how much of it the server's main thread was
// at work, which tells a slow server from a busy machine.
//
//   node scripts/bench-citations.mjs --profile DIR   keeps CPU profiles of the servers in DIR
//   node scripts/bench-citations.mjs --peers FOLDER  measures the peers in FOLDER/node_modules as well (lib/peers)
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { largeBibliography } from './lib/benchBibliography.mjs';
import { longDraft, typedSentence } from './lib/benchDraft.mjs';
import { pause, quantile, residentMegabytes, stopwatch } from './lib/benchMeasures.mjs';
import { connect } from './lib/languageClient.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { printPeers } from './lib/peers/table.mjs';
import { releaseAtExit } from './lib/processes.mjs';

const bars = { cold: 1000, cached: 150, completion: 50, items: 100, bytes: 50_000, median: 15, p95: 25, memory: 130 };
const EDITS = 200;
const BIBLIOGRAPHY_EDITS = 10;

const { profile, peers } = parseArgs({ options: { profile: { type: 'string' }, peers: { type: 'string' } } }).values;
spawnSync(process.execPath, ['esbuild.mjs', 'server', ...(profile === undefined ? ['--minify'] : [])], {
  cwd: ROOT,
  stdio: 'inherit',
});
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'grounded-bench-'));
releaseAtExit(() => fs.rmSync(folder, { recursive: true, force: true }));
const workspace = path.join(folder, 'workspace');
fs.cpSync(inRoot('seeds'), workspace, { recursive: true });
const bibliography = path.join(workspace, 'large.bib');
fs.writeFileSync(bibliography, largeBibliography());
const { text, at } = longDraft();
const draft = path.join(workspace, 'long.md');
fs.writeFileSync(draft, text);
const uri = pathToFileURL(draft).href;
const line = text.slice(0, at).split('\n').length - 1;
const position = { line, character: at - text.lastIndexOf('\n', at - 1) - 1 };

const cold = await measured(async (session) => {
  const opened = await open(session);
  const completions = await complete(session);
  const edits = await type(session);
  const reread = await editBibliography(session);
  // At rest, as it is most of the time.
  await pause(3000);
  const memory = residentMegabytes(session.server);
  return { ...opened, completions, edits, reread, memory, diagnostics: session.client.lastDiagnostics(uri).length };
});
const cached = await measured(async (session) => {
  const opened = await open(session);
  const completions = await complete(session);
  await pause(3000);
  return { ...opened, completions, memory: residentMegabytes(session.server) };
});

const [first, ...later] = cold.completions;
console.log(
  `${text.split(/\s+/).length} words, ${cold.diagnostics} diagnostics; servers answer after ${ms(cold.startup)} and ${ms(cached.startup)}`,
);
console.log(`${''.padEnd(34)} ${'elapsed'.padStart(10)} ${'at work'.padStart(10)}`);
times('bibliography ready, cold', cold.ready, bars.cold);
times('  from the cache', cached.ready, bars.cached);
times('first check of the draft, cold', cold.firstCheck, null);
times('  from the cache', cached.firstCheck, null);
times('first completion', first, bars.completion);
times('  from the cache', cached.completions[0], bars.completion);
times('  the slowest of the next four', quantile(later, 1), bars.completion);
row('  items', String(first.items), '', first.items, bars.items);
row('  bytes', String(first.bytes), '', first.bytes, bars.bytes);
times('edit to diagnostics, median', quantile(cold.edits, 0.5), bars.median);
times('  95th percentile', quantile(cold.edits, 0.95), bars.p95);
times('edited bibliography read, median', quantile(cold.reread, 0.5), null);
row('resident memory, at rest', `${Math.round(cold.memory)} MB`, '', cold.memory, bars.memory);
row('  from the cache', `${Math.round(cached.memory)} MB`, '', cached.memory, bars.memory);

if (peers !== undefined) {
  // Without what was added above.
  fs.writeFileSync(bibliography, largeBibliography());
  const corpus = { workspace, bibliography, uri, text, at, position };
  await printPeers(path.resolve(peers), corpus, {
    ready: { elapsed: cold.startup + cold.ready.elapsed },
    first,
    edits: cold.edits,
    memory: cold.memory,
  });
}

/** Starts a server, and ends it when `run` is done; all servers share a cache. */
async function measured(run) {
  const options = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`];
  // As the extension starts it.
  const server = spawn(
    process.execPath,
    ['--max-semi-space-size=4', '--min-semi-space-size=2', ...options, inRoot('dist', 'server.js'), '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, MALLOC_ARENA_MAX: '2' } },
  );
  releaseAtExit(() => server.kill());
  const client = connect(server);
  const begun = performance.now();
  await client.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(workspace).href,
    workspaceFolders: [{ uri: pathToFileURL(workspace).href, name: 'bench' }],
    // The pause before a check is not what is measured.
    initializationOptions: { delay: 0, cacheFolder: path.join(folder, 'cache') },
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
  const result = await run({ server, client, version: 1 });
  await client.request('shutdown');
  client.notify('exit');
  await new Promise((resolve) => server.once('exit', resolve));
  return { startup, ...result };
}

async function open({ client, server, version }) {
  const opened = stopwatch(server);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
  await client.notified('grounded/status', ({ state, sources }) => state === 'ready' && sources > 5000);
  const ready = opened();
  await client.diagnostics(uri, version);
  return { ready, firstCheck: opened() };
}

async function complete({ client, server }) {
  // Nobody types that soon after opening a draft; the server uses the pause.
  await pause(500);
  const completions = [];
  for (let round = 0; round < 5; round += 1) {
    const asked = stopwatch(server);
    const params = { textDocument: { uri }, position };
    const { result, bytes } = await client.requestWithSize('textDocument/completion', params);
    completions.push({ ...asked(), items: result.items.length, bytes });
  }
  return completions;
}

async function type(session) {
  const { client, server } = session;
  const edits = [];
  for (let character = 0; character < EDITS; character += 1) {
    session.version += 1;
    const { version } = session;
    const place = { line: line + 2, character };
    const edited = stopwatch(server);
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: place, end: place }, text: typedSentence[character % typedSentence.length] }],
    });
    await client.diagnostics(uri, version);
    edits.push(edited());
    await pause(30);
  }
  return edits;
}

/** From a changed entry on disk to the library that has it, the pauses of the editor's watcher left out. */
async function editBibliography({ client, server }) {
  const reread = [];
  for (let round = 0; round < BIBLIOGRAPHY_EDITS; round += 1) {
    fs.appendFileSync(bibliography, `@misc{added${round}, title = {Added ${round}}}\n`);
    const changed = stopwatch(server);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(bibliography).href, type: 2 }] });
    const status = await client.request('grounded/reindex', {});
    if (status.sources < 5000 + round) throw new Error('The changed bibliography was not read.');
    reread.push(changed());
    await pause(200);
  }
  return reread;
}

function times(name, { elapsed, atWork }, bar) {
  row(name, ms(elapsed), ms(atWork), elapsed, bar);
}

function row(name, shown, beside, value, bar) {
  const judged = bar === null ? '' : `${value <= bar ? 'within' : 'OVER'} ${bar}`;
  console.log(`${name.padEnd(34)} ${shown.padStart(10)} ${beside.padStart(10)}   ${judged}`.trimEnd());
}

function ms(value) {
  return `${value.toFixed(1)} ms`;
}
