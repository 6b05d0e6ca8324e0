import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  type Hover,
  HoverRequest,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver/node';
import { withDraft } from './papers.ts';
import { startSession, type TestSession } from './session.ts';

const at = (session: TestSession) => ({
  textDocument: { uri: session.uri('draft.md') },
  position: session.cursor('draft.md'),
});

test('hover: a number shows the row of its source, and a link to the line', async (t) => {
  const session = await startSession(t, withDraft('Egret reaches 71‸.9 CIDEr on Clips [@smith2020nets].\n'));
  await session.open('draft.md');
  const hover = await session.client.sendRequest(HoverRequest.type, at(session));
  const { value } = contentsOf(hover);
  assert.ok(value.includes('| Egret | **71.9** | 30.1 | 44.2 |'), value);
  assert.ok(value.includes(`${session.uri('papers/nets.md')}#L7,11`), value);
  assert.deepEqual(hover?.range, { start: { line: 4, character: 14 }, end: { line: 4, character: 18 } });
});

test('hover: a citation shows its source', async (t) => {
  const session = await startSession(t, withDraft('See [@smith2020‸nets].\n'));
  await session.open('draft.md');
  const hover = await session.client.sendRequest(HoverRequest.type, at(session));
  const { value } = contentsOf(hover);
  assert.match(
    value,
    /^Smith, Jane, and Al Doe\. 2020\. “\[Captioning with Nets\]\(.*\)\.” In \*Proceedings of Clips\*\./,
  );
  assert.ok(value.includes(`Cited once in this draft: line [5](${session.uri('draft.md')}#L5,6)`), value);
});

test('completion: citations without documentation, which comes when it is asked for', async (t) => {
  const session = await startSession(t, withDraft('Lemur has a word error rate of 12.4 [@‸]\n'));
  await session.open('draft.md');
  const list = (await session.client.sendRequest(CompletionRequest.type, at(session))) as CompletionList;
  assert.equal(list.isIncomplete, true);
  const labels = list.items
    .toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label }) => label);
  assert.deepEqual(labels, ['lee2021sound', 'smith2020nets']);
  const item = list.items.find(({ label }) => label === 'lee2021sound');
  assert.ok(item);
  assert.equal(item.documentation, undefined);
  assert.deepEqual(item.textEdit, {
    range: { start: { line: 4, character: 38 }, end: { line: 4, character: 38 } },
    newText: 'lee2021sound',
  });
  const resolved = await session.client.sendRequest(CompletionResolveRequest.type, item);
  assert.match((resolved.documentation as MarkupContent).value, /Sound for Captions[\s\S]*Word error rate/);
});

test('completion: a number with its citation, behind words that ask for one, and the card of its source', async (t) => {
  const session = await startSession(t, withDraft('Lemur has a latency of ‸\n'));
  await session.open('draft.md');
  const list = (await session.client.sendRequest(CompletionRequest.type, {
    ...at(session),
    context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' },
  })) as CompletionList;
  const [item, ...others] = list.items;
  assert.deepEqual(others, []);
  assert.ok(item);
  assert.equal(item.label, '83.5');
  assert.equal(item.detail, 'Lemur › Latency');
  assert.equal((item.textEdit as TextEdit).newText, '83.5 [@lee2021sound]');
  const resolved = await session.client.sendRequest(CompletionResolveRequest.type, item);
  assert.match(
    (resolved.documentation as MarkupContent).value,
    /Sound for Captions[\s\S]*\| Lemur \| 12\.4 \| \*\*83\.5\*\* \|/,
  );
});

test('completion: nothing for a space in the middle of a sentence', async (t) => {
  const session = await startSession(t, withDraft('Lemur and its ‸\n'));
  await session.open('draft.md');
  const params = {
    ...at(session),
    context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' },
  };
  assert.equal(await session.client.sendRequest(CompletionRequest.type, params), null);
});

test('completion: the tables of the cited source as locators, the one with the number first', async (t) => {
  const session = await startSession(t, withDraft('Lemur has a WER of 12.4 [@lee2021sound, ‸]\n'));
  await session.open('draft.md');
  const list = (await session.client.sendRequest(CompletionRequest.type, at(session))) as CompletionList;
  assert.deepEqual(
    list.items.map(({ label, preselect }) => [label, preselect]),
    [['Table 1', true]],
  );
});

test('definition: a number leads to its cell', async (t) => {
  const session = await startSession(t, withDraft('Heron reaches ‸28.0 METEOR on Clips [@smith2020nets].\n'));
  await session.open('draft.md');
  assert.deepEqual(await session.client.sendRequest(DefinitionRequest.type, at(session)), [
    {
      uri: session.uri('papers/nets.md'),
      range: { start: { line: 7, character: 17 }, end: { line: 7, character: 21 } },
    },
  ]);
});

function contentsOf(hover: Hover | null): MarkupContent {
  assert.ok(hover);
  return hover.contents as MarkupContent;
}

async function actionsAt(session: TestSession, only?: string): Promise<CodeAction[]> {
  const { textDocument, position } = at(session);
  const published = await session.published('draft.md', (all) => all.length > 0);
  const diagnostics = published.filter(({ range }) => range.start.line === position.line);
  const actions = await session.client.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [...diagnostics], ...(only === undefined ? {} : { only: [only] }) },
  });
  return (actions ?? []) as CodeAction[];
}

const editsOf = (action: CodeAction | undefined, uri: string): TextEdit[] | undefined => action?.edit?.changes?.[uri];

test('code actions: a wrong value is replaced by the one of the source', async (t) => {
  const session = await startSession(t, withDraft('Egret reaches 64‸.2 CIDEr on Clips [@smith2020nets].\n'));
  await session.open('draft.md');
  const [action] = await actionsAt(session);
  assert.equal(action?.kind, 'quickfix');
  assert.equal(action?.isPreferred, true);
  assert.equal(action?.diagnostics?.[0]?.code, 'contradicted');
  assert.deepEqual(editsOf(action, session.uri('draft.md')), [
    { range: { start: { line: 4, character: 14 }, end: { line: 4, character: 18 } }, newText: '71.9' },
  ]);
});

test('code actions: a number without support is looked for, where the client has a command for that', async (t) => {
  for (const [options, expected] of [
    [{ initializationOptions: { searchCommand: 'open.search' } }, ['open.search']],
    [{}, []],
  ] as const) {
    const session = await startSession(t, withDraft('Otter reaches 77‸.7 CIDEr on Clips [@smith2020nets].\n'), options);
    await session.open('draft.md');
    const commands = (await actionsAt(session)).flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      commands.map(({ command }) => command),
      expected,
    );
    for (const { arguments: given } of commands) assert.deepEqual(given, ['CIDEr Clips']);
  }
});

test('code actions: a citation is inserted before the full stop, alone and by "fix all"', async (t) => {
  const session = await startSession(t, withDraft('Heron reaches 64‸.2 CIDEr on Clips.\n'));
  await session.open('draft.md');
  const end = { line: 4, character: 33 };
  const inserted = [{ range: { start: end, end }, newText: ' [@smith2020nets]' }];
  const [action] = await actionsAt(session);
  assert.equal(action?.title, 'Cite @smith2020nets');
  assert.deepEqual(editsOf(action, session.uri('draft.md')), inserted);
  const [all] = await actionsAt(session, 'source.fixAll');
  assert.equal(all?.kind, 'source.fixAll.grounded');
  assert.deepEqual(editsOf(all, session.uri('draft.md')), inserted);
});
