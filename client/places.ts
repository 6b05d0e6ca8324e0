// Opening the place in a source that the server names.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { WirePlace } from '../shared/protocol/messages.ts';

/** Opens the document at the range, selected and in the middle of the editor. */
export async function openPlace(client: LanguageClient, { uri, range }: WirePlace): Promise<void> {
  const { protocol2CodeConverter } = client;
  const selection = protocol2CodeConverter.asRange(range);
  const editor = await vscode.window.showTextDocument(protocol2CodeConverter.asUri(uri), { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
