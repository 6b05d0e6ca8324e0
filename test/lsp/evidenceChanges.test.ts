import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver/node';
import { type EvidenceChangedParams, evidenceChanged } from '../../shared/protocol/evidence.ts';
import { readFixture } from '../support/fixture.ts';
import { papers, withDraft } from './papers.ts';
import { eventually, startSession } from './session.ts';

const nets = readFixture(papers).file('papers/nets.md').text;

test('a source that says something else now: the claims that are judged otherwise are told, once', async (t) => {
  const draft =
    'Egret reaches 71.9 CIDEr on Clips [@smith2020nets]. Heron reaches 64.2 CIDEr on Clips [@smith2020nets].\n';
  const session = await startSession(t, withDraft(draft), { initializationOptions: { delay: 0 } });
  const told: EvidenceChangedParams[] = [];
  session.client.onNotification(evidenceChanged.method, (params: EvidenceChangedParams) => void told.push(params));
  const reread = async (text: string): Promise<void> => {
    await session.write('papers/nets.md', text);
    const changes = [{ uri: session.uri('papers/nets.md'), type: 2 as const }];
    await session.client.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  };
  await session.open('draft.md');
  await session.published('draft.md', (all) => all.length === 0);

  await reread(nets.replace('71.9', '72.53'));
  await eventually(() => told.length > 0);
  const [{ uri, changes }] = told as [EvidenceChangedParams];
  assert.equal(uri, session.uri('draft.md'));
  assert.deepEqual(
    changes.map(({ range, text, before, after }) => [range.start, text, before, after]),
    [[{ line: 4, character: 14 }, '71.9', 'supported', 'contradicted']],
  );
  assert.match(changes[0]?.message ?? '', /72\.53/);

  await reread(`${nets.replace('71.9', '72.53')}\nOne more sentence.\n`);
  const change = { range: { start: { line: 4, character: 14 }, end: { line: 4, character: 18 } }, text: '72.53' };
  await session.client.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [change],
  });
  await session.published('draft.md', (all) => all.length === 0);
  assert.equal(told.length, 1, 'neither a change without effect nor the writer’s own is told');
});
