// The sample: a draft that shows every verdict, with its sources.
import * as vscode from 'vscode';
import type { Session } from '../commands.ts';

/** Opens a copy, in the extension's own storage, that may be changed; an earlier copy is kept as it was left. */
export async function openSample({ context }: Session): Promise<void> {
  const sample = vscode.Uri.joinPath(context.extensionUri, 'seeds');
  const copy = vscode.Uri.joinPath(context.globalStorageUri, 'sample');
  if (!(await exists(copy))) {
    await vscode.workspace.fs.createDirectory(context.globalStorageUri);
    await vscode.workspace.fs.copy(sample, copy, { overwrite: true });
  }
  await vscode.window.showTextDocument(vscode.Uri.joinPath(copy, 'draft.md'));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
