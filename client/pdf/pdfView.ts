// PDFs in an editor of our own, which can mark a place. It is one that a reader may choose for a PDF, and what places in
// PDFs are shown with.
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { FromPdfPage, PdfMark, PdfPlace, ToPdfPage } from '../../shared/protocol/pdfPage.ts';
import { pdfPage } from './pdfPage.ts';

const VIEW_TYPE = 'grounded.pdf';
/** Programs that write a PDF write it in several steps. */
const WRITTEN_MS = 300;

export interface PdfView extends vscode.Disposable {
  /** Shows a place in the tab that a PDF has, else in a new one in this column. */
  show(file: vscode.Uri, place: PdfPlace, viewColumn: vscode.ViewColumn): Promise<void>;
}

export function createPdfView(extension: vscode.Uri): PdfView {
  const open = new Map<string, OpenPdf>();
  /** The places to show first, by file. */
  const asked = new Map<string, PdfMark>();
  const resources = vscode.Uri.joinPath(extension, 'dist', 'pdf');

  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose() {} }),
    resolveCustomEditor({ uri }, panel) {
      const key = uri.toString();
      const pdf = fillPanel(panel, uri, resources, asked.get(key) ?? null);
      asked.delete(key);
      open.set(key, pdf);
      panel.onDidDispose(() => {
        if (open.get(key) === pdf) open.delete(key);
      });
    },
  };
  const registration = vscode.window.registerCustomEditorProvider(VIEW_TYPE, provider);

  return {
    async show(file, place, viewColumn) {
      const key = file.toString();
      const mark = { ...place, id: randomUUID() };
      const shown = open.get(key);
      if (shown !== undefined) return shown.show(mark);
      asked.set(key, mark);
      await vscode.commands.executeCommand('vscode.openWith', file, VIEW_TYPE, viewColumn);
    },
    dispose: () => registration.dispose(),
  };
}

interface OpenPdf {
  show(mark: PdfMark): void;
}

/** The page asks for the file each time it is loaded: a tab in the background is put away by the editor. */
function fillPanel(
  panel: vscode.WebviewPanel,
  file: vscode.Uri,
  resources: vscode.Uri,
  first: PdfMark | null,
): OpenPdf {
  const { webview } = panel;
  let mark = first;
  let pause: NodeJS.Timeout | undefined;
  const post = (message: ToPdfPage): void => void webview.postMessage(message);
  const send = async (): Promise<void> => {
    try {
      // A copy, as what is read is one of Node's own buffers, which would travel as text.
      const bytes = new Uint8Array(await vscode.workspace.fs.readFile(file));
      post({ kind: 'file', bytes, mark });
    } catch (error) {
      post({ kind: 'problem', message: error instanceof Error ? error.message : String(error) });
    }
  };

  webview.options = { enableScripts: true, localResourceRoots: [resources] };
  webview.onDidReceiveMessage((message: FromPdfPage) => {
    if (message.kind === 'ready') void send();
  });
  webview.html = pdfPage({ name: nameOf(file), resources: webview.asWebviewUri(resources), origin: webview.cspSource });

  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), nameOf(file)),
  );
  const sendSoon = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => void send(), WRITTEN_MS);
  };
  watcher.onDidChange(sendSoon);
  watcher.onDidCreate(sendSoon);
  panel.onDidDispose(() => {
    clearTimeout(pause);
    watcher.dispose();
  });

  return {
    show(next) {
      mark = next;
      post({ kind: 'mark', mark });
      panel.reveal();
    },
  };
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
