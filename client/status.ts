// What the library's state looks like beside the language of a draft.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type StatusParams, status as statusMessage } from '../shared/protocol/messages.ts';
import { DRAFTS } from './start.ts';

export interface Status extends vscode.Disposable {
  /** The server could not be started: nothing is checked. */
  failed(): void;
}

const SHOW_LOG: vscode.Command = { command: 'grounded.showLog', title: 'Show Log' };
const SEARCH: vscode.Command = { command: 'grounded.searchLibrary', title: 'Search' };
const RESTART: vscode.Command = { command: 'grounded.restartServer', title: 'Restart' };

/** A language status item that follows the server's notifications; problems are also written to the log, once. */
export function createStatus(client: LanguageClient, log: vscode.LogOutputChannel): Status {
  const item = vscode.languages.createLanguageStatusItem('grounded.library', DRAFTS);
  item.name = 'Grounded';
  item.text = 'Grounded: starting';
  item.busy = true;
  const logged = new Set<string>();
  const listening = client.onNotification(statusMessage.method, (params: StatusParams) => {
    show(item, params);
    for (const problem of params.problems) {
      const line = `${problem.path}: ${problem.message}`;
      if (!logged.has(line)) log.warn(line);
      logged.add(line);
    }
  });
  return {
    failed() {
      item.busy = false;
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = 'Grounded: the language server did not start';
      item.command = RESTART;
    },
    dispose() {
      listening.dispose();
      item.dispose();
    },
  };
}

function show(item: vscode.LanguageStatusItem, params: StatusParams): void {
  item.text = params.message;
  item.busy = params.state === 'indexing';
  item.severity = severity(params);
  item.command = params.problems.length > 0 || params.state === 'problem' ? SHOW_LOG : SEARCH;
  item.detail = params.problems.length === 0 ? 'Grounded' : `Grounded: ${problemCount(params.problems.length)}`;
}

function severity({ state, problems }: StatusParams): vscode.LanguageStatusSeverity {
  if (state === 'problem') return vscode.LanguageStatusSeverity.Warning;
  return problems.length > 0 && state === 'ready'
    ? vscode.LanguageStatusSeverity.Warning
    : vscode.LanguageStatusSeverity.Information;
}

function problemCount(count: number): string {
  return count === 1 ? '1 problem in the library' : `${count} problems in the library`;
}
