import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DefinitionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  HoverRequest,
  type Location,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  type RegistrationParams,
  RegistrationRequest,
  RenameRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { eventually, startSession, type TestSession } from './session.ts';

/** One work in every format; `key` is the line and column of its key. */
const formats: readonly (readonly [name: string, text: string, key: readonly [number, number]])[] = [
  ['refs.bib', '@misc{one, title = {T}, doi = {10.1000/x}}\n', [0, 6]],
  ['refs.json', '[\n  {"id": "one", "title": "T", "DOI": "10.1000/x"}\n]\n', [1, 10]],
  ['refs.yaml', 'references:\n- id: one\n  title: T\n  DOI: 10.1000/x\n', [1, 6]],
  ['refs.yml', 'one:\n  type: article\n  title: T\n  serial-number:\n    doi: 10.1000/x\n', [0, 0]],
  ['refs.ris', 'TY  - GEN\nID  - one\nTI  - T\nDO  - 10.1000/x\nER  - \n', [1, 6]],
];

const draftOf = (name: string): string => `---\nbibliography: ${name}\n---\n\nAs said [@one] and @one.\n`;

async function started(t: Parameters<typeof startSession>[0], name: string, text: string): Promise<TestSession> {
  const session = await startSession(t, `=== draft.md\n${draftOf(name)}=== ${name}\n${text}`);
  await session.open('draft.md');
  await session.open(name, text, 'plaintext');
  return session;
}

const shown = (session: TestSession, places: readonly Location[] | null): string[] =>
  (places ?? []).map(
    ({ uri, range: { start } }) => `${uri.slice(session.uri('').length + 1)}:${start.line}:${start.character}`,
  );

for (const [name, text, [line, character]] of formats) {
  test(`bibliographies: ${name} leads to drafts, and drafts lead to it`, async (t) => {
    const session = await started(t, name, text);
    const { client, uri } = session;
    const entry = { textDocument: { uri: uri(name) }, position: { line, character: character + 1 } };
    const citation = { textDocument: { uri: uri('draft.md') }, position: { line: 4, character: 11 } };
    const own = `${name}:${line}:${character}`;
    const cited = ['draft.md:4:9', 'draft.md:4:19'];
    const keys = ['draft.md:4:10', 'draft.md:4:20'];

    for (const at of [entry, citation]) {
      const references = { ...at, context: { includeDeclaration: true } };
      assert.deepEqual(shown(session, await client.sendRequest(ReferencesRequest.type, references)), [own, ...cited]);
      assert.deepEqual(shown(session, (await client.sendRequest(DefinitionRequest.type, at)) as Location[]), [own]);
      const edit = (await client.sendRequest(RenameRequest.type, { ...at, newName: 'two' })) as WorkspaceEdit;
      const edits = Object.entries(edit.changes ?? {}).flatMap(([of, all]) => all.map((one) => ({ uri: of, ...one })));
      assert.deepEqual(shown(session, edits).sort(), [...keys, own].sort());
      assert.ok(edits.every(({ newText }) => newText === 'two'));
    }
    const links = await client.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: uri(name) } });
    assert.deepEqual(
      links?.map(({ target }) => target),
      ['https://doi.org/10.1000/x'],
    );
    const symbols = await client.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: uri(name) } });
    assert.equal(symbols?.length, 1);
  });

  test(`bibliographies: a key that ${name} defines twice is marked in it`, async (t) => {
    const twice =
      name === 'refs.json' ? text.replace(/(\{.*\})/, '$1, $1') : `${text}${text.replace('references:\n', '')}`;
    const { published } = await started(t, name, twice);
    const marks = await published(name, (all) => all.length > 0);
    assert.deepEqual(
      marks.map(({ code }) => code),
      ['citation-duplicate', 'citation-duplicate'],
    );
  });
}

const refused: readonly (readonly [name: string, text: string, cited: string, reason: RegExp])[] = [
  [
    'refs.ris',
    'TY  - GEN\nAU  - Doe, Al\nPY  - 2020\nTI  - Nets\nER  - \n',
    'doe2020nets',
    /writes the key @doe2020nets as it is/,
  ],
  ['refs.bib', '@misc{one, ids = {old}, title = {T}}\n', 'old', /another name of @one/],
];

test('rename: a key that no file writes, or that is another name, is refused', async (t) => {
  for (const [name, text, key, reason] of refused) {
    const draft = `---\nbibliography: ${name}\n---\n\nSee @${key}.\n`;
    const session = await startSession(t, `=== draft.md\n${draft}=== ${name}\n${text}`);
    await session.open('draft.md');
    const at = { textDocument: { uri: session.uri('draft.md') }, position: { line: 4, character: 6 } };
    await assert.rejects(session.client.sendRequest(RenameRequest.type, { ...at, newName: 'new' }), reason, name);
  }
});

async function prepared({ client }: TestSession, textDocument: { uri: string }, position: Position): Promise<Range> {
  const result = await client.sendRequest(PrepareRenameRequest.type, { textDocument, position });
  assert.ok(result !== null && 'range' in result);
  return result.range;
}

