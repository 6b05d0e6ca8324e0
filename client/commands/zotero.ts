// The library of the Zotero that runs on this machine, written to a file that the person picks.
import * as vscode from 'vscode';
import {
  type ImportFromZoteroParams,
  type ImportFromZoteroResult,
  importFromZotero,
} from '../../shared/protocol/zotero.ts';
import type { Session } from '../commands.ts';
import { draftInFront } from '../drafts.ts';
import { requestWithProgress } from '../request.ts';

export async function importBibliographyFromZotero({ client }: Session): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    title: 'Import Bibliography from Zotero',
    saveLabel: 'Import',
    ...suggested(),
    filters: { Bibliography: ['bib'] },
  });
  if (target === undefined) return;
  const params: ImportFromZoteroParams = { target: client.code2ProtocolConverter.asUri(target) };
  const title = 'Reading the library of Zotero';
  const result = await requestWithProgress<ImportFromZoteroResult>(client, title, importFromZotero.method, params);
  if (result.kind === 'problem') throw new Error(result.message);
  const choice = await vscode.window.showInformationMessage(result.message, 'Open File');
  if (choice !== undefined) await vscode.window.showTextDocument(target);
}

/** Beside the draft, else in the first folder of the workspace. */
function suggested(): { defaultUri?: vscode.Uri } {
  const draft = draftInFront()?.uri;
  if (draft?.scheme === 'file') return { defaultUri: vscode.Uri.joinPath(draft, '..', 'zotero.bib') };
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, 'zotero.bib') };
}
