import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Diagnostic,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidCloseTextDocumentNotification,
} from 'vscode-languageserver/node';
import { papers } from './papers.ts';
import { messageOf, startSession, type TestSession } from './session.ts';

const entry = (key: string, title: string, more = ''): string =>
  `@article{${key}, title = {${title}}, author = {Orr, Ann}, year = 1999, journal = {Old}${more}}\n`;

const workspace = `${papers}${entry('orr1999', 'Before the nets there was sound')}${entry('orr1999', 'Another')}
${entry('orr99', 'Before the {Nets} there was sound')}${entry('orr98', 'Before the nets there was Sound')}=== papers/more.bib
${entry('orr1999', 'Yet another')}=== draft.md
---
bibliography: papers/references.bib
---

See [@smith2020nets; @orr99].
=== chapters/two.md
---
bibliography: ../papers/references.bib
nocite: '@lee2021sound, @orr98'
---

Nothing.
`;

const lines = (diagnostics: readonly Diagnostic[], code: string): number[] =>
  diagnostics.filter((one) => one.code === code).map(({ range }) => range.start.line + 1);

function related(session: TestSession, { relatedInformation }: Diagnostic): string[] {
  return (relatedInformation ?? []).map(({ location: { uri, range } }) => {
    return `${uri.slice(session.uri('').length + 1)}:${range.start.line + 1}`;
  });
}

test('every entry of a key that several have is marked, each with the others', async (t) => {
  const session = await startSession(t, workspace);
  await session.open('draft.md');
  const first = await session.published('papers/references.bib');
  assert.deepEqual(lines(first, 'citation-duplicate'), [9, 8]);
  const used = await session.published('papers/more.bib');
  assert.deepEqual(lines(used, 'citation-duplicate'), [1]);
  assert.match(messageOf(used[0]), /defined 3 times, and this entry is the one that is used/);
  assert.deepEqual(related(session, used[0] as Diagnostic), ['papers/references.bib:9', 'papers/references.bib:8']);
  assert.deepEqual(related(session, first[0] as Diagnostic), ['papers/more.bib:1']);
});

test('two entries of one work are marked in a bibliography that is open, and it is no draft', async (t) => {
  const session = await startSession(t, workspace);
  await session.open('draft.md');
  await session.published('papers/references.bib', (all) => lines(all, 'citation-duplicate').length === 2);
  await session.open('papers/references.bib');
  const marked = await session.published(
    'papers/references.bib',
    (all) => lines(all, 'citation-duplicate-work').length > 0,
  );
  assert.deepEqual(lines(marked, 'citation-duplicate-work'), [11, 12]);
  assert.match(messageOf(marked.at(-1)), /@orr98 and @orr99 are one work: they share title and first author/);
  await session.client.sendNotification(DidCloseTextDocumentNotification.type, {
    textDocument: { uri: session.uri('papers/references.bib') },
  });
  await session.published('papers/references.bib', (all) => lines(all, 'citation-duplicate-work').length === 0);
});

test('unused entries are faded where they are asked for, by all drafts of the workspace', async (t) => {
  const settings: { value: unknown } = { value: {} };
  const session = await startSession(t, workspace, {
    settings,
    capabilities: { workspace: { configuration: true } },
  });
  await session.open('draft.md');
  const before = await session.published('papers/references.bib');
  assert.deepEqual(lines(before, 'citation-unused'), []);
  settings.value = { severity: { 'citation-unused': 'hint' } };
  await session.client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  const marked = await session.published('papers/more.bib', (all) => lines(all, 'citation-unused').length > 0);
  const [unused] = marked.filter(({ code }) => code === 'citation-unused');
  assert.deepEqual(unused?.tags, [DiagnosticTag.Unnecessary]);
  assert.equal(messageOf(unused), 'No draft of the workspace cites @orr1999.');
  assert.deepEqual(lines(await session.published('papers/references.bib'), 'citation-unused'), []);
});
