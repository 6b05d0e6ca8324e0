import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLineIndex } from '../../shared/engine/text/lineIndex.ts';

/** Offsets with their line and column. */
const PLACES: readonly (readonly [text: string, ...places: (readonly [number, number, number])[]])[] = [
  ['', [0, 0, 0]],
  ['ab', [0, 0, 0], [1, 0, 1], [2, 0, 2]],
  ['a\nb', [0, 0, 0], [1, 0, 1], [2, 1, 0], [3, 1, 1]],
  ['a\r\nb', [1, 0, 1], [3, 1, 0], [4, 1, 1]],
  ['a\rb', [1, 0, 1], [2, 1, 0]],
  ['a\r\n\r\nb', [3, 1, 0], [5, 2, 0]],
  ['a\n\rb', [2, 1, 0], [3, 2, 0]],
  ['a\n', [2, 1, 0]],
  ['😀x\n😀', [2, 0, 2], [3, 0, 3], [4, 1, 0], [6, 1, 2]],
];

test('offsets and positions, with every kind of line end', () => {
  for (const [text, ...places] of PLACES) {
    const index = createLineIndex(text);
    for (const [offset, line, character] of places) {
      assert.deepEqual(index.positionAt(offset), { line, character }, `${JSON.stringify(text)} at ${offset}`);
      assert.equal(index.offsetAt({ line, character }), offset, `${JSON.stringify(text)} at ${line}:${character}`);
    }
  }
});

/** What lies outside of the text is taken for its nearest place. */
const OUTSIDE: readonly (readonly [text: string, line: number, character: number, offset: number])[] = [
  ['ab\ncd', 0, 9, 2],
  ['ab\r\ncd', 0, 9, 2],
  ['ab\rcd', 0, 9, 2],
  ['ab\ncd', 1, 9, 5],
  ['ab\ncd', 7, 0, 5],
  ['ab\ncd', -1, 3, 0],
  ['ab\ncd', 1, -4, 3],
];

test('positions beyond the text are taken for its nearest place', () => {
  for (const [text, line, character, offset] of OUTSIDE)
    assert.equal(
      createLineIndex(text).offsetAt({ line, character }),
      offset,
      `${JSON.stringify(text)} ${line}:${character}`,
    );
  assert.deepEqual(createLineIndex('ab\ncd').positionAt(99), { line: 1, character: 2 });
  assert.deepEqual(createLineIndex('ab').positionAt(-3), { line: 0, character: 0 });
});

test('every offset that is not inside of a line end comes back', () => {
  const text = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', ' '), { maxLength: 40 });
  fc.assert(
    fc.property(text, (pieces) => {
      const whole = pieces.join('');
      const index = createLineIndex(whole);
      for (let offset = 0; offset <= whole.length; offset++) {
        if (whole.slice(offset - 1, offset + 1) === '\r\n') continue;
        assert.equal(index.offsetAt(index.positionAt(offset)), offset);
      }
    }),
    { numRuns: 200 },
  );
});
