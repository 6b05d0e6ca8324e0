// What is typed and not saved: the editor sends it, that of bibliographies which are no .bib files when it is asked to.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Cases, codeOf, openDraft, positionOf, problem, problems, until } from './support.ts';

/** Bibliographies with these keys. */
const formats: readonly (readonly [file: string, text: (keys: readonly string[]) => string])[] = [
  ['typed.bib', (keys) => keys.map((key) => `@misc{${key}, title = {T}}\n`).join('')],
  ['typed.json', (keys) => `[\n${keys.map((id) => JSON.stringify({ id, title: 'T' })).join(',\n')}\n]\n`],
];

export const typing: Cases = {
  'a number that is typed is checked': async () => {
    const { document } = await openDraft();
    await problem(document, 'contradicted');
    const isRight = (): true | undefined =>
      problems(document).every((one) => codeOf(one) !== 'contradicted') || undefined;
    await type(document, '64.9', '61.2');
    await until('no contradiction', isRight);
    await type(document, '63.3', '63.9');
    const { range } = await problem(document, 'contradicted');
    assert.equal(document.getText(range), '63.9');
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },

  ...Object.fromEntries(
    formats.map(([file, text]) => [
      `what is typed in ${file} is found from the draft, and is in its library once it is saved`,
      () => typedIn(file, text),
    ]),
  ),
};

async function typedIn(file: string, text: (keys: readonly string[]) => string): Promise<void> {
  const bibliographyUri = await write(file, text(['one']));
  const name = `${file}.md`;
  const draftUri = await write(name, `---\nbibliography: ${file}\n---\n\nAs said [@one].\n`);
  const { document: draft } = await openDraft(name);
  await type(draft, 'As said', 'As said in [@two] and');
  const undefinedKey = await problem(draft, 'citation-undefined');
  assert.equal(draft.getText(undefinedKey.range), '@two');

  const bibliography = await vscode.workspace.openTextDocument(bibliographyUri);
  await type(bibliography, text(['one']), text(['zero', 'one', 'two']));
  const { line } = positionOf(bibliography, 'one');
  await until('the entry where it stands now', async () => {
    const at = positionOf(draft, '@one', 1);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      draftUri,
      at,
    );
    return found.find(({ uri, range }) => uri.path === bibliographyUri.path && range.start.line === line);
  });
  assert.ok(bibliography.isDirty);

  await bibliography.save();
  await until('no problem in the draft', () => problems(draft).length === 0 || undefined);
  assert.ok(draft.isDirty);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  for (const uri of [draftUri, bibliographyUri]) await vscode.workspace.fs.delete(uri);
}

async function type(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const start = positionOf(document, before);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start, positionOf(document, before, before.length)), after);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function write(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the fixture is open as the workspace');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}
