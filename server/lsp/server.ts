import { isAbsolute } from 'node:path';
import { type Connection, type InitializeResult, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createReadingCache } from '../host/cache/readingCache.ts';
import type { Logger } from '../host/log.ts';
import { serverCapabilities } from './capabilities.ts';
import { clientFeatures, optionIn } from './client.ts';
import { startSession } from './session.ts';

/**
 * Serves one client over a connection that is not yet listening. What is read is kept in the folder that the client
 * names in its `initializationOptions` as `cacheFolder`, else in `cacheFolder`; nowhere where both are missing.
 */
export function startServer(connection: Connection, cacheFolder: string | null = null): void {
  const documents = new TextDocuments(TextDocument);
  const logger: Logger = {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
  documents.listen(connection);
  connection.onInitialize((params): InitializeResult => {
    const client = clientFeatures(params);
    const folder = cacheFolderIn(params.initializationOptions) ?? cacheFolder;
    const cache = folder === null ? null : createReadingCache(folder);
    startSession({ connection, documents, params, client, logger, cache });
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'grounded' } };
  });
}

function cacheFolderIn(options: unknown): string | null {
  const folder = optionIn(options, 'cacheFolder');
  return folder !== null && isAbsolute(folder) ? folder : null;
}
