import { extname } from 'node:path';
import {
  type Connection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  ReferencesRequest,
  RenameRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { Library } from '../../shared/engine/index.ts';
import { libraryFileKind } from '../host/listFiles.ts';
import type { ClientFeatures } from './client.ts';

/** Asks the client to send the bibliographies of libraries that no client sends by itself. */
export interface FollowedBibliographies {
  include(libraries: readonly Library[]): void;
}

/**
 * Most JSON and YAML files of a workspace are no bibliographies, so that clients do not send such files. Those that
 * libraries have are asked for, each by its path.
 */
export function followBibliographies(connection: Connection, client: ClientFeatures): FollowedBibliographies {
  const looked = new WeakSet<Library>();
  const followed = new Set<string>();
  return {
    include(libraries) {
      if (!client.registersDocuments) return;
      const paths = libraries.filter((library) => !looked.has(library)).flatMap(bibliographiesIn);
      for (const library of libraries) looked.add(library);
      const added = [...new Set(paths)].filter((path) => !followed.has(path));
      if (added.length === 0) return;
      for (const path of added) followed.add(path);
      register(connection, added);
    },
  };
}

function bibliographiesIn({ sources }: Library): string[] {
  const paths = new Set<string>();
  for (const { bibliography } of sources.values()) if (bibliography !== null) paths.add(bibliography);
  // The references of a draft stand in the draft itself; .bib files are those that clients send.
  return [...paths].filter(
    (path) => libraryFileKind(path) === 'bibliography' && extname(path).toLowerCase() !== '.bib',
  );
}

function register(connection: Connection, paths: readonly string[]): void {
  const documentSelector = paths.map((pattern) => ({ scheme: 'file', pattern }));
  const options = { documentSelector };
  const { client } = connection;
  // What is open is sent when the first of these is registered, and from then on all of it must be.
  const registrations: readonly Promise<unknown>[] = [
    client.register(DidChangeTextDocumentNotification.type, { ...options, syncKind: TextDocumentSyncKind.Incremental }),
    client.register(DidCloseTextDocumentNotification.type, options),
    client.register(DidOpenTextDocumentNotification.type, options),
    client.register(DefinitionRequest.type, options),
    client.register(ReferencesRequest.type, options),
    client.register(RenameRequest.type, { ...options, prepareProvider: true }),
    client.register(DocumentLinkRequest.type, options),
    client.register(DocumentSymbolRequest.type, { ...options, label: 'Grounded' }),
  ];
  Promise.all(registrations).catch((error: unknown) => {
    connection.console.warn(`The editor does not send the bibliographies of libraries: ${error}`);
  });
}
