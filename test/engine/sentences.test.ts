import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sentenceSpans } from '../../shared/engine/text/sentences.ts';

/** Sentences, with `|` where one ends. */
const cases: readonly string[] = [
  'It is 5.|Then 6.',
  'It is 43.8.|Then it is 44.1!|Is it?|Yes.',
  'As Smith et al. show, it is 5.|Next.',
  'As Smith et al. (2020) and Doe et al. Report show.',
  'See Fig. 3 and Figs. 4 and 5.|Next.',
  'Tab. 3, Eq. 4, Sec. 5, No. 6 and Vol. 7 agree.|Next.',
  'A vs. B gives 5.|Next.',
  'Some, e.g. GPT-4, i.e. the largest, reach approx. 5.|Next.',
  'With acc. of 43.8 and avg. of 5 it wins.|Next.',
  'By J. Smith and D. E. Knuth it is 5.|Next.',
  'In the U.S. Market it is 5.',
  'Values (cf. Table 3. See also 4) are 5.|Next.',
  'It said "It is 5."|Next it left.',
  'It is 5 %.|In 2020 it was 6.',
  'In v2.0.1 it is 5.|Next.',
  '1. First it is 5.|2. Then 6.',
  'mPLUG-2 wins.|VLAB loses.',
  'VLAB loses at 178.5.|mPLUG-2 reaches 156.8.',
  'It ends.|word2vec begins.',
  'It is 5 … and goes on.',
  'Was it 5? perhaps.',
  'A line\nends here.|Another\r\none.',
  'No end mark',
  'It reaches 43.8         .|Next.',
  'Dr. Smith et al. say so.|Next.',
];

test('sentences', () => {
  for (const marked of cases) {
    const expected = marked.split('|');
    const text = expected.join(' ');
    const found = sentenceSpans(text, 100).map(({ start, end }) => text.slice(start - 100, end - 100));
    assert.deepEqual(found, expected);
  }
});

test('empty text has no sentences', () => {
  assert.deepEqual(sentenceSpans('', 0), []);
  assert.deepEqual(sentenceSpans(' \n ', 0), []);
});

test('sentences cover all words, in order', () => {
  const text = fc
    .array(fc.constantFrom('A', 'b', '5.8', '. ', '.', ' ', '\n', '(', ')', 'et al. ', '! ', '"', 'ß', '😀', '? '), {
      maxLength: 40,
    })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (words) => {
      let at = 0;
      for (const { start, end } of sentenceSpans(words, 0)) {
        assert.equal(words.slice(at, start).trim(), '');
        assert.ok(start < end);
        assert.equal(words.slice(start, end), words.slice(start, end).trim());
        at = end;
      }
      assert.equal(words.slice(at).trim(), '');
    }),
  );
});

test('a paragraph as long as a book costs linear time', () => {
  const sentence = 'The heron reaches 64.2 (as Doe et al. say) on birds. ';
  const started = performance.now();
  assert.equal(sentenceSpans(sentence.repeat(10_000), 0).length, 10_000);
  assert.ok(performance.now() - started < 5000, `${performance.now() - started} ms`);
});
