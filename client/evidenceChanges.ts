// What changed in open drafts when a source was read again: a line beside the language, and a list behind it.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type EvidenceChange, type EvidenceChangedParams, evidenceChanged } from '../shared/protocol/evidence.ts';
import { openPlace } from './places.ts';
import { DRAFTS } from './start.ts';

export interface EvidenceChanges extends vscode.Disposable {
  /** The list of all that changed since it was last looked at; what is chosen is opened. */
  show(): Promise<void>;
}

/** Says it by a language status item alone: a notification would come in the way of writing. */
export function createEvidenceChanges(client: LanguageClient): EvidenceChanges {
  const changes = new Map<string, readonly EvidenceChange[]>();
  let item: vscode.LanguageStatusItem | undefined;

  function update(): void {
    const count = [...changes.values()].reduce((sum, some) => sum + some.length, 0);
    void vscode.commands.executeCommand('setContext', 'grounded.verdictsChanged', count > 0);
    if (count === 0) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= vscode.languages.createLanguageStatusItem('grounded.changes', DRAFTS);
    item.name = 'Grounded: changed sources';
    item.text = count === 1 ? '1 verdict changed with its source' : `${count} verdicts changed with their source`;
    item.command = { command: 'grounded.showChangedVerdicts', title: 'Show' };
  }

  const listening = client.onNotification(evidenceChanged.method, (params: EvidenceChangedParams) => {
    changes.set(params.uri, merged(changes.get(params.uri) ?? [], params.changes));
    update();
  });
  return {
    async show() {
      const items = [...changes].flatMap(([uri, some]) => some.map((change) => itemOf(uri, change)));
      changes.clear();
      update();
      const title = 'Verdicts That Changed with Their Source';
      const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
      if (chosen !== undefined) await openPlace(client, chosen);
    },
    dispose() {
      listening.dispose();
      item?.dispose();
    },
  };
}

/** What changed altogether since the list was last looked at: a verdict that is what it was before has not changed. */
function merged(earlier: readonly EvidenceChange[], later: readonly EvidenceChange[]): EvidenceChange[] {
  const at = ({ range: { start } }: EvidenceChange): string => `${start.line}:${start.character}`;
  const all = new Map(earlier.map((change) => [at(change), change]));
  for (const change of later) all.set(at(change), { ...change, before: (all.get(at(change)) ?? change).before });
  return [...all.values()].filter(({ before, after }) => before !== after);
}

function itemOf(uri: string, { text, range, before, after, message }: EvidenceChange) {
  const where = `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}:${range.start.line + 1}`;
  const what = `${before ?? 'not judged'} → ${after ?? 'not judged'}`;
  return { label: text, description: `${what} (${where})`, detail: message, uri, range };
}
