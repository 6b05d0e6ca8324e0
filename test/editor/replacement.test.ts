import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../../shared/editor/findings.ts';
import { fixesFor } from '../../shared/editor/fixes.ts';
import { keySpansIn } from '../../shared/editor/references.ts';
import { removeCitation } from '../../shared/editor/removeCitation.ts';
import { checkDraft, type DraftSyntax, readDraft } from '../../shared/engine/index.ts';
import { falconLibrary } from './falcon.ts';

/** What the preferred fix makes of a draft: the number is replaced, and its mark and markup stay. */
const CASES: readonly (readonly [DraftSyntax, before: string, after: string])[] = [
  [
    'latex',
    'Falcon-7B reaches \\textbf{44.9}\\% on ParseBench~\\cite{heron2021}.',
    'Falcon-7B reaches \\textbf{43.8}\\% on ParseBench~\\cite{heron2021}.',
  ],
  [
    'latex',
    'Falcon-7B reaches $44.9\\%$ on ParseBench~\\cite{heron2021}.',
    'Falcon-7B reaches $43.8\\%$ on ParseBench~\\cite{heron2021}.',
  ],
  [
    'latex',
    'Falcon-7B reaches 44.9\\,\\% on ParseBench~\\cite{heron2021}.',
    'Falcon-7B reaches 43.8\\,\\% on ParseBench~\\cite{heron2021}.',
  ],
  [
    'markdown',
    'Falcon-7B reaches **44.9** % on ParseBench [@heron2021].',
    'Falcon-7B reaches **43.8** % on ParseBench [@heron2021].',
  ],
  [
    'markdown',
    'Falcon-7B reaches 44.9 percent on ParseBench [@heron2021].',
    'Falcon-7B reaches 43.8 percent on ParseBench [@heron2021].',
  ],
  [
    'typst',
    'Falcon-7B reaches *44.9*% on ParseBench @heron2021.',
    'Falcon-7B reaches *43.8*% on ParseBench @heron2021.',
  ],
  [
    'org',
    'Falcon-7B reaches *44.9*% on ParseBench [cite:@heron2021].',
    'Falcon-7B reaches *43.8*% on ParseBench [cite:@heron2021].',
  ],
];

/** A number of a macro is not replaced where the macro is used. */
test('no fix is made in the place of a macro', () => {
  const macros = '\\newcommand{\\acc}{44.9}\\newcommand{\\best}[1]{\\textbf{#1}}';
  const cases: readonly (readonly [number: string, replaced: string | null])[] = [
    ['\\acc', null],
    ['$\\acc\\%$', null],
    ['\\best{\\acc}', null],
    ['\\best{44.9}', '\\best{43.8}'],
    ['\\best{44.9}\\%', '\\best{43.8}\\%'],
  ];
  for (const [number, replaced] of cases) {
    const text = `${macros}\n\nFalcon-7B reaches ${number} on ParseBench~\\cite{heron2021}.\n`;
    const draft = readDraft(text, 'latex');
    const checked = checkDraft(draft, falconLibrary);
    const [finding] = findingsOf(draft, checked, falconLibrary, 0).filter(({ code }) => code === 'contradicted');
    assert.ok(finding, number);
    const fix = fixesFor(draft, checked, finding).find(({ title }) => title.startsWith('Replace'));
    const [edit] = fix?.edits ?? [];
    const fixed = edit === undefined ? null : text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    assert.equal(fixed, replaced === null ? null : text.replace(number, replaced), number);
  }
});

test('a citation of a macro is edited neither where it is used nor beside', () => {
  const text = '\\def\\heron{Heron~\\cite{heron2020}}\n\nFalcon-7B of \\heron{} reaches 43.8 on ParseBench.\n';
  const draft = readDraft(text, 'latex');
  const [citation] = draft.citations;
  assert.equal(citation?.key, 'heron2020');
  assert.equal(text.slice(citation.group.start, citation.group.end), '\\heron');
  const checked = checkDraft(draft, falconLibrary);
  const findings = findingsOf(draft, checked, falconLibrary, 0);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['citation-undefined'],
  );
  const edits = findings.flatMap((finding) => fixesFor(draft, checked, finding).flatMap((fix) => fix.edits));
  for (const { span } of edits) assert.ok(span.start === span.end, 'something is replaced');
  assert.equal(removeCitation(draft, citation), null);
  assert.deepEqual(keySpansIn(draft, citation.key), []);
});

for (const [syntax, before, after] of CASES)
  test(`${syntax}: ${before}`, () => {
    const draft = readDraft(`${before}\n`, syntax);
    const checked = checkDraft(draft, falconLibrary);
    const [finding] = findingsOf(draft, checked, falconLibrary, 0).filter(({ code }) => code === 'contradicted');
    assert.ok(finding, 'nothing is contradicted');
    const edits = fixesFor(draft, checked, finding).find(({ preferred }) => preferred)?.edits ?? [];
    const fixed = edits.reduceRight(
      (text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end),
      draft.text,
    );
    assert.equal(fixed, `${after}\n`);
  });
