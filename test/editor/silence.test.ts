import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silence } from '../../shared/editor/silence.ts';
import { checkDraft, type DraftSyntax, readDraft } from '../../shared/engine/index.ts';
import { falconLibrary } from './falcon.ts';

/** Drafts in which every claim is wrong, at the beginning, within a paragraph, in a list and in a table. */
const DRAFTS: readonly (readonly [DraftSyntax, string])[] = [
  [
    'markdown',
    'Falcon-7B reaches 44.9 on ParseBench [@heron2021].\nOsprey-2 reaches 41.6\non ParseBench [@heron2021].\n\n- Falcon-7B reaches 53.3 on TreeBank [@heron2021].\n\n| Model | ParseBench |\n|---|---|\n| Osprey-2 [@heron2021] | 41.9 |\n',
  ],
  [
    'myst',
    'Falcon-7B reaches 44.9 on ParseBench {cite:p}`heron2021`.\nOsprey-2 reaches 41.6\non ParseBench {cite:p}`heron2021`.\n',
  ],
  [
    'latex',
    'Falcon-7B reaches 44.9 on ParseBench~\\cite{heron2021}.\nOsprey-2 reaches 41.6 % as printed\non ParseBench~\\cite{heron2021}.\r\n\\begin{itemize}\n\\item Falcon-7B reaches 53.3 on TreeBank~\\cite{heron2021}.\n\\end{itemize}\n',
  ],
  ['typst', 'Falcon-7B reaches 44.9 on ParseBench @heron2021.\nOsprey-2 reaches 41.6\non ParseBench @heron2021.\n'],
  [
    'org',
    'Falcon-7B reaches 44.9 on ParseBench [cite:@heron2021].\n\n- Osprey-2 reaches 41.6 on ParseBench [cite:@heron2021].\n',
  ],
];

for (const [syntax, start] of DRAFTS)
  test(`a finding of a draft in ${syntax} is silenced, and no other`, () => {
    const wrong = (text: string): { readonly text: string; readonly span: { start: number; end: number } }[] =>
      checkDraft(readDraft(text, syntax), falconLibrary).claims.flatMap(({ claim, verdict }) =>
        verdict.kind === 'contradicted' ? [{ text: claim.text, span: claim.span }] : [],
      );
    let text = start;
    for (let left = wrong(text); left.length > 0; left = wrong(text)) {
      const [first, ...rest] = left;
      assert.ok(first);
      const edit = silence(readDraft(text, syntax), first.span, 'contradicted', 'checked by hand');
      text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
      assert.deepEqual(
        wrong(text).map((one) => one.text),
        rest.map((one) => one.text),
        text,
      );
    }
    assert.notEqual(text, start, 'nothing was wrong');
  });
