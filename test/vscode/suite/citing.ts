// What a writer uses: completion and quick fixes.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Cases, openDraft, positionOf, problem, problems, until } from './support.ts';

export const citing: Cases = {
  'citations are offered after [@': async () => {
    const editor = await openDraft();
    const end = positionOf(editor.document, 'on Grove.', 'on Grove'.length);
    await editor.edit((edit) => edit.insert(end, ' [@'));
    const labels = await until('a citation in the list', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        end.translate(0, 3),
      );
      const all = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return all.some((label) => label.includes('grove2024captioning')) ? all : undefined;
    });
    assert.ok(labels.length > 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },

  'Insert Citation… puts the source that states the number at the cursor': async () => {
    const { document } = await insertCitationBehind('28.1 on Grove');
    assert.match(document.getText(), /28\.1 on Grove \[@grove2024captioning\]\./);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },

  'Insert Citation… says so where a citation has all of the library': async () => {
    const editor = await openDraft();
    const inside = positionOf(editor.document, '@grove2024captioning]', 3);
    editor.selection = new vscode.Selection(inside, inside);
    const before = editor.document.getText();
    await vscode.commands.executeCommand('grounded.insertCitation');
    assert.equal(editor.document.getText(), before);
  },

  'a quick fix replaces the wrong value by the value of the source': async () => {
    const { document } = await openDraft();
    const before = await problem(document, 'contradicted');
    await apply(document, before, (action) => /61\.2/.test(action.title));
    assert.match(document.getText(), /Birch reaches a CIDEr of 61\.2 on Grove/);
    await until(
      'the problem to go',
      () => !problems(document).some((one) => one.message === before.message) || undefined,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },

  'a quick fix inserts the missing citation': async () => {
    const { document } = await openDraft();
    await apply(document, await problem(document, 'uncited'), (action) => /grove2024captioning/.test(action.title));
    assert.match(document.getText(), /28\.1 on Grove \[@grove2024captioning\]\./);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },

  'a quick fix mends a key that no source has': async () => {
    const { document } = await openDraft();
    const undefinedKey = await problem(document, 'citation-undefined');
    await apply(document, undefinedKey, (action) => /grove2024captioning/.test(action.title));
    assert.match(document.getText(), /smallest model \[@grove2024captioning\]/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },
};

/** Runs the command with the cursor behind a text, and accepts what its list has in focus. */
async function insertCitationBehind(text: string): Promise<vscode.TextEditor> {
  const editor = await openDraft();
  const { document } = editor;
  const behind = positionOf(document, text, text.length);
  editor.selection = new vscode.Selection(behind, behind);
  const before = document.getText();
  const inserted = vscode.commands.executeCommand('grounded.insertCitation');
  await until('the citation', async () => {
    // The list comes when the server has answered: until then there is nothing to accept.
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return document.getText() === before ? undefined : true;
  });
  await inserted;
  return editor;
}

async function apply(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
  wanted: (action: vscode.CodeAction) => boolean,
): Promise<void> {
  let seen: string[] = [];
  const find = async (): Promise<vscode.CodeAction | undefined> => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    seen = actions.map(({ title }) => title);
    return actions.find(wanted);
  };
  const action = await until('the quick fix', find).catch((error: Error) => {
    throw new Error(`${error.message} Offered were: ${seen.join(' | ') || 'none'}.`);
  });
  assert.ok(action.edit, 'the quick fix carries its edit');
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}
