import { sep } from 'node:path';
import { type Connection, DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver/node';
import { watchedFiles } from '../host/listFiles.ts';
import type { ClientFeatures } from './client.ts';
import { uriOf } from './convert.ts';

/** Asks the client to watch the files of libraries, wherever they are. */
export interface FileWatch {
  /** Watches these folders too, where the workspace does not contain them. */
  include(folders: readonly string[], workspace: readonly string[]): void;
}

export function createFileWatch(connection: Connection, client: ClientFeatures): FileWatch {
  const register = (watchers: FileSystemWatcher[]): void => {
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => {
      connection.console.warn(`The editor does not watch files: ${error}`);
    });
  };
  if (client.watchesFiles) register([{ globPattern: watchedFiles }, { globPattern: '**/grounded.json' }]);
  const watched = new Set<string>();
  return {
    include(folders, workspace) {
      if (!client.watchesElsewhere) return;
      const outside = folders.filter(
        (folder) => !watched.has(folder) && !workspace.some((root) => folder === root || folder.startsWith(root + sep)),
      );
      for (const folder of outside) watched.add(folder);
      if (outside.length > 0)
        register(outside.map((folder) => ({ globPattern: { baseUri: uriOf(folder), pattern: watchedFiles } })));
    },
  };
}
