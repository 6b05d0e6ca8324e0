import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SourceDocument, Table } from '../../shared/engine/index.ts';
import { readFolder } from '../support/folder.ts';

/** The folder with the texts from which the editions in seeds/ were made. */
const folder = process.env.GROUNDED_ORIGINALS;
const skip =
  folder === undefined && 'GROUNDED_ORIGINALS does not name the folder of the originals, so that they were not read.';

const reading = folder === undefined ? null : readFolder(folder);

interface Spot {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

interface Expected {
  readonly columns: number;
  readonly rows: number;
  readonly values: number;
  readonly spots: readonly Spot[];
}

const spot = (row: string, column: string, text: string): Spot => ({ row, column, text });
const GENERATIVE = 'Video-based Generative Performance';
const GENERATIVE_SHORT = 'Video-based Generative Perf.';
const ANSWERING = 'Video Question Answering';

const TABLES: Readonly<Record<string, readonly Expected[]>> = {
  zhang2025pretrained: [
    {
      columns: 17,
      rows: 9,
      values: 88,
      spots: [
        spot('IcoCap', 'MSR-VTT › C.', '60.2'),
        spot('Ours', 'MSR-VTT › P.', '81.2'),
        spot('mPLUG-2', 'MSVD › C.', '165.8'),
        spot('VALOR', 'MSVD › P.', '83.7'),
        spot('VAST', 'VATEX › C.', '99.5'),
        spot('MaMMUT', 'VATEX › P.', '79.9'),
        spot('VideoCoCa', '# msr v.-t. pairs', '144.7M'),
        spot('Ours', '# msr v.-t. pairs', '6K'),
      ],
    },
    {
      columns: 4,
      rows: 9,
      values: 15,
      spots: [spot('GIT2', '# pretrain › image-text', '12.9B'), spot('Ours', '#video-text', '6K')],
    },
    {
      columns: 2,
      rows: 10,
      values: 20,
      spots: [
        spot('Module Trainability › Freeze ViT only', 'MSRVTT-QA', '22.5'),
        spot('RL to Human Standard › SCST Enabled', 'MSVD-QA', '41.0'),
        spot('Pretrained Image-Text Pairs › 4M', 'MSRVTT-QA', '18.8'),
        spot('Language Model Size › OPT-2.7B', 'MSVD-QA', '35.7'),
      ],
    },
  ],
  ahn2024tuning: [
    {
      columns: 5,
      rows: 15,
      values: 75,
      spots: [
        spot('VideoChat › 7B', `${GENERATIVE} › Correctness`, '2.23'),
        spot('LLaMA-VID › 13B', `${GENERATIVE} › Context`, '3.60'),
        spot('GPT-4V', `${GENERATIVE} › Temporal`, '3.63'),
        spot('(RLAIF - SFT)', `${GENERATIVE} › Consistency`, '+0.83'),
      ],
    },
    {
      columns: 6,
      rows: 14,
      values: 81,
      spots: [
        spot('FrozenBiLM › 1B', 'ActivityNet-QA › Acc.', '24.7'),
        spot('VLM-RLAIF › 7B', 'MSVD-QA › Acc.', '76.4'),
        spot('Valley › 7B', 'MSRVTT-QA › Score', '2.9'),
        spot('(RLAIF - SFT)', 'ActivityNet-QA › Acc.', '+13.2%'),
      ],
    },
    {
      columns: 8,
      rows: 6,
      values: 48,
      spots: [
        spot('VLM-RLAIF › 7B', 'T2V Retrieval › MSRVTT › R@5', '40.70'),
        spot('VLM-SFT › 7B', 'Action Recognition › HMDB51 › Top-1', '38.58'),
        spot('Video-LLaVA › 7B', 'Action Recognition › UCF101 › Top-5', '80.86'),
      ],
    },
    {
      columns: 5,
      rows: 3,
      values: 15,
      spots: [
        spot('✓ › ✓ › ✓ › ✗', `${GENERATIVE} › Det.`, '2.56'),
        spot('✓ › ✓ › ✓ › ✓', `${GENERATIVE} › Cons.`, '2.49'),
      ],
    },
    {
      columns: 5,
      rows: 4,
      values: 20,
      spots: [spot('✓ › ✓ › 1', `${GENERATIVE} › Corr.`, '3.44'), spot('✓ › ✗', `${GENERATIVE} › Temp.`, '2.78')],
    },
    {
      columns: 11,
      rows: 2,
      values: 22,
      spots: [
        spot('VLM-SFT › 13B', `${ANSWERING} › MSRVTT › Acc.`, '45.35'),
        spot('VLM-SFT › 7B', `${GENERATIVE_SHORT} › Cont.`, '3.03'),
      ],
    },
    {
      columns: 11,
      rows: 4,
      values: 44,
      spots: [
        spot('LLaMA-VID (7B)', `${ANSWERING} › MSVD › Acc.`, '69.7'),
        spot('VLM-RLAIF › 7B › 7B', `${ANSWERING} › ActivityNet › Acc.`, '56.1'),
        spot('VLM-RLAIF › 7B › 13B', `${GENERATIVE_SHORT} › Cons.`, '3.32'),
      ],
    },
    {
      columns: 8,
      rows: 4,
      values: 32,
      spots: [spot('VLM-RLAIF › 7B › 7B', 'T2V Retieval › MSRVTT › R@5', '42.90')],
    },
  ],
  qin2025cockatiel: [
    {
      columns: 12,
      rows: 23,
      values: 276,
      spots: [
        spot('ShareGPT4Video-8B', 'Camera › Acc', '29.26'),
        spot('ShareGPT4Video-8B', 'Camera › Score', '1.54'),
        spot('VILA-v1.5-13B', 'Detailed › Acc', '43.26'),
        spot('Aria-3.5Bx8', 'Main Object › Acc', '43.21'),
        spot('Cockatiel-8B (Distilled)', 'Short › Acc', '44.01'),
        spot('Cockatiel-13B', 'Average › Acc', '43.80'),
        spot('Cockatiel-13B', 'Average › Score', '2.26'),
      ],
    },
  ],
};

async function documentOf(key: string): Promise<{ document: SourceDocument; text: string }> {
  assert.ok(reading);
  const { library, textOf } = await reading;
  const source = [...library.sources.values()].find((one) => one.key === key);
  assert.ok(source?.document && source.id, `${key} has no document.`);
  return { document: source.document, text: textOf(source.id) ?? '' };
}

const path = (labels: readonly { readonly text: string }[]): string => labels.map(({ text }) => text).join(' › ');

interface Shape {
  readonly columns: number;
  readonly rows: number;
  readonly values: number;
}

function shapeOf(table: Table): Shape {
  const values = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.values)).length;
  return { columns: table.columns.length, rows: table.rows.length, values };
}

