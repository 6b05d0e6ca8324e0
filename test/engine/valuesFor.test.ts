import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createLibrary,
  documentId,
  readDraft,
  readSource,
  statingTables,
  valuesFor,
} from '../../shared/engine/index.ts';
import { readMarks } from '../support/fixture.ts';

const nets = `# Nets

Table 1: Results on Clips.

| Model | CIDEr | METEOR |
| --- | --- | --- |
| Egret-7B | 71.9 | 30.1 |
| Heron | 64.2 | 28.0 |

Table 2: Answers, in percent (%).

| Model | Accuracy (%) |
| --- | --- |
| Egret-7B | 55.2 |
| Ours | 58.1 |
`;
const sound = `# Sound

Table 1: Word error rate on Talk.

| Model | WER |
| --- | --- |
| Lemur | 12.4 |
| Heron | 71.9 |
`;
const library = createLibrary(
  [
    { id: documentId('/nets.md'), document: readSource(documentId('/nets.md'), nets) },
    { id: documentId('/sound.md'), document: readSource(documentId('/sound.md'), sound) },
  ],
  [],
);
const [netsKey, soundKey] = [...library.sources.keys()];

/** What stands around the caret, and the numbers offered, as they are written; the best first. */
const cases: readonly { name: string; draft: string; offers: readonly string[] }[] = [
  { name: 'the whole row where no column is named', draft: 'Egret-7B reaches ‸', offers: ['71.9', '30.1', '55.2'] },
  { name: 'the column that is named', draft: 'Egret-7B has a METEOR of ‸', offers: ['30.1'] },
  { name: 'behind the caret too', draft: 'Egret-7B reaches ‸ CIDEr.', offers: ['71.9'] },
  { name: 'behind a word, without the space', draft: 'Egret-7B has a METEOR of‸', offers: ['30.1'] },
  { name: 'the digits that are typed already', draft: 'Egret-7B reaches 3‸', offers: ['30.1'] },
  { name: 'two sources', draft: 'Heron reaches ‸', offers: ['64.2', '28.0', '71.9'] },
  { name: 'only the cited source', draft: `Heron reaches ‸ [@${soundKey}].`, offers: ['71.9'] },
  { name: 'not what the sentence has said', draft: 'Egret-7B reaches 71.9 CIDEr and ‸', offers: ['30.1', '55.2'] },
  { name: 'what a pronoun points back to', draft: 'Egret-7B is new. It has a METEOR of ‸', offers: ['30.1'] },
  {
    name: 'a percent sign as the draft writes it',
    draft: 'It was 3% once. Egret-7B has an accuracy of ‸',
    offers: ['55.2%'],
  },
  {
    name: 'a percent sign behind a space',
    draft: 'It was 3 % once. Egret-7B has an accuracy of ‸',
    offers: ['55.2 %'],
  },
  { name: 'what leads a list', draft: 'The METEOR of nets:\n\n- Heron: 28.0\n- Egret-7B: ‸', offers: ['30.1'] },
  { name: 'no row that is named in part', draft: 'Egret reaches ‸', offers: [] },
  { name: 'no row of a pronoun', draft: 'Our system reaches ‸', offers: [] },
  { name: 'no difference', draft: 'Egret-7B outperforms Heron by ‸', offers: [] },
  { name: 'no number of a section', draft: 'Egret-7B is shown in Section ‸', offers: [] },
  { name: 'no heading', draft: '# Egret-7B reaches ‸', offers: [] },
  { name: 'no code', draft: '```\nEgret-7B reaches ‸\n```', offers: [] },
];

for (const { name, draft, offers } of cases) {
  test(`values: ${name}`, () => {
    const { text, cursor } = readMarks('draft.md', draft);
    const end = cursor ?? 0;
    const start = text.slice(0, end).search(/[\d.]*$/);
    const { values } = valuesFor(readDraft(text), { start, end }, library);
    assert.deepEqual(values.map(({ written }) => written).toSorted(), offers.toSorted());
  });
}

test('values: a value tells its row, column, table and source, and the cell', () => {
  const text = 'Egret-7B has a METEOR of ';
  const { values, isCited } = valuesFor(readDraft(text), { start: text.length, end: text.length }, library);
  assert.equal(isCited, false);
  const [value] = values;
  assert.deepEqual(
    [value?.row, value?.column, value?.table, value?.source],
    [['Egret-7B'], ['METEOR'], 'Table 1', netsKey],
  );
  assert.equal(nets.slice(value?.span.start, value?.span.end).trim(), '30.1');
});

/** The sources whose tables state the sentence's numbers in named cells. */
const stating: readonly { draft: string; sources: readonly (string | undefined)[] }[] = [
  { draft: 'Egret-7B reaches 71.9 CIDEr ‸', sources: [netsKey] },
  { draft: 'Heron has a WER of 71.9 ‸.', sources: [soundKey] },
  { draft: 'There are 71.9 of them ‸.', sources: [] },
  { draft: 'Nothing is said ‸.', sources: [] },
];

for (const { draft, sources } of stating) {
  test(`stating tables: ${draft}`, () => {
    const { text, cursor } = readMarks('draft.md', draft);
    const found = statingTables(readDraft(text), cursor ?? 0, library);
    assert.deepEqual(found.map(({ source }) => source).slice(0, sources.length || 9), sources);
  });
}
