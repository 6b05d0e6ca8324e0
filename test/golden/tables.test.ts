import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { Quantity, SourceDocument, Table } from '../../shared/engine/index.ts';
import { readFolder } from '../support/folder.ts';
import { expectGolden, rootFolder } from '../support/golden.ts';

const FILES = [
  'ahn2024-vlm-rlaif.txt',
  'assignee2026-robustness.md',
  'meng2025-videocap-r1.txt',
  'qin2025-cockatiel.md',
  'zhang2025-recycling-blip2.md',
];

const reading = readFolder(path.join(rootFolder(), 'seeds'));

for (const name of FILES) {
  test(`the tables of seeds/${name} are read as the golden file says`, async () => {
    const { library } = await reading;
    const found = [...library.documents.values()].find(({ id }) => path.basename(id) === name);
    assert.ok(found, `seeds/${name} is no document of the library.`);
    expectGolden(`tables/${name}.txt`, show(found.document));
  });
}

test('every document of seeds has its golden file', async () => {
  const { library } = await reading;
  assert.deepEqual([...library.documents.keys()].map((id) => path.basename(id)).sort(), FILES);
});

function show({ metadata, tables, abbreviations, problems }: SourceDocument): string {
  const head = [
    `title ${metadata.title}`,
    `authors ${metadata.authors.join('; ')}`,
    `year ${metadata.year}, doi ${metadata.doi}, arXiv ${metadata.arxiv}`,
    ...[...abbreviations].map(([short, long]) => `${short} = ${long}`),
    ...problems.map(({ code, message }) => `${code}: ${message}`),
  ];
  return `${[head.join('\n'), ...tables.map(showTable)].join('\n\n')}\n`;
}

/** The columns with their numbers and header paths, then a line for each row: its path, and its values by column. */
function showTable(table: Table): string {
  const paths = table.columns.map(({ header }, c) => `  ${c} ${header.map(nameOf).join(' › ')}`);
  const grid = table.rows.map((row) => [
    row.header.map(({ text, axis }) => (axis === null ? text : `${text} {${axis}}`)).join(' › '),
    ...table.columns.map((_, c) => {
      const values = row.cells.flatMap((cell) => cell.values).filter(({ column }) => column === c);
      return values.length === 0 ? '·' : values.map(({ quantity }) => showValue(quantity)).join(' ');
    }),
  ]);
  const lines = [['', ...table.columns.map((_, c) => `${c}`)], ...grid];
  return [
    `${table.label ?? 'no label'} in ${table.section.join(' › ') || 'no section'}`,
    table.caption || 'no caption',
    ...table.unclear,
    ...paths,
    ...aligned(lines),
  ].join('\n');
}

function nameOf({ text, direction }: Table['columns'][number]['header'][number]): string {
  return direction === undefined ? text : `${text} (${direction})`;
}

/** A number as printed, with its value where that is not to be seen at once. */
function showValue({ text, value, scale }: Quantity): string {
  return scale === 1 ? text : `${text}=${value}`;
}

function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines.map((line) => `  ${line.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}
