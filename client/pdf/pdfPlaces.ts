// A place in a PDF as an address. Where VS Code takes a file and a range of lines, which a PDF does not have, it is given
// this: its editor opens the PDF at the place and closes again, its text is what a peek shows.
import * as vscode from 'vscode';
import type { PdfPlace } from '../../shared/protocol/pdfPage.ts';
import type { PdfView } from './pdfView.ts';

const SCHEME = 'grounded-pdf';
const VIEW_TYPE = 'grounded.pdfPlace';

/** The address of a place in a file on disk. */
export function addressOf(file: vscode.Uri, { page, rectangles, text }: PdfPlace): vscode.Uri {
  return file.with({ scheme: SCHEME, query: JSON.stringify({ page, rectangles, text } satisfies PdfPlace) });
}

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
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, text),
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
