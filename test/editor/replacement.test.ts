import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../../shared/editor/findings.ts';
import { fixesFor } from '../../shared/editor/fixes.ts';
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