test('rename: what the front matter cannot have as a key', async (t) => {
  const cases: readonly (readonly [frontMatter: string, newName: string, reason: RegExp])[] = [
    ['- id: one\n- id: two', 'two', /already that of another source/],
    ['- id: one', 'a#b', /plain YAML cannot have `#`/],
    ['- id: "o\\x6ee"', 'new', /writes the key @one as it is/],
  ];
  for (const [frontMatter, newName, reason] of cases) {
    const session = await startSession(t, `=== draft.md\n---\nreferences:\n${frontMatter}\n---\n\n[@one]‸.\n`);
    await session.open('draft.md');
    const { line } = session.cursor('draft.md');
    const at = { textDocument: { uri: session.uri('draft.md') }, position: { line, character: 3 } };
    await assert.rejects(session.client.sendRequest(RenameRequest.type, { ...at, newName }), reason);
  }
});

const own = `---
references:
- id: one
  title: T
nocite: '@one'
---

As said [@one].
`;

test('references: of an entry in the front matter of the draft', async (t) => {
  const session = await startSession(t, `=== draft.md\n${own}`);
  await session.open('draft.md');
  const textDocument = { uri: session.uri('draft.md') };
  const places: readonly Position[] = [
    { line: 2, character: 7 },
    { line: 4, character: 11 },
    { line: 7, character: 12 },
  ];
  for (const position of places) {
    const params = { textDocument, position, context: { includeDeclaration: true } };
    assert.deepEqual(shown(session, await session.client.sendRequest(ReferencesRequest.type, params)), [
      'draft.md:2:6',
      'draft.md:4:9',
      'draft.md:7:9',
    ]);
    const start = shown(session, [{ uri: textDocument.uri, range: await prepared(session, textDocument, position) }]);
    assert.deepEqual(start, [`draft.md:${position.line}:${[6, 10, 10][places.indexOf(position)]}`]);
    const edit = await session.client.sendRequest(RenameRequest.type, { textDocument, position, newName: '@two' });
    const changes = edit?.changes?.[textDocument.uri] ?? [];
    assert.deepEqual(
      changes.map(({ range: { start }, newText }) => `${start.line}:${start.character} ${newText}`),
      ['2:6 two', '4:10 two', '7:10 two'],
    );
  }
  const position = places[2] as Position;
  const definition = await session.client.sendRequest(DefinitionRequest.type, { textDocument, position });
  assert.deepEqual(shown(session, definition as Location[]), ['draft.md:2:6']);
});

test('references: of a work by all its names, and of the entries that name it', async (t) => {
  const bib = '@book{one, ids = {old}, title = {T}, doi = {10.1000/x}}\n@inbook{part, title = {P}, crossref = {one}}\n';
  const draft = '---\nbibliography: refs.bib\n---\n\nSee @old, @{one}, {cite:p}`10.1000/x` and @part.\n';
  const session = await startSession(t, `=== draft.md\n${draft}=== refs.bib\n${bib}`);
  await session.open('draft.md');
  const expected = ['refs.bib:1:39', 'draft.md:4:4', 'draft.md:4:10', 'draft.md:4:27'];
  for (const character of [6, 13, 28]) {
    const textDocument = { uri: session.uri('draft.md') };
    const params = { textDocument, position: { line: 4, character }, context: { includeDeclaration: false } };
    assert.deepEqual(shown(session, await session.client.sendRequest(ReferencesRequest.type, params)), expected);
  }
});

test('a DOI or an arXiv identifier is a key in MyST, for all that looks keys up', async (t) => {
  const bib = '@misc{one, title = {Of Nets}, doi = {10.1000/x}, eprint = {2101.00001}, eprinttype = {arxiv}}\n';
  const draft = '---\nbibliography: refs.bib\n---\n\nSee {cite:p}`10.1000/X` and {cite:t}`arxiv:2101.00001v2`.\n';
  const session = await startSession(t, `=== draft.md\n${draft}=== refs.bib\n${bib}`);
  await session.open('draft.md');
  for (const character of [16, 42]) {
    const at = { textDocument: { uri: session.uri('draft.md') }, position: { line: 4, character } };
    assert.match(JSON.stringify(await session.client.sendRequest(HoverRequest.type, at)), /Of Nets/);
    const definition = await session.client.sendRequest(DefinitionRequest.type, at);
    assert.deepEqual(shown(session, definition as Location[]), ['refs.bib:0:6']);
  }
  assert.deepEqual(await session.published('draft.md'), []);
});

const capabilities = {
  textDocument: Object.fromEntries(
    ['synchronization', 'definition', 'references', 'rename', 'documentLink', 'documentSymbol'].map((name) => [
      name,
      { dynamicRegistration: true },
    ]),
  ),
};

test('bibliographies: a client is asked for the very files of libraries that it would not send', async (t) => {
  const fixture = `=== draft.md\n---\nbibliography: [refs.bib, refs.json]\n---\n\nSee @one.\n=== refs.bib\n@misc{zero}\n=== refs.json\n[{"id": "one"}]\n=== package.json\n{"name": "x"}\n`;
  const session = await startSession(t, fixture, { capabilities });
  const asked: RegistrationParams['registrations'] = [];
  session.client.onRequest(RegistrationRequest.type, ({ registrations }) => void asked.push(...registrations));
  await session.open('draft.md');
  await eventually(() => asked.some(({ method }) => method === 'textDocument/didOpen'));
  for (const { registerOptions } of asked.filter(({ method }) => method.startsWith('textDocument/did')))
    assert.deepEqual(registerOptions.documentSelector, [{ scheme: 'file', pattern: `${session.root}/refs.json` }]);
});
