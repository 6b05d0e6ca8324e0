import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repairMojibake } from '../../shared/engine/text/mojibake.ts';

/** What a program shows that takes UTF-8 for another code page. */
const REPAIRS: readonly (readonly [misread: string, meant: string])[] = [
  // Mac Roman
  ['34‚Äì45 and ‚Äúa‚Äù', '34–45 and “a”'],
  ['caf√© na√Øve', 'café naïve'],
  ['7B¬† and 13B¬†', '7B\u00a0 and 13B\u00a0'],
  ['¬±0.3 √ó 2', '±0.3 × 2'],
  ['ü§ó Daily ‚Üó arXiv', '🤗 Daily ↗ arXiv'],
  ['M√ºller, Fran√ßois', 'Müller, François'],
  // Windows 1252
  ['34â€“45 and â€œaâ€\u009d', '34–45 and “a”'],
  ['cafÃ© naÃ¯ve', 'café naïve'],
  ['Â±0.3 Ã— 2', '±0.3 × 2'],
];

const INTACT: readonly string[] = [
  '',
  'Plain 43.80 % text.',
  'café, naïve, Müller and François',
  'ranges 34–45 and “quotes” × 3 ± 0.2 ≥ 5',
  '日本語のテキスト と 한국어',
  'Привет, мир',
  // One place alone may be meant as it stands.
  'The letter √© stands here.',
  'one ‚Äì dash',
];

test('misread runs are repaired', () => {
  assert.deepEqual(
    REPAIRS.map(([misread]) => [misread, repairMojibake(misread).text]),
    REPAIRS,
  );
});

test('text that is right stays as it is', () => {
  for (const text of INTACT) assert.equal(repairMojibake(text).text, text);
});

test('right characters beside misread ones stay', () => {
  assert.equal(repairMojibake('≥ 5 and √© and √© and 日本').text, '≥ 5 and é and é and 日本');
});

test('offsets lead back to the misread text', () => {
  const source = 'A 34‚Äì45 caf√© 7B¬†| 29.26/1.54 ü§ó end';
  const mapped = repairMojibake(source);
  const back = (part: string): string => {
    const start = mapped.text.indexOf(part);
    assert.ok(start >= 0, `${part} is not in ${mapped.text}`);
    const span = mapped.toSource({ start, end: start + part.length });
    return source.slice(span.start, span.end);
  };
  const pairs = [
    ['34', '34'],
    ['45', '45'],
    ['34–45', '34‚Äì45'],
    ['–', '‚Äì'],
    ['café', 'caf√©'],
    ['29.26/1.54', '29.26/1.54'],
    ['🤗', 'ü§ó'],
    ['end', 'end'],
  ] as const;
  assert.deepEqual(
    pairs.map(([part]) => [part, back(part)]),
    pairs,
  );
});

test('hostile input costs linear time', () => {
  const started = performance.now();
  for (const text of ['‚'.repeat(60_000), '√©'.repeat(30_000), 'Ãƒ'.repeat(30_000), 'ü§'.repeat(30_000)])
    repairMojibake(text);
  assert.ok(performance.now() - started < 1500, `${performance.now() - started} ms`);
});
