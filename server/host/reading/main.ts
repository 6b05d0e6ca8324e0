/** The program of the reading thread: it answers each request with what the file holds, one after the other. */
import { parentPort } from 'node:worker_threads';
import { libraryFileKind } from '../listFiles.ts';
import type { ReadRequest } from './reading.ts';
import { readPackedSource } from './readPackedSource.ts';
import { readTextSource } from './readTextSource.ts';

parentPort?.on('message', async (request: ReadRequest) => {
  const read = libraryFileKind(request.path) === 'packed' ? readPackedSource : readTextSource;
  // What is thrown here ends the thread, and is told by whoever started it.
  parentPort?.postMessage(await read(request));
});
