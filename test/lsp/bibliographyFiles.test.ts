import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type CompletionList,
  CompletionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  HoverRequest,
} from 'vscode-languageserver/node';
import { watchedFiles } from '../../server/host/listFiles.ts';
import { type ImportFromZoteroResult, importFromZotero } from '../../shared/protocol/zotero.ts';
import { startSession } from './session.ts';

const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

/** A bibliography that a reference manager writes, before and after it writes again. */
const exported: readonly (readonly [string, string, string])[] = [
  ['refs.bib', '@book{one, title = {T}}', '@book{one, title = {T}}\n@book{two, title = {U}}'],
  ['refs.json', '[{"id": "one"}]', '{"items": [{"id": "one"}, {"id": "two"}]}'],
  ['refs.yaml', 'references:\n- id: one\n', 'references:\n- id: one\n- id: two\n'],
  ['refs.ris', 'TY  - BOOK\nID  - one\nER  - \n', 'TY  - BOOK\nID  - one\nER  - \nTY  - BOOK\nID  - two\nER  - \n'],
];

for (const [name, before, after] of exported) {
  test(`bibliographies: ${name} is read again when it is exported again`, async (t) => {
    const draft = `---\nbibliography: ${name}\n---\n\nAs said [@one; @two].\n`;
    const fixture = `=== draft.md\n${draft}=== ${name}\n${before}\n`;
    const { client, open, published, uri, write } = await startSession(t, fixture, { capabilities: watching });
    await open('draft.md');
    await published('draft.md', (all) => all.some(({ code }) => code === 'citation-undefined'));
    await write(name, after);
    const changes: FileEvent[] = [{ uri: uri(name), type: FileChangeType.Changed }];
    await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await published('draft.md', (all) => all.every(({ code }) => code !== 'citation-undefined'));
  });
}

test('bibliographies: the editor watches every format, and the settings of projects', () => {
  const extensions = /\{(.*)\}/.exec(watchedFiles)?.[1]?.split(',') ?? [];
  for (const extension of ['bib', 'json', 'yaml', 'yml', 'ris', 'md', 'tsv', 'qmd'])
    assert.ok(extensions.includes(extension), extension);
});

test('bibliographies: the references of a draft are known in it, and need no library', async (t) => {
  const draft =
    '---\nreferences:\n- id: inline2020\n  title: A Work of its Own\n---\n\nAs said [@inline2020] and [@‸].\n';
  const { client, open, published, uri, cursor } = await startSession(t, `=== draft.md\n${draft}`);
  await open('draft.md');
  const position = cursor('draft.md');
  const textDocument = { uri: uri('draft.md') };
  const list = (await client.sendRequest(CompletionRequest.type, { textDocument, position })) as CompletionList;
  assert.deepEqual(
    list.items.map(({ label }) => label),
    ['inline2020'],
  );
  const hover = await client.sendRequest(HoverRequest.type, {
    textDocument,
    position: { line: position.line, character: 12 },
  });
  assert.match(JSON.stringify(hover?.contents), /A Work of its Own/);
  assert.deepEqual(await published('draft.md'), []);
});

test('bibliographies: only a .bib file on disk is written from Zotero', async (t) => {
  const { client, root } = await startSession(t, '=== draft.md\nText\n');
  for (const target of ['untitled:new.bib', `file://${root}/draft.md`, `file://${root}/new.txt`]) {
    const result = await client.sendRequest<ImportFromZoteroResult>(importFromZotero.method, { target });
    assert.equal(result.kind, 'problem');
    assert.match(result.message, /ends in \.bib/);
  }
  await assert.rejects(access(join(root, 'new.txt')));
});
