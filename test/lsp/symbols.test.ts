import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DefinitionRequest,
  type DocumentLink,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { papers, withDraft } from './papers.ts';
import { startSession, type TestSession } from './session.ts';

/** An outline as lines, further in for what is further in. */
function lines(symbols: readonly DocumentSymbol[], margin = ''): string[] {
  return symbols.flatMap(({ name, detail, range, children }) => [
    `${margin}${name}${detail ? ` (${detail})` : ''} ${range.start.line + 1}-${range.end.line + 1}`,
    ...lines(children ?? [], `${margin}  `),
  ]);
}

async function outline(session: TestSession, path: string): Promise<string[]> {
  const textDocument = { uri: session.uri(path) };
  return lines((await session.client.sendRequest(DocumentSymbolRequest.type, { textDocument })) as DocumentSymbol[]);
}

const draft = `As is known [@lee2021sound].

# Results

Egret reaches 71.9 CIDEr on Clips [@smith2020nets]. Heron reaches 71.9 CIDEr on Clips [@smith2020nets].

## Sound

| Model | WER |
| --- | --- |
| Lemur [@lee2021sound] | 12.4 |

Table: Errors of ears

# End

Done.
`;

test('document symbols: sections with their claims, tables and cited works; entries', async (t) => {
  const session = await startSession(t, withDraft(draft));
  await session.open('draft.md');
  await session.open('papers/nets.md');
  assert.deepEqual(await outline(session, 'draft.md'), [
    '@lee2021sound 5-5',
    'Results (3 claims, 1 contradicted) 7-19',
    '  @smith2020nets 9-9',
    '  Sound (1 claim) 11-19',
    '    Errors of ears 13-15',
    '    @lee2021sound 15-15',
    'End 19-22',
  ]);
  assert.deepEqual(await outline(session, 'papers/references.bib'), [
    'smith2020nets (Smith et al. 2020: Captioning with Nets) 1-4',
    'lee2021sound (Lee 2021: Sound for Captions) 5-7',
  ]);
  assert.deepEqual(await outline(session, 'papers/nets.md'), [
    'Captioning with Nets 1-12',
    '  Table 1: Results on the Clips test set. 5-9',
  ]);
});

test('workspace symbols: works by key, author and title, tables by label and caption', async (t) => {
  const session = await startSession(t, withDraft('See [@smith2020nets].'));
  await session.open('draft.md');
  await session.published('draft.md');
  const cases: readonly (readonly [query: string, names: readonly string[]])[] = [
    ['doe nets', ['smith2020nets']],
    ['SOUND captions', ['lee2021sound']],
    ['word error', ['Table 1: Word error rate on the Talk test set.']],
    ['table 1', ['Table 1: Results on the Clips test set.', 'Table 1: Word error rate on the Talk test set.']],
    ['nothing like it', []],
  ];
  for (const [query, names] of cases) {
    const found = (await session.client.sendRequest(WorkspaceSymbolRequest.type, { query })) as WorkspaceSymbol[];
    assert.deepEqual(found.map(({ name }) => name).toSorted(), names, query);
  }
});

test('document links: a draft leads to its bibliographies and sources, a bibliography to addresses and files', async (t) => {
  const bib = `@misc{x, doi = {10.1000/a\\_b}, eprint = {2101.00001}, url = {https://example.org/x}, file = {gone.pdf}}\n`;
  const source = `${papers}${bib}=== draft.md\n---\nbibliography:\n  - papers/references.bib\n---\n\nSee [@smith2020nets; @nobody].\n`;
  const session = await startSession(t, source);
  await session.open('draft.md');
  const links = async (path: string): Promise<string[]> => {
    const textDocument = { uri: session.uri(path) };
    const found = (await session.client.sendRequest(DocumentLinkRequest.type, { textDocument })) as DocumentLink[];
    return found.map(({ range, target }) => {
      const { start, end } = range;
      return `${start.line + 1}:${start.character + 1}-${end.character + 1} ${target?.replace(session.uri(''), '')}`;
    });
  };
  assert.deepEqual(await links('draft.md'), ['3:5-26 /papers/references.bib', '6:6-20 /papers/nets.md#L1,1']);
  assert.deepEqual(await links('papers/references.bib'), [
    '3:47-54 /papers/nets.md',
    '6:95-103 /papers/sound.md',
    '8:62-83 https://example.org/x',
    '8:17-29 https://doi.org/10.1000/a_b',
    '8:42-52 https://arxiv.org/abs/2101.00001',
  ]);
});

test('definition: a key of a bibliography leads to itself, so that editors offer its references', async (t) => {
  const session = await startSession(t, papers.replace('{lee2021sound', '{lee2021‸sound'));
  const uri = session.uri('papers/references.bib');
  const range = { start: { line: 4, character: 9 }, end: { line: 4, character: 21 } };
  const position = session.cursor('papers/references.bib');
  assert.deepEqual(await session.client.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position }), [
    { uri, range },
  ]);
});
