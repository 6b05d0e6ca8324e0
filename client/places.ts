// Opening the place in a source that the server names.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
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
      return openText(file, client.protocol2CodeConverter.asRange(at.range), viewColumn);
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

async function openText(file: vscode.Uri, selection: vscode.Range, viewColumn: vscode.ViewColumn): Promise<void> {
  const editor = await vscode.window.showTextDocument(file, { selection, viewColumn });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
