/** The program of the reading thread: it answers each request with what the file holds, one after the other. */
import { parentPort } from 'node:worker_threads';
import { libraryFileKind } from '../listFiles.ts';
import type { ReadRequest } from './reading.ts';
import { readPackedSource } from './readPackedSource.ts';
import { readTextSource } from './readTextSource.ts';

parentPort?.on('message', async (request: ReadRequest) => {
  const isPacked = libraryFileKind(request.path) === 'packed';
  // What is thrown here ends the thread, and is told by whoever started it.
  parentPort?.postMessage(isPacked ? await readPackedSource(request) : await readTextSource(request, null, null));
});
