import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodeAction, CodeActionRequest, type TextDocumentEdit } from 'vscode-languageserver/node';
import { withDraft } from './papers.ts';
import { startSession, type TestSession } from './session.ts';

const files = '=== papers/birds.md\n# Birds of the Air\n\nThere were 312 birds in the sample.\n';

async function actionsAt(session: TestSession): Promise<CodeAction[]> {
  const position = session.cursor('draft.md');
  return (await session.client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: session.uri('draft.md') },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  })) as CodeAction[];
}

test('code actions: a source without an entry gets one in the bibliography of the draft', async (t) => {
  const session = await startSession(t, withDraft(`See [@bir‸ds].\n${files}`));
  await session.open('draft.md');
  const [action] = await actionsAt(session);
  assert.equal(action?.title, 'Add an entry for @birds to references.bib');
  const [edit] = action?.edit?.changes?.[session.uri('papers/references.bib')] ?? [];
  assert.deepEqual(edit?.range.start, { line: 7, character: 0 });
  assert.equal(edit?.newText, '\n@misc{birds,\n  title = {Birds of the Air},\n  file = {birds.md},\n}\n');
});

test('code actions: where there is no bibliography, one is created beside the sources', async (t) => {
  const source = `${files}=== grounded.json\n{ "library": "papers" }\n=== draft.md\nSee [@bir‸ds].\n`;
  const session = await startSession(t, source, {
    capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
  });
  await session.open('draft.md');
  const [action] = await actionsAt(session);
  const uri = session.uri('papers/references.bib');
  const [create, change] = action?.edit?.documentChanges ?? [];
  assert.deepEqual(create, { kind: 'create', uri, options: { ignoreIfExists: true } });
  assert.deepEqual((change as TextDocumentEdit).textDocument, { uri, version: null });
});

test('code actions: a citation moves next to its number as a rewrite', async (t) => {
  const draft = 'Egret reaches 71‸.9 CIDEr on Clips. That is good. [@smith2020nets]\n';
  const session = await startSession(t, withDraft(draft));
  await session.open('draft.md');
  const actions = await actionsAt(session);
  assert.deepEqual(
    actions.map(({ title, kind }) => [title, kind]),
    [
      ['Cite @smith2020nets next to 71.9, too', 'refactor.rewrite'],
      ['Move the citation of @smith2020nets next to 71.9', 'refactor.rewrite'],
    ],
  );
});