/** What stands where a row and a column meet. */
function textAt(table: Table, row: string, column: string): string[] {
  return table.rows
    .filter(({ header }) => path(header) === row)
    .flatMap(({ cells }) => cells.flatMap((cell) => cell.values))
    .filter((value) => path(table.columns[value.column]?.header ?? []) === column)
    .map(({ quantity }) => quantity.text);
}

for (const [key, expected] of Object.entries(TABLES)) {
  test(`${key}: all of its benchmark tables are found`, { skip }, async () => {
    const { document } = await documentOf(key);
    const shapes = expected.map(({ columns, rows, values }) => ({ columns, rows, values }));
    assert.deepEqual(document.tables.map(shapeOf), shapes);
  });

  test(`${key}: numbers stand under their headers and beside their rows`, { skip }, async () => {
    const { document } = await documentOf(key);
    for (const [i, { spots }] of expected.entries())
      for (const { row, column, text } of spots)
        assert.deepEqual(
          textAt(document.tables[i] as Table, row, column),
          [text],
          `table ${i + 1}: ${row} and ${column}`,
        );
  });
}

test('every number of every table is found again at its place in the file', { skip }, async () => {
  assert.ok(reading);
  const { library, textOf } = await reading;
  let count = 0;
  for (const { id, document } of library.documents.values()) {
    const text = textOf(id) ?? '';
    for (const cell of document.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
      const slice = text.slice(cell.span.start, cell.span.end);
      for (const { quantity } of cell.values) {
        assert.ok(slice.replaceAll('−', '-').includes(quantity.text), `${quantity.text} is not in ${slice} of ${id}`);
        count++;
      }
    }
  }
  assert.ok(count > 700, `only ${count} numbers`);
});

test('sentences are found again in the files', { skip }, async () => {
  assert.ok(reading);
  const { library, textOf } = await reading;
  for (const { id, document } of library.documents.values()) {
    const text = textOf(id) ?? '';
    for (const { text: said, span } of document.passages) {
      const numbers = said.match(/\d+(?:\.\d+)?/g) ?? [];
      const slice = text.slice(span.start, span.end);
      assert.ok(
        numbers.every((number) => slice.includes(number)),
        `${said} at ${slice} of ${id}`,
      );
    }
  }
});

test('the originals are read without a problem', { skip }, async () => {
  assert.ok(reading);
  const { library } = await reading;
  assert.deepEqual(library.problems, []);
  assert.equal(library.counts.sources, 5);
});
