// Reports as read-only documents, shown rendered where the editor can render Markdown.
import * as vscode from 'vscode';

const SCHEME = 'grounded-report';
const PREVIEW = 'markdown.showPreview';

export interface ReportView extends vscode.Disposable {
  /** Opens a report beside nothing else: a second report of the same name takes the place of the first. */
  show(name: string, markdown: string): Promise<void>;
}

export function createReportView(): ReportView {
  const contents = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => contents.get(uri.path) ?? 'This report is gone. Run the check again.\n',
  };
  const registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider);
  return {
    async show(name, markdown) {
      // The ending makes it Markdown, and the last part of the path is the tab's title.
      const file = name.endsWith('.md') ? name : `${name}.md`;
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${file.replaceAll('/', ' ')}` });
      contents.set(uri.path, markdown);
      changed.fire(uri);
      await open(uri);
    },
    dispose() {
      registration.dispose();
      changed.dispose();
    },
  };
}

async function open(uri: vscode.Uri): Promise<void> {
  const commands = await vscode.commands.getCommands(true);
  if (commands.includes(PREVIEW)) {
    // Locked: an unlocked preview would turn to the next Markdown editor that gets the focus.
    await vscode.commands.executeCommand(PREVIEW, uri, [uri], { locked: true });
    return;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
}
