import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceBreaks } from '../../shared/engine/text/sentenceBreaks.ts';

const PARTS = [
  '.',
  '!',
  '?',
  '。',
  ' ',
  '5',
  'A',
  'a',
  'É',
  '(',
  ')',
  '”',
  ',',
  ':',
  '-',
  '…',
  '中',
  '%',
  '/',
  '\u00a0',
];
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

test('sentences may begin where the segmenter of Unicode begins one behind a terminator', () => {
  for (const second of PARTS)
    for (const third of PARTS)
      for (const fourth of PARTS)
        for (const fifth of ['B', 'b']) {
          const text = `x.${second}${third}${fourth}${fifth}`;
          const expected = [...segmenter.segment(text)]
            .map(({ index }) => index)
            .filter((index) => /[.!?。][()”]*\s*$/.test(text.slice(0, index)));
          assert.deepEqual(sentenceBreaks(text), expected, JSON.stringify(text));
        }
});
