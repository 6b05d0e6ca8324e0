// Opening the place in a source that the server names.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { WirePlace } from '../shared/protocol/messages.ts';
import type { WireSourcePlace } from '../shared/protocol/tables.ts';

/** Opens the document at the range, selected and in the middle of the editor. */
export async function openPlace(
  client: LanguageClient,
  { uri, range }: WirePlace,
  viewColumn = vscode.ViewColumn.Active,
): Promise<void> {
  const { protocol2CodeConverter } = client;
  const selection = protocol2CodeConverter.asRange(range);
  const editor = await vscode.window.showTextDocument(protocol2CodeConverter.asUri(uri), { selection, viewColumn });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens a place beside what is in front, where it is read from; of a file that is no text the page is said. */
export async function openSourcePlace(client: LanguageClient, { uri, name, at }: WireSourcePlace): Promise<void> {
  switch (at.kind) {
    case 'range':
      return openPlace(client, { uri, range: at.range }, vscode.ViewColumn.Beside);
    case 'page':
    case 'file': {
      // Which editor or program shows such a file is for the reader to say: the place is told beforehand.
      const choice = await vscode.window.showInformationMessage(`This stands in ${name}.`, 'Open File');
      const file = client.protocol2CodeConverter.asUri(uri);
      if (choice !== undefined) await vscode.commands.executeCommand('vscode.open', file, vscode.ViewColumn.Beside);
      return;
    }
    default:
      return at satisfies never;
  }
}
