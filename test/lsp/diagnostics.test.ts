import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver/node';
import { withDraft } from './papers.ts';
import { startSession } from './session.ts';

const wrong = 'Egret reaches 64.2 CIDEr on Clips [@smith2020nets].\n';

const codesOf = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

test('diagnostics: a wrong number is published with its page, its cell and the data of its fix', async (t) => {
  const { open, published, uri } = await startSession(t, withDraft(wrong));
  await open('draft.md');
  const [found, ...others] = await published('draft.md', (all) => all.length > 0);
  assert.deepEqual(others, []);
  assert.ok(found);
  assert.equal(found.code, 'contradicted');
  assert.equal(found.source, 'grounded');
  assert.equal(found.severity, DiagnosticSeverity.Error);
  assert.deepEqual(found.range, { start: { line: 4, character: 14 }, end: { line: 4, character: 18 } });
  assert.match(found.codeDescription?.href ?? '', /\/docs\/rules\/contradicted\.md$/);
  assert.equal(typeof (found.data as { fingerprint: string }).fingerprint, 'string');
  const [cell] = found.relatedInformation ?? [];
  assert.equal(cell?.location.uri, uri('papers/nets.md'));
  assert.deepEqual(cell?.location.range.start, { line: 6, character: 10 });
});

test('diagnostics: each kind of finding has its code and its severity', async (t) => {
  const { open, published } = await startSession(
    t,
    withDraft(
      [
        'Egret reaches 71.9 CIDEr on Clips [@smith2020nets].',
        'Heron reaches 64.2 CIDEr on Clips.',
        'Heron reaches 28.0 METEOR on Clips [@lee2021sound].',
        'Egret reaches 64.2 CIDEr on Clips [@smith2020nets].',
        'See [@smith2020net].',
        '',
      ].join('\n\n'),
    ),
  );
  await open('draft.md');
  const found = await published('draft.md', (all) => all.length > 0);
  assert.deepEqual(
    found.map(({ code, severity }) => [code, severity]),
    [
      ['uncited', DiagnosticSeverity.Information],
      ['misattributed', DiagnosticSeverity.Warning],
      ['contradicted', DiagnosticSeverity.Error],
      ['citation-undefined', DiagnosticSeverity.Error],
    ],
  );
});

test('diagnostics: a cited entry without a document, and a key that is defined twice, are said', async (t) => {
  const twice = '@misc{orr1999, title = {Before}, year = 1999}\n\n@misc{orr1999, title = {After}, year = 2001}\n';
  const { open, published } = await startSession(
    t,
    `${withDraft('Ibis reaches 55.1 CIDEr [@orr1999].\n')}=== papers/more.bib\n${twice}`,
  );
  await open('draft.md');
  const [missing, ...others] = await published('draft.md', (all) => all.length > 0);
  assert.deepEqual(
    [missing?.code, missing?.severity, missing?.range.start, others],
    ['source-missing', DiagnosticSeverity.Information, { line: 4, character: 25 }, []],
  );
  const both = await published('papers/more.bib', (all) => all.length > 0);
  assert.deepEqual(
    both.map(({ code, range }) => [code, range.start]),
    [
      ['citation-duplicate', { line: 0, character: 6 }],
      ['citation-duplicate', { line: 2, character: 6 }],
    ],
  );
  assert.match(both[0]?.codeDescription?.href ?? '', /citation-duplicate\.md$/);
});

test('diagnostics: edits are followed by their ranges; closing takes the diagnostics back', async (t) => {
  const { client, open, published, uri } = await startSession(t, withDraft(wrong), {
    initializationOptions: { delay: 0 },
  });
  await open('draft.md');
  await published('draft.md', (all) => all.length === 1);
  const change = (version: number, start: number, end: number, text: string) =>
    client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: uri('draft.md'), version },
      contentChanges: [{ range: { start: { line: 4, character: start }, end: { line: 4, character: end } }, text }],
    });
  await change(2, 14, 18, '71.9');
  await published('draft.md', (all) => all.length === 0);
  await change(3, 14, 18, '64.2');
  await published('draft.md', (all) => all.length === 1);
  await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: uri('draft.md') } });
  await published('draft.md', (all) => all.length === 0);
});

test('diagnostics: with "onSave" a change waits for the save', async (t) => {
  const { client, open, published, uri } = await startSession(t, withDraft(wrong), {
    initializationOptions: { delay: 0, run: 'onSave' },
  });
  await open('draft.md');
  await published('draft.md', (all) => all.length === 1);
  const textDocument = { uri: uri('draft.md'), version: 2 };
  await client.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument,
    contentChanges: [{ text: 'Nothing is said.\n' }],
  });
  // An answer to any later request shows that the change has been taken.
  await client.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 0 } });
  await new Promise((resume) => setTimeout(resume, 20));
  assert.equal((await published('draft.md')).length, 1);
  await client.sendNotification(DidSaveTextDocumentNotification.type, { textDocument });
  await published('draft.md', (all) => all.length === 0);
});

test('diagnostics: a client that asks gets them, and "unchanged" where they are the same', async (t) => {
  const { client, open, uri } = await startSession(t, withDraft(wrong), {
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { delay: 0 },
  });
  await open('draft.md');
  const textDocument = { uri: uri('draft.md') };
  const first = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  assert.equal(first.kind, 'full');
  assert.deepEqual(codesOf(first.kind === 'full' ? first.items : []), ['contradicted']);
  const again = await client.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument,
    previousResultId: first.resultId ?? '',
  });
  assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
});

for (const [name, transform] of [
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ['both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
] as const) {
  test(`diagnostics: a draft with ${name} has them at the same places`, async (t) => {
    const { open, published } = await startSession(t, withDraft(wrong));
    await open('draft.md', transform(`---\nbibliography: papers/references.bib\n---\n\n${wrong}`));
    const [found] = await published('draft.md', (all) => all.length > 0);
    assert.deepEqual(found?.range, { start: { line: 4, character: 14 }, end: { line: 4, character: 18 } });
  });
}

test('diagnostics: a byte order mark shifts the first line alone', async (t) => {
  const { open, published } = await startSession(t, withDraft(wrong), {
    initializationOptions: { library: ['papers'] },
  });
  await open('draft.md', `\uFEFF${wrong}`);
  const [found] = await published('draft.md', (all) => all.length > 0);
  assert.deepEqual(found?.range, { start: { line: 0, character: 15 }, end: { line: 0, character: 19 } });
});
