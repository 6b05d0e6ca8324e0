// Checking a document or the workspace, with a report at the end.
import * as vscode from 'vscode';
import {
  type CheckDocumentParams,
  type CheckDocumentResult,
  type CheckWorkspaceResult,
  checkDocument,
  checkWorkspace,
} from '../../shared/protocol/messages.ts';
import type { Session } from '../commands.ts';
import { requestWithProgress } from '../request.ts';

export async function checkDocumentCommand({ client, reports }: Session): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    void vscode.window.showInformationMessage('Open a draft first: its claims are then checked.');
    return;
  }
  const name = vscode.workspace.asRelativePath(document.uri, false);
  const params: CheckDocumentParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const title = `Checking the claims of ${name}`;
  const result = await requestWithProgress<CheckDocumentResult>(client, title, checkDocument.method, params);
  if (result === null) {
    void vscode.window.showInformationMessage(
      `${name} is no draft that Grounded checks: drafts are Markdown, LaTeX, Typst or Org.`,
    );
    return;
  }
  await reports.show(`Claims of ${name}`, result.markdown);
}

export async function checkWorkspaceCommand({ client, reports }: Session): Promise<void> {
  const title = 'Checking the claims of the workspace';
  const result = await requestWithProgress<CheckWorkspaceResult>(client, title, checkWorkspace.method, {});
  await reports.show('Claims of the workspace', result.markdown);
}
