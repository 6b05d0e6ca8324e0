import type { Connection, InitializeParams } from 'vscode-languageserver/node';
import { pathOf } from './convert.ts';

/** The folders of the workspace, as they come and go. */
export interface Folders {
  readonly paths: () => readonly string[];
  /** The innermost folder around a document; the first for a document that is in none. */
  rootOf(uri: string | null): string | null;
  /** Follows the client's notifications; called once it is initialized. */
  follow(connection: Connection, onChange: () => void): void;
}

export function createFolders(params: InitializeParams): Folders {
  const given = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  let uris: readonly string[] = given;
  const paths = (): string[] => uris.map(pathOf).filter((path) => path !== null);
  return {
    paths,
    rootOf(uri) {
      const around = uris.filter((folder) => uri?.startsWith(`${folder.replace(/\/$/, '')}/`));
      const innermost = around.sort((a, b) => b.length - a.length)[0];
      return innermost === undefined ? (paths()[0] ?? null) : pathOf(innermost);
    },
    follow(connection, onChange) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        uris = [...uris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        onChange();
      });
    },
  };
}
