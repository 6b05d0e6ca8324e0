import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTextBuilder, unmapped } from '../../shared/engine/text/mappedText.ts';

/** `a &amp; 5` with the entity decoded: the middle piece is shorter than its source. */
function decoded() {
  const builder = createTextBuilder();
  builder.add('a ', { start: 0, end: 2 });
  builder.add('&', { start: 2, end: 7 });
  builder.add(' 5', { start: 7, end: 9 });
  return builder.build();
}

const SPANS: readonly (readonly [start: number, end: number, sourceStart: number, sourceEnd: number])[] = [
  [0, 1, 0, 1],
  [0, 2, 0, 2],
  [2, 3, 2, 7],
  [1, 3, 1, 7],
  [2, 4, 2, 8],
  [3, 5, 7, 9],
  [4, 5, 8, 9],
  [0, 5, 0, 9],
];

test('spans of changed text lead back to the whole of what was changed', () => {
  const { text, toSource } = decoded();
  assert.equal(text, 'a & 5');
  assert.deepEqual(
    SPANS.map(([start, end]) => {
      const source = toSource({ start, end });
      return [start, end, source.start, source.end];
    }),
    SPANS,
  );
});

test('an empty span stays empty', () => {
  const { toSource } = decoded();
  assert.deepEqual(toSource({ start: 4, end: 4 }), { start: 8, end: 8 });
  assert.deepEqual(createTextBuilder().build().toSource({ start: 0, end: 0 }), { start: 0, end: 0 });
});

test('unmapped text is its own source, moved by its base', () => {
  assert.deepEqual(unmapped('abc').toSource({ start: 1, end: 2 }), { start: 1, end: 2 });
  assert.deepEqual(unmapped('abc', 40).toSource({ start: 1, end: 2 }), { start: 41, end: 42 });
});

test('whatever was built, characters kept as they were are found in the source again', () => {
  const piece = fc.oneof(
    fc.record({ kept: fc.constant(true), text: fc.stringMatching(/^[a-z]{1,5}$/) }),
    fc.record({ kept: fc.constant(false), text: fc.stringMatching(/^[A-Z]{1,3}$/) }),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
      const builder = createTextBuilder();
      let source = '';
      for (const { kept, text } of pieces) {
        const written = kept ? text : `<${text}${text}>`;
        builder.add(text, { start: source.length, end: source.length + written.length });
        source += written;
      }
      const { text, toSource } = builder.build();
      for (const match of text.matchAll(/[a-z]/g)) {
        const span = toSource({ start: match.index, end: match.index + 1 });
        assert.equal(source.slice(span.start, span.end), match[0]);
      }
      assert.deepEqual(toSource({ start: 0, end: text.length }), { start: 0, end: source.length });
    }),
    { numRuns: 100 },
  );
});
