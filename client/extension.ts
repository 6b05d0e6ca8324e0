// The extension's door: what exists while it is active, and how it is put away.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerCommands } from './commands.ts';
import { createEvidenceChanges } from './evidenceChanges.ts';
import { createReportView } from './reportView.ts';
import { createClient } from './start.ts';
import { createStatus } from './status.ts';
import { createTablesView } from './tablesView.ts';

let running: LanguageClient | undefined;

/** Starts the language server. Resolves when it answers; a server that cannot start leaves a message and its log. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Grounded', { log: true });
  const client = createClient(context, log);
  running = client;
  const reports = createReportView();
  const tables = createTablesView(client);
  const status = createStatus(client, log);
  const changes = createEvidenceChanges(client);
  const session = { context, client, log, reports, tables, changes };
  context.subscriptions.push(log, reports, tables, status, changes, ...registerCommands(session));
  try {
    await client.start();
  } catch (error) {
    log.error(`The language server did not start: ${error instanceof Error ? error.message : String(error)}`);
    status.failed();
  }
}

export async function deactivate(): Promise<void> {
  await running?.dispose();
  running = undefined;
}
