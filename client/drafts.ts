// Which of the open documents a command without a place of its own is about.
import * as vscode from 'vscode';
import { DRAFTS } from './start.ts';

/** The draft whose library is meant: the one in front, else any that is open. */
export function draftInFront(): vscode.TextDocument | undefined {
  const open = [vscode.window.activeTextEditor?.document, ...vscode.workspace.textDocuments];
  return open.find((one) => one !== undefined && vscode.languages.match(DRAFTS, one) > 0);
}
