import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  PrepareRenameRequest,
  RenameRequest,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { readFixture } from '../support/fixture.ts';
import { papers } from './papers.ts';
import { startSession, type TestSession } from './session.ts';

const workspace = (draft: string): string => `${papers}=== papers/more.bib
@inbook{part1, title = {Part}, crossref = {smith2020nets}}
@misc{smith2020nets, title = {Again}}
@misc{smith2020nets, title = {And again}}
=== draft.md
---
bibliography: [papers/references.bib, papers/more.bib]
nocite: '@smith2020nets'
---

${draft}
=== chapters/two.md
---
bibliography: ../papers/references.bib
---

As before [-@smith2020nets; @{smith2020nets}].
=== chapters/paper.tex
\\documentclass{article}\\bibliography{../papers/references}
As before \\cite[p.~1]{smith2020nets}.
=== elsewhere/paper.tex
\\documentclass{article}\\bibliography{refs}
See \\cite{smith2020nets}.
=== elsewhere/draft.md
---
bibliography: refs.bib
---

See @smith2020nets.
=== elsewhere/refs.bib
@misc{smith2020nets, title = {Something else}}
`;

const at = (session: TestSession, path: string) => ({
  textDocument: { uri: session.uri(path) },
  position: session.cursor(path),
});

/** The lines of each file that change, as they are afterwards. */
function changed(session: TestSession, source: string, edits: readonly [uri: string, edits: readonly TextEdit[]][]) {
  const { file } = readFixture(source);
  return edits.map(([uri, changes]) => {
    const path = uri.slice(session.uri('').length + 1);
    const lines = file(path).text.split('\n');
    for (const { range, newText } of changes.toSorted((a, b) => b.range.start.character - a.range.start.character)) {
      const line = lines[range.start.line] as string;
      lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
    }
    return [path, [...new Set(changes.map(({ range }) => range.start.line))].sort().map((line) => lines[line])];
  });
}

const expected = [
  ['chapters/paper.tex', ['As before \\cite[p.~1]{nets:2020}.']],
  ['chapters/two.md', ['As before [-@nets:2020; @{nets:2020}].']],
  ['draft.md', ["nocite: '@nets:2020'", 'See [@nets:2020, Table 1].']],
  [
    'papers/more.bib',
    [
      '@inbook{part1, title = {Part}, crossref = {nets:2020}}',
      '@misc{nets:2020, title = {Again}}',
      '@misc{nets:2020, title = {And again}}',
    ],
  ],
  ['papers/references.bib', ['@inproceedings{nets:2020,']],
];

test('rename: a key changes in all drafts and wherever it is defined, and not in another project', async (t) => {
  const source = workspace('See [@smith2020‸nets, Table 1].');
  const session = await startSession(t, source, {
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true } },
      textDocument: { rename: { prepareSupport: true } },
    },
  });
  assert.deepEqual(session.initialized.capabilities.renameProvider, { prepareProvider: true });
  await session.open('draft.md');
  assert.deepEqual(await session.client.sendRequest(PrepareRenameRequest.type, at(session, 'draft.md')), {
    range: { start: { line: 5, character: 6 }, end: { line: 5, character: 19 } },
    placeholder: 'smith2020nets',
  });
  const edit = await session.client.sendRequest(RenameRequest.type, {
    ...at(session, 'draft.md'),
    newName: '@nets:2020',
  });
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.deepEqual(
    changes.map(({ textDocument }) => textDocument.version),
    [null, null, 1, null, null],
  );
  assert.deepEqual(
    changed(
      session,
      source,
      changes.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]]),
    ),
    expected,
  );
});

test('rename: from the bibliography, for a client without versions', async (t) => {
  const source = workspace('See [@smith2020nets, Table 1].').replace('{smith2020nets,\n', '{smith‸2020nets,\n');
  const session = await startSession(t, source);
  const edit = await session.client.sendRequest(RenameRequest.type, {
    ...at(session, 'papers/references.bib'),
    newName: 'nets:2020',
  });
  const changes = (edit as WorkspaceEdit).changes ?? {};
  assert.deepEqual(changed(session, source, Object.entries(changes)), expected);
});

const refused: readonly (readonly [newName: string, reason: RegExp])[] = [
  ['lee2021sound', /already that of another source/],
  ['two words', /BibTeX cannot have a space/],
  ['a,b', /BibTeX cannot have `,`/],
  ['a--b', /Pandoc would not read @a--b/],
  ['fig-nets', /Pandoc would not read/],
  ['ends.', /Pandoc would not read/],
  ['@', /at least one character/],
];

test('rename: a key that cannot be is refused, with the reason', async (t) => {
  const session = await startSession(t, workspace('See [@smith2020‸nets].'));
  await session.open('draft.md');
  for (const [newName, reason] of refused)
    await assert.rejects(
      session.client.sendRequest(RenameRequest.type, { ...at(session, 'draft.md'), newName }),
      reason,
      newName,
    );
});

test('rename: only a key that a bibliography defines', async (t) => {
  const cases: readonly (readonly [draft: string, reason: RegExp])[] = [
    ['See @nobo‸dy.', /No bibliography defines @nobody/],
    ['No key‸ here.', /no citation key here/],
  ];
  for (const [draft, reason] of cases) {
    const session = await startSession(t, workspace(draft));
    await session.open('draft.md');
    await assert.rejects(session.client.sendRequest(PrepareRenameRequest.type, at(session, 'draft.md')), reason);
  }
});
