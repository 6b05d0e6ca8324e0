import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { builtFile } from '../builtFile.ts';
import { type ReadRequest, type ReadResult, unusable } from './reading.ts';

export interface ThreadLimits {
  /** Milliseconds for one file. */
  readonly time: number;
  /** Megabytes of objects at one time. */
  readonly memory: number;
}

/** A thread of its own for files that may be large, slow or made to do harm: it is ended when it takes too much. */
export interface ReadingThread {
  /** Reads a file after those asked for before; a file that breaks a limit is unusable. Never rejects. */
  read(request: ReadRequest): Promise<ReadResult>;
}

/** Milliseconds after which a thread without work ends, and gives its memory back. */
const patience = 3_000;

/** The thread is started with the first file. */
export function createReadingThread(limits: ThreadLimits): ReadingThread {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = new Worker(builtFile('reader.js'), {
      // What the PDF library prints must not get into the messages of the language server.
      stdout: true,
      stderr: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    });
    // An error between two files is nobody's; the thread is gone, and the next file starts another.
    started.on('error', () => {});
    started.once('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  }

  async function run(request: ReadRequest): Promise<ReadResult> {
    clearTimeout(idle);
    const thread = worker ?? start();
    worker = thread;
    thread.ref();
    try {
      const outcome = await answerOf(thread, request, limits.time);
      if (outcome.kind !== 'failed') return outcome;
      worker = null;
      await thread.terminate();
      return failure(request, outcome.why, limits);
    } finally {
      thread.unref();
      idle = setTimeout(() => {
        void worker?.terminate();
        worker = null;
      }, patience).unref();
    }
  }

  return {
    read(request) {
      const result = last.then(() => run(request));
      last = result;
      return result;
    },
  };
}

type Failed = { readonly kind: 'failed'; readonly why: 'time' | 'memory' | Error };

function answerOf(thread: Worker, request: ReadRequest, time: number): Promise<ReadResult | Failed> {
  return new Promise((resolve) => {
    const settle = (outcome: ReadResult | Failed): void => {
      clearTimeout(timer);
      thread.off('message', settle).off('error', failed).off('exit', ended);
      resolve(outcome);
    };
    const failed = (error: Error): void => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle({ kind: 'failed', why: isMemory ? 'memory' : error });
    };
    const ended = (): void => failed(new Error('the reading thread ended'));
    const timer = setTimeout(() => settle({ kind: 'failed', why: 'time' }), time);
    thread.once('message', settle).once('error', failed).once('exit', ended);
    thread.postMessage(request);
  });
}

function failure({ path }: ReadRequest, why: Failed['why'], { time, memory }: ThreadLimits): ReadResult {
  const name = basename(path);
  const mend = 'Check that it is not damaged, use another form of the work, or exclude it (grounded.exclude).';
  const what =
    why === 'time'
      ? `takes more than ${time / 1000} s to read`
      : why === 'memory'
        ? `needs more than ${memory} MB of memory to read`
        : `cannot be read (${why.message})`;
  return { kind: 'read', hash: '', reading: unusable(`${name} ${what}. ${mend}`), included: new Map() };
}
