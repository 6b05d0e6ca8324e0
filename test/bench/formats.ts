// Prints how fast each format is read, and what stays in memory of it: `npm run bench:formats`. The inputs are made
// here. Beside the time that went by stands how long the process was at work. The bars are held against the shorter: on a
// busy machine time goes by while others work, on an idle one the threads of the garbage collector work at the same time.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLibraryStore } from '../../server/host/libraryStore.ts';
import { plainLocation } from '../../server/host/locate.ts';
import { type Library, readSource } from '../../shared/engine/index.ts';
import { pdfInput, textInputs, wordInput } from './formats/inputs.ts';

const bars = { megabytesPerSecond: 10, pdf: 300 };
const SIZE = 1_000_000;
/** Milliseconds for each format: what reads a library has read many files before. */
const ENOUGH = 2000;
const LEAST_ROUNDS = 7;
const PAGES = 12;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function main(): Promise<void> {
  row(['format', 'size', 'elapsed', 'at work', 'speed', 'keeps', '']);
  for (const [file, text] of textInputs(SIZE)) {
    const { elapsed, atWork, kept, result } = await measure(async () => readSource(file, text));
    const speed = text.length / 1e6 / (Math.min(elapsed, atWork) / 1000);
    const judged = `${speed >= bars.megabytesPerSecond ? 'within' : 'BELOW'} ${bars.megabytesPerSecond} MB/s`;
    row([
      file,
      mega(text.length),
      ms(elapsed),
      ms(atWork),
      `${speed.toFixed(1)} MB/s`,
      mega(kept),
      `${judged}, ${counts(result.tables.length)}`,
    ]);
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'grounded-bench-'));
  try {
    await readInThread(folder, 'paper.docx', wordInput(250), null);
    await readInThread(folder, 'paper.pdf', pdfInput(PAGES), bars.pdf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As the server reads it, from the file to the library; the thread has been started by a file before. */
async function readInThread(folder: string, file: string, bytes: Uint8Array, bar: number | null): Promise<void> {
  const location = plainLocation([folder]);
  const target = path.join(folder, file);
  const store = createLibraryStore();
  let round = 0;
  const { elapsed, atWork, kept, result } = await measure(async (): Promise<Library> => {
    // A file that differs is read again; what follows its end is nobody's.
    await writeFile(target, Buffer.concat([bytes, Buffer.from('\n'.repeat(++round))]));
    return store.load(location);
  });
  const judged = bar === null ? '' : `${Math.min(elapsed, atWork) <= bar ? 'within' : 'OVER'} ${bar} ms, `;
  const problems = result.problems.map(({ problem }) => problem.message);
  row([
    file,
    mega(bytes.length),
    ms(elapsed),
    ms(atWork),
    '',
    mega(kept),
    [judged + counts(result.counts.tables), ...problems].join(' '),
  ]);
  await rm(target);
}

interface Measured<T> {
  /** Milliseconds of the fastest round that went by, and that the process was at work. */
  readonly elapsed: number;
  readonly atWork: number;
  /** Bytes that a result keeps on the heap. */
  readonly kept: number;
  readonly result: T;
}

async function measure<T>(read: () => Promise<T>): Promise<Measured<T>> {
  const elapsed: number[] = [];
  const atWork: number[] = [];
  const begun = performance.now();
  while (elapsed.length < LEAST_ROUNDS || performance.now() - begun < ENOUGH) {
    const started = performance.now();
    const worked = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(worked);
    elapsed.push(performance.now() - started);
    atWork.push((user + system) / 1000);
  }
  const before = await heap();
  const result = await read();
  return { elapsed: Math.min(...elapsed), atWork: Math.min(...atWork), kept: (await heap()) - before, result };
}

/** What a round leaves behind is let go only when its turn of the event loop is over. */
async function heap(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise<void>((resume) => setImmediate(resume));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

function counts(tables: number): string {
  return `${tables} tables`;
}

function mega(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

function row([name = '', ...cells]: readonly string[]): void {
  const last = cells.pop() ?? '';
  console.log(`${name.padEnd(16)}${cells.map((cell) => cell.padStart(11)).join('')}   ${last}`.trimEnd());
}

main();
