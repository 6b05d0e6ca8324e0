// Commands on the library and the server as a whole.
import * as vscode from 'vscode';
import { reindex, type StatusParams } from '../../shared/protocol/messages.ts';
import type { Session } from '../commands.ts';
import { requestWithProgress } from '../request.ts';

export async function reindexLibrary({ client }: Session): Promise<void> {
  const status = await requestWithProgress<StatusParams>(client, 'Reading the library', reindex.method, {});
  vscode.window.setStatusBarMessage(`Grounded: ${status.message}`, 5000);
}

export async function restartServer({ client }: Session): Promise<void> {
  if (client.isRunning()) await client.restart();
  else await client.start();
}
