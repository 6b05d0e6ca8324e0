// The commands of the palette.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Cases, EXTENSION, openDraft, positionOf, until } from './support.ts';

export const commands: Cases = {
  'every command of the manifest is there': async () => {
    const manifest = vscode.extensions.getExtension(EXTENSION)?.packageJSON;
    const named: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      named.filter((command) => !registered.has(command)),
      [],
    );
  },

  'Check Claims in This Document opens a report': async () => {
    await openDraft();
    await vscode.commands.executeCommand('grounded.checkDocument');
    const text = await report('Claims of draft.md');
    for (const expected of ['64.9', '61.2', '28.1']) assert.ok(text.includes(expected), `the report has ${expected}`);
  },

  'Check Claims in Workspace opens a report': async () => {
    await openDraft();
    await vscode.commands.executeCommand('grounded.checkWorkspace');
    assert.match(await report('Claims of the workspace'), /draft\.md/);
  },

  'Explain Claim at Cursor opens the explanation': async () => {
    await at('64.9');
    await vscode.commands.executeCommand('grounded.explainClaim');
    assert.match(await report('Explanation of a claim'), /64\.9/);
  },

  'Show Source goes to the cell': async () => {
    await at('63.3');
    await vscode.commands.executeCommand('grounded.showSource');
    const editor = await until('the source', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('/library/captions.md') ? active : undefined;
    });
    assert.equal(editor.document.getText(editor.selection).trim(), '63.3');
  },

  'Show Tables of Source offers the source at the cursor, and opens its tables': async () => {
    await at('@grove2024captioning');
    const shown = vscode.commands.executeCommand('grounded.showTables');
    const tab = await until('the tab of the tables', async () => {
      // The list comes when the server has answered: until then there is nothing to accept.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return allTabs().find(({ label }) => label === 'Tables of grove2024captioning');
    });
    await shown;
    assert.ok(tab.input instanceof vscode.TabInputWebview, 'the tables are in a web view');
    await vscode.window.tabGroups.close(tab);
  },

  'Open Sample Draft opens a copy': async () => {
    await vscode.commands.executeCommand('grounded.openSample');
    const path = vscode.window.activeTextEditor?.document.uri.path ?? '';
    assert.match(path, /\/sample\/draft\.md$/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  },

  'Re-read Library and Restart Language Server leave the draft checked': async () => {
    const { document } = await openDraft();
    await vscode.commands.executeCommand('grounded.reindexLibrary');
    await vscode.commands.executeCommand('grounded.restartServer');
    await until(
      'the problems',
      () => vscode.languages.getDiagnostics(document.uri).some((one) => one.source === 'grounded') || undefined,
    );
  },
};

async function at(text: string): Promise<void> {
  const editor = await openDraft();
  const position = positionOf(editor.document, text, 1);
  editor.selection = new vscode.Selection(position, position);
}

/** The text of a report, which is open in a tab of its own. */
async function report(name: string): Promise<string> {
  await until(`the tab of "${name}"`, () => tabLabels().find((label) => label.includes(name)));
  const uri = vscode.Uri.from({ scheme: 'grounded-report', path: `/${name}${name.endsWith('.md') ? '' : '.md'}` });
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

function tabLabels(): string[] {
  return allTabs().map(({ label }) => label);
}

function allTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}
