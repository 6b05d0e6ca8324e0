import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../shared/engine/documents/reader.ts';
import { tableLexicon } from '../../shared/engine/facts/tableLexicon.ts';

/** Labels of rows, with the further names that a sentence may call them by. */
const CASES: readonly (readonly [label: string, ...names: string[]])[] = [
  ['ViT (Dosovitskiy et al., 2021)', 'Dosovitskiy et al.'],
  ['CNN (Chen & Dolan, 2011)', 'Chen & Dolan'],
  ['UVS kiros:15', 'kiros'],
  ['rahman2012resolving', 'rahman'],
  // The digits are the name's: another number is another system, another year another data set.
  ['resnet50'],
  ['vgg16'],
  ['voc2012'],
];

for (const [label, ...names] of CASES)
  test(`${label} is called ${names.join(', ') || 'nothing else'}`, () => {
    const { tables } = readSource('x.md', `| Model | Acc |\n|---|---|\n| ${label} | 1.5 |\n| Other | 2.5 |`);
    const [table] = tables;
    assert.ok(table);
    const printed = table.rows[0]?.header.at(-1)?.text;
    const found = tableLexicon(table, () => []).names.flatMap(({ axis, places, text }) =>
      axis === 'row' && places.includes(0) && text !== printed ? [text] : [],
    );
    assert.deepEqual(found, names);
  });
