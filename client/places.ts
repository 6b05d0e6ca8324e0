// Opening the place in a source that the server names.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { WirePlace } from '../shared/protocol/messages.ts';
import type { WireSourcePlace } from '../shared/protocol/tables.ts';
import type { PdfView } from './pdf/pdfView.ts';

/** What it takes to open any place. */
export interface Opener {
  readonly client: LanguageClient;
  readonly pdfs: PdfView;
}

/**
 * Opens a place: a text in this column, selected and in the middle of the editor; a page of a PDF where that PDF is
 * open, else beside what is in front.
 */
export async function openSourcePlace(
  { client, pdfs }: Opener,
  { uri, name, at }: WireSourcePlace,
  viewColumn = vscode.ViewColumn.Active,
): Promise<void> {
  const file = client.protocol2CodeConverter.asUri(uri);
  switch (at.kind) {
    case 'range':
      return openPlace(client, { uri, range: at.range }, viewColumn);
    case 'page':
      return pdfs.show(file, at, vscode.ViewColumn.Beside);
    case 'file': {
      // Which editor or program shows such a file is for the reader to say: the place is told beforehand.
      const choice = await vscode.window.showInformationMessage(`This stands in ${name}.`, 'Open File');
      if (choice !== undefined) await vscode.commands.executeCommand('vscode.open', file, vscode.ViewColumn.Beside);
      return;
    }
    default:
      return at satisfies never;
  }
}

/** Opens a text at the range, selected and in the middle of the editor. */
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
