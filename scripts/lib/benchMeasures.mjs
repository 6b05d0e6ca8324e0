// What the benchmarks measure of a process, ours or a peer's.
import fs from 'node:fs';

/** A function that tells the milliseconds since now: those gone by, and those the process's main thread was at work. */
export function stopwatch({ pid }) {
  const from = performance.now();
  const workedBefore = worked(pid);
  return () => ({ elapsed: performance.now() - from, atWork: worked(pid) - workedBefore });
}

/** Each measure on its own: the edit that took longest need not be the one that was most work. */
export function quantile(measured, part) {
  const sorted = (name) => measured.map((one) => one[name]).sort((a, b) => a - b);
  const at = (name) => sorted(name)[Math.ceil(measured.length * part) - 1];
  return { elapsed: at('elapsed'), atWork: at('atWork') };
}

export function residentMegabytes({ pid }) {
  if (process.platform !== 'linux') return NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
}

export function pause(milliseconds) {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

function worked(pid) {
  if (process.platform !== 'linux') return NaN;
  const statistics = fs.readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8');
  return Number(statistics.split(' ')[0]) / 1e6;
}
