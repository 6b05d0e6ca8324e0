import { fork } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { quantile } from '../benchMeasures.mjs';
import { releaseAtExit } from '../processes.mjs';
import { installedVersion, peers } from './index.mjs';

const LIMIT = 60_000;
const headings = ['ready', 'first answer', 'bytes', 'edit median', 'at work', 'edit 95th', 'memory'];

/** Measures the peers installed in a folder, one after the other, and prints them below what was measured of us. */
export async function printPeers(folder, corpus, own) {
  const load = loadavg()[0].toFixed(1);
  console.log(`\nPeers, Node ${process.versions.node}, load ${load} on ${availableParallelism()} processors`);
  row('', headings);
  row('Grounded, cold', cells(own), 'completion in a citation; change to diagnostics');
  for (const peer of peers) {
    const missing = [peer.package, ...peer.needs].filter((name) => installedVersion(folder, name) === undefined);
    if (missing.length > 0) {
      console.log(`${peer.package}: not installed (${missing.join(', ')})`);
      continue;
    }
    const measures = await measured(peer, folder, corpus);
    row(`${peer.package} ${installedVersion(folder, peer.package)}`, cells(measures), peer.measured);
    if (measures.failed !== undefined) console.log(`  ${measures.failed}`);
  }
}

/** What a peer tells from a process of its own, up to its end, its failure or the limit. */
function measured(peer, folder, corpus) {
  const child = fork(new URL('./host.mjs', import.meta.url), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  releaseAtExit(() => child.kill());
  const measures = {};
  const limit = setTimeout(() => {
    measures.failed = `ended after ${LIMIT / 1000} s`;
    child.kill();
  }, LIMIT);
  child.on('message', (told) => Object.assign(measures, told));
  child.send({ name: peer.package, folder, corpus });
  return new Promise((resolve) =>
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      if (measures.memory === undefined) measures.failed ??= `ended with ${signal ?? code}`;
      resolve(measures);
    }),
  );
}

function cells({ ready, first, edits = [], memory }) {
  const median = quantile(edits, 0.5);
  return [
    ms(ready?.elapsed),
    ms(first?.elapsed),
    first?.bytes ?? '–',
    ms(median.elapsed),
    ms(median.atWork),
    ms(quantile(edits, 0.95).elapsed),
    memory === undefined ? '–' : `${Math.round(memory)} MB`,
  ];
}

function row(name, values, measured = '') {
  const columns = values.map((value, index) => String(value).padStart(Math.max(headings[index].length, 9) + 2));
  console.log(`${name.padEnd(38)}${columns.join('')}   ${measured}`.trimEnd());
}

function ms(value) {
  return value === undefined ? '–' : `${value.toFixed(1)} ms`;
}
