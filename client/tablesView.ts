// The tables of a source in a web view: the server makes the page, the editor shows places and copies.
import * as vscode from 'vscode';
import type { TablesPageMessage, WireSourceTables } from '../shared/protocol/tables.ts';
import { type Opener, openSourcePlace } from './places.ts';

const VIEW_TYPE = 'grounded.tables';

export interface TablesView extends vscode.Disposable {
  /** Opens a tab with the tables; the tab that a source already has shows what is read of it now. */
  show(source: WireSourceTables): void;
}

export function createTablesView(opener: Opener): TablesView {
  const panels = new Map<string, vscode.WebviewPanel>();
  const shown = new WeakMap<vscode.WebviewPanel, WireSourceTables>();

  function open(key: string): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, `Tables of ${key}`, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panels.set(key, panel);
    panel.onDidDispose(() => panels.delete(key));
    panel.webview.onDidReceiveMessage((message: TablesPageMessage) => {
      const source = shown.get(panel);
      if (source !== undefined) answer(opener, source, message).catch(say);
    });
    return panel;
  }

  return {
    show(source) {
      const panel = panels.get(source.key) ?? open(source.key);
      shown.set(panel, source);
      panel.webview.html = source.page;
      panel.reveal();
    },
    dispose() {
      for (const panel of panels.values()) panel.dispose();
    },
  };
}

async function answer(opener: Opener, source: WireSourceTables, message: TablesPageMessage): Promise<void> {
  const table = source.tables[message.table];
  if (table === undefined) return;
  switch (message.kind) {
    case 'showTable':
      return openSourcePlace(opener, table.place, vscode.ViewColumn.Beside);
    case 'showCell': {
      const cell = table.rows[message.row]?.cells[message.cell];
      return cell === undefined ? undefined : openSourcePlace(opener, cell.place, vscode.ViewColumn.Beside);
    }
    case 'copy':
      await vscode.env.clipboard.writeText(table.text[message.format]);
      vscode.window.setStatusBarMessage(`Grounded: copied ${table.label ?? 'the table'}`, 3000);
      return;
    default:
      return message satisfies never;
  }
}

/** The file may be gone since it was read. */
function say(error: unknown): void {
  void vscode.window.showErrorMessage(`Grounded: ${error instanceof Error ? error.message : String(error)}`);
}
