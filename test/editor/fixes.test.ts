import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edit } from '../../shared/editor/edit.ts';
import { findingsOf } from '../../shared/editor/findings.ts';
import { citationsWithoutDoubt } from '../../shared/editor/fixAll.ts';
import { fixesFor } from '../../shared/editor/fixes.ts';
import { citeKey, type Verdict } from '../../shared/engine/index.ts';
import { cell, handmade, library, passage } from './handmade.ts';

const uncited: Verdict = { kind: 'uncited', evidence: [cell(0, 0)] };
const misattributed: Verdict = { kind: 'misattributed', evidence: [cell(0, 0)] };
const supported: Verdict = { kind: 'supported', evidence: [cell(0, 0)] };
const unsupported: Verdict = { kind: 'unsupported', evidence: [], suggestion: null };
const contradicted: Verdict = { kind: 'contradicted', evidence: [cell(0, 0)], suggestion: '71.9', elsewhere: [] };

/** The draft, the verdicts of its marks, and what each fix of its first finding makes of it, the best first. */
const cases: readonly {
  name: string;
  draft: string;
  verdicts: readonly Verdict[];
  fixes: readonly [string, string][];
}[] = [
  {
    name: 'a wrong value is replaced',
    draft: 'Net-A reaches «64.2» CIDEr [@smith2020nets].',
    verdicts: [contradicted],
    fixes: [
      ['Replace 64.2 by 71.9 (@smith2020nets, Table 1, Net-A, CIDEr)', 'Net-A reaches 71.9 CIDEr [@smith2020nets].'],
      [
        'Silence “contradicted” on this line',
        '<!-- grounded-ignore-next-line contradicted -->\nNet-A reaches 64.2 CIDEr [@smith2020nets].',
      ],
    ],
  },
  {
    name: 'the unit mark of the draft stays',
    draft: 'Net-A reaches «64.2%» [@smith2020nets].',
    verdicts: [contradicted],
    fixes: [
      ['Replace 64.2% by 71.9% (@smith2020nets, Table 1, Net-A, CIDEr)', 'Net-A reaches 71.9% [@smith2020nets].'],
    ],
  },
  {
    name: 'the citation goes before the full stop of its sentence',
    draft: 'Net-A reaches «71.9» CIDEr. More.',
    verdicts: [uncited],
    fixes: [['Cite @smith2020nets', 'Net-A reaches 71.9 CIDEr [@smith2020nets]. More.']],
  },
  {
    name: 'the citation goes behind the name of its row',
    draft: '| Model | CIDEr |\n| --- | --- |\n| Net-A | «71.9» |\n',
    verdicts: [uncited],
    fixes: [
      ['Cite @smith2020nets', '| Model | CIDEr |\n| --- | --- |\n| Net-A [@smith2020nets] | 71.9 |\n'],
      [
        'Silence “uncited” on this line',
        '| Model | CIDEr |\n| --- | --- |\n| Net-A | 71.9 <!-- grounded-ignore-line uncited --> |\n',
      ],
    ],
  },
  {
    name: 'the wrong source is replaced by the right one',
    draft: 'Net-A reaches «71.9» CIDEr [@lee2021sound, Table 1].',
    verdicts: [misattributed],
    fixes: [
      ['Cite @smith2020nets instead of @lee2021sound', 'Net-A reaches 71.9 CIDEr [@smith2020nets, Table 1].'],
      ['Cite @smith2020nets too', 'Net-A reaches 71.9 CIDEr [@lee2021sound, Table 1; @smith2020nets].'],
    ],
  },
  {
    name: 'a source that vouches for another number of the sentence stays',
    draft: 'Net-A reaches «71.9» and Ear-1 «12.4» [@lee2021sound].',
    verdicts: [misattributed, supported],
    fixes: [
      ['Cite @smith2020nets too', 'Net-A reaches 71.9 and Ear-1 12.4 [@lee2021sound; @smith2020nets].'],
      ['Cite @smith2020nets instead of @lee2021sound', 'Net-A reaches 71.9 and Ear-1 12.4 [@smith2020nets].'],
    ],
  },
  {
    name: 'an unsupported number is marked as own result, in a comment that keeps the list whole',
    draft: '- First.\n- We reach «99.9» CIDEr.\n',
    verdicts: [unsupported],
    fixes: [
      [
        'Mark as own result',
        '- First.\n- We reach 99.9 CIDEr. <!-- grounded-ignore-line unsupported: own result -->\n',
      ],
    ],
  },
];

