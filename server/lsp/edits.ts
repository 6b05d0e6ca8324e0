import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';

/** What is to change in one file. */
export interface FileEdits {
  readonly uri: string;
  /** Of the open document that the edits were made for; null for a file that is not open. */
  readonly version: number | null;
  readonly changes: readonly TextEdit[];
}

export interface EditClient {
  /** It takes edits that name the version they are for. */
  readonly versionedEdits: boolean;
}

/** Edits of several files as one change that is applied, and taken back, as a whole. */
export function workspaceEditOf(files: readonly FileEdits[], { versionedEdits }: EditClient): WorkspaceEdit {
  const changed = files.filter(({ changes }) => changes.length > 0);
  if (versionedEdits)
    return {
      documentChanges: changed.map(({ uri, version, changes }) => ({
        textDocument: { uri, version },
        edits: [...changes],
      })),
    };
  return { changes: Object.fromEntries(changed.map(({ uri, changes }) => [uri, [...changes]])) };
}
