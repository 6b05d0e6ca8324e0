import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageserver/node';
import {
  type CheckDocumentResult,
  type CheckWorkspaceResult,
  checkDocument,
  checkWorkspace,
  type ExplainResult,
  explain,
  type ReindexResult,
  reindex,
  type SearchResult,
  type SourceAtResult,
  search,
  sourceAt,
} from '../../shared/protocol/messages.ts';
import { papers, withDraft } from './papers.ts';
import { startSession } from './session.ts';

test('requests: a document is checked and reported on', async (t) => {
  const { client, open, uri } = await startSession(
    t,
    withDraft('Egret reaches 71.9 CIDEr and Heron reaches 65.0 CIDEr on Clips [@smith2020nets].\n'),
  );
  await open('draft.md');
  const result: CheckDocumentResult = await client.sendRequest(checkDocument.method, { uri: uri('draft.md') });
  assert.deepEqual(result?.counts, {
    claims: 2,
    supported: 1,
    contradicted: 1,
    misattributed: 0,
    uncited: 0,
    unsupported: 0,
    undefinedCitations: 0,
  });
  assert.match(result?.markdown ?? '', /draft\.md/);
  assert.match(result?.markdown ?? '', /65\.0/);
  assert.match(result?.markdown ?? '', /\[`papers\/nets\.md:8:11`\]\(\/papers\/nets\.md#L8,11\)/);
});

test('requests: the workspace is checked, the closed drafts too, with progress', async (t) => {
  const front = '---\nbibliography: ../papers/references.bib\n---\n\n';
  const { client, open } = await startSession(
    t,
    `${withDraft('Egret reaches 71.9 CIDEr on Clips [@smith2020nets].\n')}=== drafts/second.md\n${front}Heron reaches 65.0 CIDEr on Clips [@smith2020nets].\n=== notes.md\nIn 3 of 5 cases.\n`,
  );
  await open('draft.md');
  const progress: unknown[] = [];
  client.onProgress(WorkDoneProgress.type, 'check', (value) => void progress.push(value));
  const result: CheckWorkspaceResult = await client.sendRequest(checkWorkspace.method, { workDoneToken: 'check' });
  const { supported, contradicted, claims } = result.counts;
  assert.deepEqual({ supported, contradicted, claims }, { supported: 1, contradicted: 1, claims: 2 });
  assert.match(result.markdown, /drafts\/second\.md/);
  assert.deepEqual((progress[0] as { title: string } | undefined)?.title, 'Checking claims');
  assert.deepEqual(progress.at(-1), { kind: 'end' });
});

test('requests: a cancelled check is answered as cancelled', async (t) => {
  const drafts = Array.from(
    { length: 40 },
    (_, n) =>
      `=== drafts/d${n}.md\n---\nbibliography: ../papers/references.bib\n---\n\nEgret has 71.9 CIDEr [@smith2020nets].\n`,
  );
  const { client } = await startSession(t, papers + drafts.join(''));
  const source = new CancellationTokenSource();
  const answer = client.sendRequest(checkWorkspace.method, {}, source.token);
  source.cancel();
  await assert.rejects(
    answer,
    (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
  );
});

test('requests: the place in the source, the explanation, the search, and reading anew', async (t) => {
  const { client, open, uri, cursor } = await startSession(
    t,
    withDraft('Egret reaches 71.‸9 CIDEr on Clips [@smith2020nets].\n'),
  );
  await open('draft.md');
  const place = { uri: uri('draft.md'), position: cursor('draft.md') };
  const source: SourceAtResult = await client.sendRequest(sourceAt.method, place);
  assert.deepEqual(source, {
    uri: uri('papers/nets.md'),
    name: 'nets.md:7:11',
    at: { kind: 'range', range: { start: { line: 6, character: 10 }, end: { line: 6, character: 14 } } },
  });
  const explained: ExplainResult = await client.sendRequest(explain.method, place);
  assert.match(explained?.markdown ?? '', /^# 71\.9: supported\n\n> .*\*\*71\.9\*\*/);
  assert.match(explained?.markdown ?? '', /## What decides it\n\n- @smith2020nets, Table 1, .*: \*\*71\.9\*\*/);
  const hits: SearchResult = await client.sendRequest(search.method, {
    query: 'trained pairs',
    limit: 5,
    uri: place.uri,
  });
  assert.equal(hits[0]?.key, 'smith2020nets');
  assert.equal(hits[0]?.title, 'Captioning with Nets');
  assert.equal(hits[0]?.place.name, 'nets.md:11:1');
  const state: ReindexResult = await client.sendRequest(reindex.method, {});
  assert.equal(state.sources, 2);
});
