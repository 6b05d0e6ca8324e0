import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { grounded, root } from './program.ts';
import { type CheckResult, readCheckResult } from './result.ts';

const labels: Readonly<Record<string, readonly (string | undefined)[]>> = {
  S: ['supported'],
  N: ['uncited'],
  I: [undefined],
  C: ['contradicted'],
  U: ['unsupported'],
  M: ['misattributed'],
};
type Claim = CheckResult['documents'][number]['claims'][number];

const mark = /⟦([^|⟧]+)\|([SNICUM])(?:\|([^⟧]+))?⟧/g;
const marked = readFileSync(join(root, 'test', 'claims', 'brief.marked.md'), 'utf8');
const draft = readFileSync(join(root, 'seeds', 'draft.md'), 'utf8');

test('The labelled brief is the sample draft', () => {
  assert.equal(marked.replace(mark, '$1'), draft);
});

test('Each number of the sample draft gets the verdict of its label, and each verdict occurs', () => {
  const outcome = grounded(['check', 'seeds/draft.md', '--format', 'json']);
  assert.equal(outcome.status, 1, outcome.stderr);
  const { library, documents } = readCheckResult(outcome.stdout, outcome.stderr);
  assert.deepEqual([library.sources, library.problems], [5, []]);
  const [document] = documents;
  assert.ok(document);
  let shift = 0;
  for (const match of marked.matchAll(mark)) {
    const [whole, number = '', label = '', truth] = match;
    const start = match.index - shift;
    shift += whole.length - number.length;
    const claim: Claim | undefined = document.claims.find(
      (one) => one.start < start + number.length && one.end > start,
    );
    const where = `${number} in "${draft.slice(Math.max(0, start - 60), start + 20)}"`;
    assert.ok(labels[label]?.includes(claim?.verdict), `${where}: ${label} expected, ${claim?.verdict} found`);
    if (truth !== undefined) assert.equal(claim?.suggestion, truth, where);
  }
  const verdicts = new Set(document.claims.map(({ verdict }) => verdict));
  assert.equal(verdicts.size, 5);
  assert.ok(document.claims.some(({ evidence }) => evidence.some(({ derivation }) => derivation !== null)));
  assert.deepEqual(
    document.citations.filter(({ problem }) => problem !== null).map(({ key }) => key),
    ['meng2025videocaption'],
  );
});
