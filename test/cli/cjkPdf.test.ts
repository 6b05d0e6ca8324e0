import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cjkPdf, scripts, textOf } from '../support/cjkPdf.ts';
import { folderWith, grounded } from './program.ts';

interface Row {
  readonly header: readonly string[];
  readonly cells: readonly { readonly text: string }[];
}

for (const script of scripts) {
  test(`a PDF whose font is not in it and names a character map is read: ${script.name}`, () => {
    const folder = folderWith({ 'paper.pdf': cjkPdf(script) });
    const { stdout, stderr } = grounded(['tables', 'paper.pdf', '--format', 'json'], folder);
    const [table] = JSON.parse(stdout).documents[0]?.tables ?? [];
    assert.ok(table, stderr);
    assert.ok(table.caption.includes(textOf(script, 'caption')), table.caption);
    assert.deepEqual(table.columns, [['BLEU'], ['CIDEr']]);
    assert.deepEqual(
      table.rows.map(({ header, cells }: Row) => [...header, ...cells.map(({ text }) => text)]),
      [
        [textOf(script, 'heron'), '31.9', '64.2'],
        [textOf(script, 'robin'), '30.4', '59.3'],
      ],
    );
  });
}