for (const { name, draft, verdicts, fixes } of cases) {
  test(`fixes: ${name}`, () => {
    const made = handmade(draft, verdicts);
    const [finding] = findingsOf(made.draft, made.checked, library, 0);
    assert.ok(finding, 'there is a finding');
    const found = fixesFor(made.draft, made.checked, finding);
    const results = found.map(({ title, edits }) => [title, apply(made.text, edits)]);
    for (const fix of fixes)
      assert.deepEqual(
        results.find(([title]) => title === fix[0]),
        fix,
        JSON.stringify(results, null, 2),
      );
    assert.equal(results[0]?.[0], fixes[0]?.[0]);
    assert.match(found.at(-1)?.title ?? '', /^Silence/);
  });
}

test('fixes: an unknown key is replaced by the one that was meant', () => {
  const made = handmade('See [@smith2020net, p. 3].', [], [citeKey('smith2020nets')]);
  const [finding] = findingsOf(made.draft, made.checked, library, 0);
  assert.ok(finding);
  const [fix] = fixesFor(made.draft, made.checked, finding);
  assert.deepEqual([fix?.title, fix?.preferred], ['Did you mean @smith2020nets?', true]);
  assert.equal(apply(made.text, fix?.edits ?? []), 'See [@smith2020nets, p. 3].');
});

test('fixes: what silences a finding does silence it', () => {
  for (const [draft, verdict] of [
    ['Net-A reaches «64.2» CIDEr.', contradicted],
    ['Net-A is a net\nthat reaches «64.2» CIDEr.', contradicted],
    ['- Net-A reaches «64.2» CIDEr.', contradicted],
    ['| Model | CIDEr |\n| --- | --- |\n| Net-A | «64.2» |\n', contradicted],
  ] as const) {
    const made = handmade(draft, [verdict]);
    const [finding] = findingsOf(made.draft, made.checked, library, 0);
    assert.ok(finding);
    const edit = fixesFor(made.draft, made.checked, finding).at(-1)?.edits ?? [];
    const silenced = apply(made.text, edit).replace('64.2', '«64.2»');
    const after = handmade(silenced, [verdict]);
    assert.deepEqual(findingsOf(after.draft, after.checked, library, 0), [], silenced);
  }
});

const allCases: readonly { name: string; draft: string; verdicts: readonly Verdict[]; becomes: string }[] = [
  {
    name: 'one citation for each sentence',
    draft: 'Net-A has «71.9» and «30.1». Nets saw «2.5M» pairs.',
    verdicts: [uncited, uncited, { kind: 'uncited', evidence: [passage('2.5M')] }],
    becomes: 'Net-A has 71.9 and 30.1 [@smith2020nets]. Nets saw 2.5M pairs [@smith2020nets].',
  },
  {
    name: 'no number and no other finding is touched',
    draft: 'Net-A has «64.2» [@smith2020nets]. It is «99.9».',
    verdicts: [contradicted, unsupported],
    becomes: 'Net-A has 64.2 [@smith2020nets]. It is 99.9.',
  },
  {
    name: 'two candidates are a doubt',
    draft: 'Net-A has «71.9».',
    verdicts: [{ kind: 'uncited', evidence: [cell(0, 0), { ...cell(0, 0), source: citeKey('lee2021sound') }] }],
    becomes: 'Net-A has 71.9.',
  },
];

for (const { name, draft, verdicts, becomes } of allCases) {
  test(`fix all: ${name}`, () => {
    const made = handmade(draft, verdicts);
    const edits = citationsWithoutDoubt(made.draft, findingsOf(made.draft, made.checked, library, 0));
    assert.equal(apply(made.text, edits), becomes);
  });
}

function apply(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (result, { span, text: replacement }) => result.slice(0, span.start) + replacement + result.slice(span.end),
      text,
    );
}
