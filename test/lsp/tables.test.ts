import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type SourcesResult, type SourceTablesResult, sources, sourceTables } from '../../shared/protocol/tables.ts';
import { type PdfLine, pdfOf } from '../support/pdf.ts';
import { papers, withDraft } from './papers.ts';
import { startSession } from './session.ts';

const DRAFT = 'Egret reaches 71.9 CIDEr on Clips [@smith2020nets], Otter a WER of 1‸0.8 [@lee2021sound].\n';

test('tables: the sources of a draft, and the one that its cursor is about', async (t) => {
  const { client, open, uri, cursor } = await startSession(t, withDraft(DRAFT));
  await open('draft.md');
  const ask = (params: object): Promise<SourcesResult> => client.sendRequest(sources.method, params);
  const found = await ask({ uri: uri('draft.md'), position: cursor('draft.md') });
  assert.deepEqual(found, {
    sources: [
      { key: 'lee2021sound', title: 'Sound for Captions', file: 'sound.md', tables: 1, unclear: 0 },
      { key: 'smith2020nets', title: 'Captioning with Nets', file: 'nets.md', tables: 1, unclear: 0 },
    ],
    current: 'lee2021sound',
  });
  const places: readonly (readonly [params: object, current: string | null])[] = [
    [{ uri: uri('draft.md'), position: { line: 4, character: 40 } }, 'smith2020nets'],
    [{ uri: uri('draft.md'), position: { line: 4, character: 1 } }, null],
    [{ uri: uri('papers/nets.md'), position: { line: 0, character: 0 } }, 'smith2020nets'],
    [{}, null],
  ];
  for (const [params, current] of places) assert.equal((await ask(params)).current, current, JSON.stringify(params));
});

test('tables: those of a source by its key or its document, each cell with its place, and their page', async (t) => {
  const { client, open, uri } = await startSession(t, withDraft(DRAFT));
  await open('draft.md');
  const ask = (source: string): Promise<SourceTablesResult> =>
    client.sendRequest(sourceTables.method, { source, uri: uri('draft.md') });
  const found = await ask('smith2020nets');
  const [table] = found?.tables ?? [];
  assert.deepEqual(
    { ...found, tables: found?.tables.length, page: null },
    { key: 'smith2020nets', title: 'Captioning with Nets', file: 'nets.md', tables: 1, problems: [], page: null },
  );
  assert.deepEqual(
    table?.columns.map(({ header }) => header),
    [['CIDEr'], ['METEOR'], ['BLEU-4']],
  );
  assert.deepEqual(table?.rows[1]?.header, ['Heron']);
  assert.deepEqual(table?.rows[1]?.cells[0], {
    column: 0,
    width: 1,
    text: '64.2',
    marks: [],
    notes: [],
    place: {
      uri: uri('papers/nets.md'),
      name: 'nets.md:8:11',
      at: { kind: 'range', range: { start: { line: 7, character: 10 }, end: { line: 7, character: 14 } } },
    },
  });
  assert.match(table?.text.tsv ?? '', /^Model\tCIDEr\tMETEOR\tBLEU-4\nEgret\t71\.9/);
  assert.match(found?.page ?? '', /<caption id="t0-title">Table 1: Results on the Clips test set\./);
  const nonce = (of: SourceTablesResult): string | undefined => /nonce-([\w-]+)/.exec(of?.page ?? '')?.[1];
  const again = await ask(uri('papers/nets.md'));
  assert.deepEqual(again?.tables, found?.tables);
  assert.notEqual(nonce(again), nonce(found));
  assert.equal(await ask('nobody1999'), null);
  assert.equal(await ask(uri('draft.md')), null);
});

test('tables: without a draft, those of the workspace', async (t) => {
  const { client } = await startSession(t, `${papers}=== grounded.json\n{ "library": ["papers"] }\n`);
  const found: SourcesResult = await client.sendRequest(sources.method, {});
  assert.deepEqual(
    found.sources.map(({ file, tables }) => [file, tables]),
    [
      ['sound.md', 1],
      ['nets.md', 1],
    ],
  );
});

test('tables: the cells of a PDF have their page', async (t) => {
  const line = (text: string, x: number, y: number): PdfLine => ({ text, x, y, size: 10 });
  const rows = [
    ['Model', 'CIDEr'],
    ['Heron', '64.2'],
    ['Robin', '59.3'],
    ['Wren', '58.7'],
  ];
  const pdf = pdfOf([
    [line('We say here what there is to say of birds.', 72, 100)],
    [
      line('Table 2: Scores of three models on the birds of the lake.', 72, 100),
      ...rows.flatMap(([model = '', cider = ''], i) => [line(model, 72, 120 + 14 * i), line(cider, 200, 120 + 14 * i)]),
    ],
  ]);
  const { client, open, uri, root } = await startSession(
    t,
    '=== papers/refs.bib\n@article{doe2020, title={A study of many birds}, file={birds.pdf}}\n=== draft.md\n---\nbibliography: papers/refs.bib\n---\n',
  );
  await writeFile(join(root, 'papers', 'birds.pdf'), pdf);
  await open('draft.md');
  const found: SourceTablesResult = await client.sendRequest(sourceTables.method, {
    source: 'doe2020',
    uri: uri('draft.md'),
  });
  assert.deepEqual(found?.tables[0]?.rows[0]?.cells[0]?.place, {
    uri: uri('papers/birds.pdf'),
    name: 'birds.pdf, page 2',
    at: { kind: 'page', page: 2, rectangles: [{ x: 200, y: 126.5, width: 19.46, height: 9.7 }], text: '64.2' },
  });
});
