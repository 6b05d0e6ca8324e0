import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver/node';
import { papers, withDraft } from './papers.ts';
import { eventually, messageOf, startSession } from './session.ts';

const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

test('library: a changed source is taken up without a restart, and so is one that vanishes', async (t) => {
  const { client, open, published, root, uri, write, status } = await startSession(
    t,
    withDraft('Egret reaches 80.5 CIDEr on Clips [@smith2020nets].\n'),
    { capabilities: watching },
  );
  await open('draft.md');
  await published('draft.md', (all) => all.length === 1);
  const table =
    'Table 1: Results on the Clips test set.\n\n| Model | CIDEr |\n| --- | --- |\n| Egret | 80.5 |\n| Heron | 64.2 |\n';
  await write('papers/nets.md', `# Captioning with Nets\n\n${table}`);
  const changed: FileEvent = { uri: uri('papers/nets.md'), type: FileChangeType.Changed };
  await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [changed] });
  await published('draft.md', (all) => all.length === 0);

  await rm(join(root, 'papers/nets.md'));
  const deleted: FileEvent = { uri: uri('papers/nets.md'), type: FileChangeType.Deleted };
  await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [deleted] });
  const { problems } = await status(({ state }) => state === 'problem');
  assert.match(problems[0]?.message ?? '', /nets\.md of @smith2020nets was not found/);
  // The entry that names the missing file is marked in the bibliography.
  const [missing] = await published('papers/references.bib', (all) => all.length > 0);
  assert.equal(missing?.code, 'bib-file-missing');
  assert.deepEqual(missing?.range.start, { line: 0, character: 15 });
});

test('library: the status tells what is held', async (t) => {
  const { open, status } = await startSession(t, withDraft('Text [@smith2020nets].\n'));
  await open('draft.md');
  const { sources, tables, problems, message } = await status(({ state }) => state === 'ready');
  assert.deepEqual(
    { sources, tables, problems, message },
    { sources: 2, tables: 2, problems: [], message: '2 sources, 2 tables' },
  );
});

test('library: a missing bibliography is named at its place in the front matter', async (t) => {
  const draft = '---\nbibliography: nowhere.bib\n---\n\nEgret reaches 71.9 CIDEr [@smith2020nets].\n';
  const { open, published, root } = await startSession(t, `${papers}=== draft.md\n${draft}`);
  await open('draft.md');
  const [missing] = await published('draft.md', (all) => all.some(({ code }) => code === 'bib-file-missing'));
  assert.match(messageOf(missing), /nowhere\.bib was not found in .*correct the path in the front matter/);
  assert.ok(messageOf(missing).includes(root));
  assert.deepEqual(missing?.range, { start: { line: 1, character: 14 }, end: { line: 1, character: 25 } });
});

test('library: a draft without any library is told how to name one', async (t) => {
  const { open, published } = await startSession(
    t,
    `${papers}=== draft.md\nEgret reaches 71.9 CIDEr [@smith2020nets].\n`,
  );
  await open('draft.md');
  const found = await published('draft.md', (all) => all.length > 0);
  assert.match(messageOf(found.find(({ code }) => code === 'library-missing')), /bibliography: references\.bib/);
});

test('library: grounded.json names it, and goes before the front matter', async (t) => {
  const fixture = `${withDraft('Egret reaches 71.9 CIDEr on Clips [@smith2020nets].\n')}=== grounded.json\n{ "library": "elsewhere" }\n`;
  const { open, published } = await startSession(t, fixture);
  await open('draft.md');
  const found = await published('draft.md', (all) => all.length > 0);
  assert.ok(found.every(({ code }) => code !== 'bib-file-missing'));
  assert.equal((await published('draft.md')).length, found.length);
});

test('library: files that cannot be used are named, and the rest goes on', async (t) => {
  const { open, published, root, status } = await startSession(
    t,
    `${withDraft('Egret reaches 64.2 CIDEr on Clips [@smith2020nets].\n')}=== papers/empty.md\n`,
    { initializationOptions: { maxFileSize: 2 } },
  );
  await writeFile(join(root, 'papers/binary.txt'), Buffer.from([1, 2, 0, 3, 0, 255]));
  await writeFile(join(root, 'papers/huge.txt'), 'x'.repeat(2_100_000));
  await open('draft.md');
  const { problems } = await status(({ state }) => state === 'problem');
  assert.deepEqual(problems.map(({ message }) => message.split(/ is |:/)[0]).toSorted(), [
    'binary.txt',
    'empty.md',
    'huge.txt',
  ]);
  assert.deepEqual((await published('papers/binary.txt'))[0]?.code, 'source-unreadable');
  assert.deepEqual((await published('papers/empty.md'))[0]?.code, 'source-empty');
  await published('draft.md', (all) => all.some(({ code }) => code === 'contradicted'));
});

test('settings: they are asked for, and a change is taken up; what cannot be used is said once', async (t) => {
  const settings: { value: unknown } = { value: { severity: { contradicted: 'off' } } };
  const { client, open, published, shown } = await startSession(
    t,
    withDraft('Egret reaches 64.2 CIDEr on Clips [@smith2020nets].\n'),
    { capabilities: { workspace: { configuration: true } }, settings },
  );
  const changed = () => client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await open('draft.md');
  assert.deepEqual(await published('draft.md'), []);
  settings.value = { severity: { contradicted: 'hint' } };
  await changed();
  assert.equal((await published('draft.md', (all) => all.length === 1))[0]?.severity, 4);
  settings.value = { delay: 'soon' };
  await changed();
  await changed();
  await eventually(() => shown.length > 0);
  assert.match(shown[0] ?? '', /grounded\.delay cannot be used/);
  assert.equal((await published('draft.md'))[0]?.severity, 4, 'the last valid settings hold');
  settings.value = { library: ['nowhere'] };
  await changed();
  const missing = await published('draft.md', (all) => all.some(({ code }) => code === 'library-missing'));
  assert.match(messageOf(missing[0]), /nowhere does not exist/);
  assert.equal(shown.length, 1);
});

test('settings: an editor that is not asked gives them when it starts the server', async (t) => {
  const { open, published } = await startSession(
    t,
    withDraft('Egret reaches 64.2 CIDEr on Clips [@smith2020nets].\n'),
    {
      initializationOptions: { grounded: { severity: { contradicted: 'warning' } } },
    },
  );
  await open('draft.md');
  assert.equal((await published('draft.md', (all) => all.length === 1))[0]?.severity, 2);
});
