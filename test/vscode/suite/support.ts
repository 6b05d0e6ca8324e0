// What the cases share: the fixture's draft, and waiting for an editor that answers in its own time.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export type Cases = Record<string, () => Promise<void>>;

export const EXTENSION = 'grounded.grounded';
const LIMIT_MS = 10_000;

/** Asks until the answer is there. VS Code cancels some requests while providers are still being registered. */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited ${LIMIT_MS / 1000} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** The fixture's draft, as on disk, in the active editor. */
export async function openDraft(name = 'draft.md'): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the fixture is open as the workspace');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  if (document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  return editor;
}

/** The problem with this code, once it is there. */
export function problem(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  return until(`a problem "${code}"`, () => problems(document).find((one) => codeOf(one) === code));
}

export function problems(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === 'grounded');
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Where a text of the document begins; `within` moves into it. */
export function positionOf(document: vscode.TextDocument, text: string, within = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `"${text}" is in the document`);
  return document.positionAt(offset + within);
}
