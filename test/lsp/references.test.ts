import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Location, ReferencesRequest } from 'vscode-languageserver/node';
import { papers } from './papers.ts';
import { eventually, startSession, type TestSession } from './session.ts';

const matter = '---\nbibliography: papers/references.bib\n---\n\n';

/** Two drafts of one library, one that only notes, and another project with its own work under the same key. */
const workspace = (draft: string): string => `${papers}=== draft.md
${matter}${draft}
=== chapters/two.md
---
bibliography: ../papers/references.bib
nocite: |
  @lee2021sound
---

As before [see @smith2020nets, Table 1]. Heron reaches 64.2 CIDEr on Clips.
=== notes.md
Nothing is cited here.
=== elsewhere/refs.bib
@misc{smith2020nets, title = {Something else}}
=== elsewhere/draft.md
---
bibliography: refs.bib
---

See @smith2020nets.
`;

async function references(session: TestSession, path: string, includeDeclaration = false): Promise<string[]> {
  const found = await session.client.sendRequest(ReferencesRequest.type, {
    textDocument: { uri: session.uri(path) },
    position: session.cursor(path),
    context: { includeDeclaration },
  });
  return (found ?? []).map((place) => shown(session, place));
}

function shown(session: TestSession, { uri, range }: Location): string {
  return `${uri.slice(session.uri('').length + 1)}:${range.start.line + 1}:${range.start.character + 1}`;
}

test('references: of a key in all drafts, closed ones too, and not of the same key elsewhere', async (t) => {
  const session = await startSession(t, workspace('See [@smith2020‸nets]. And @smith2020nets says so.'));
  await session.open('draft.md');
  const cited = ['chapters/two.md:7:16', 'draft.md:5:6', 'draft.md:5:27'];
  assert.deepEqual(await references(session, 'draft.md'), cited);
  assert.deepEqual(await references(session, 'draft.md', true), ['papers/references.bib:1:16', ...cited]);
});

test('references: what is on screen goes before what is on disk', async (t) => {
  const session = await startSession(t, workspace('See [@smith2020‸nets].'));
  await session.open('draft.md');
  await session.open('chapters/two.md', '---\nbibliography: ../papers/references.bib\n---\n\nNothing.\n');
  assert.deepEqual(await references(session, 'draft.md'), ['draft.md:5:6']);
});

test('references: of an entry in its file, with the numbers that rest on the work and do not cite it', async (t) => {
  const source = workspace('See [@smith2020nets].').replace('{smith2020nets,\n  title', '{smith2020nets,\n  ti‸tle');
  const session = await startSession(t, source);
  assert.deepEqual(await references(session, 'papers/references.bib'), [
    'chapters/two.md:7:16',
    'chapters/two.md:7:56',
    'draft.md:5:6',
  ]);
});

test('references: an entry that only nocite names', async (t) => {
  const session = await startSession(t, workspace('See @lee2021‸sound.'));
  await session.open('draft.md');
  assert.deepEqual(await references(session, 'draft.md'), ['chapters/two.md:4:3', 'draft.md:5:5']);
});

test('references: of a table of a source and of a number that rests on it', async (t) => {
  const draft =
    'Egret reaches 71‸.9 CIDEr on Clips [@smith2020nets]. Lemur has a word error rate of 12.4 [@lee2021sound].';
  const expected = ['chapters/two.md:7:56', 'draft.md:5:15'];
  const session = await startSession(t, workspace(draft).replace('| Robin', '| Rob‸in'));
  await session.open('draft.md');
  assert.deepEqual(await references(session, 'papers/nets.md'), expected);
  assert.deepEqual(await references(session, 'draft.md'), expected);
});

test('references: nothing where nothing is', async (t) => {
  const session = await startSession(t, workspace('Nothing‸ here.'));
  await session.open('draft.md');
  assert.deepEqual(await references(session, 'draft.md'), []);
});

test('references: a client is asked to offer them in sources that are no Markdown', async (t) => {
  const capabilities = { textDocument: { references: { dynamicRegistration: true } } };
  const session = await startSession(t, workspace('See [@smith2020nets].'), { capabilities });
  await eventually(() => session.registered.includes('textDocument/references'));
});
