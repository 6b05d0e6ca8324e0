// Places in PDFs by their addresses, which the server gives where VS Code takes a file and a range of lines: their editor
// opens the PDF at the place and closes again, their text is what a peek shows. A link in a hover calls a command instead.
import * as vscode from 'vscode';
import type { PdfPlace } from '../../shared/protocol/pdfPage.ts';
import { pdfPlaceScheme, showPdfPlace } from '../../shared/protocol/pdfPlaces.ts';
import type { PdfView } from './pdfView.ts';

const VIEW_TYPE = 'grounded.pdfPlace';

const fileOf = (address: vscode.Uri): vscode.Uri => address.with({ scheme: 'file', query: '' });
const placeOf = ({ query }: vscode.Uri): PdfPlace => JSON.parse(query) as PdfPlace;

export function registerPdfPlaces(pdfs: PdfView): vscode.Disposable {
  const editor: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose() {} }),
    resolveCustomEditor({ uri }, panel) {
      const { viewColumn = vscode.ViewColumn.Active } = panel;
      // VS Code gives the focus to what it has just opened: that is gone before the PDF comes.
      void closing(uri).then(() => pdfs.show(fileOf(uri), placeOf(uri), viewColumn));
      panel.dispose();
    },
  };
  const text: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent(uri) {
      const { page, text } = placeOf(uri);
      return `Page ${page}: ${text}\n`;
    },
  };
  return vscode.Disposable.from(
    vscode.window.registerCustomEditorProvider(VIEW_TYPE, editor),
    vscode.workspace.registerTextDocumentContentProvider(pdfPlaceScheme, text),
    vscode.commands.registerCommand(showPdfPlace, (address: string) => {
      const uri = vscode.Uri.parse(address);
      return pdfs.show(fileOf(uri), placeOf(uri), vscode.ViewColumn.Beside);
    }),
  );
}

/** Resolves when the tab of an address is closed. */
function closing(address: vscode.Uri): Promise<void> {
  const isMeant = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputCustom && input.uri.toString() === address.toString();
  return new Promise((resolve) => {
    const listening = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (!closed.some(isMeant)) return;
      listening.dispose();
      resolve();
    });
  });
}
