import { type Connection, type InitializeResult, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Logger } from '../host/log.ts';
import { serverCapabilities } from './capabilities.ts';
import { clientFeatures } from './client.ts';
import { startSession } from './session.ts';

/** Serves one client over a connection that is not yet listening. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const logger: Logger = {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
  documents.listen(connection);
  connection.onInitialize((params): InitializeResult => {
    const client = clientFeatures(params.capabilities);
    startSession({ connection, documents, params, client, logger });
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'grounded' } };
  });
}
