import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchQueryFor } from '../../shared/editor/searchQuery.ts';
import { type DraftSyntax, holds, readDraft } from '../../shared/engine/index.ts';

/** The number that is asked about stands in the draft as 99.9. */
const CASES: readonly (readonly [DraftSyntax, draft: string, query: string])[] = [
  ['markdown', 'On ParseBench, the new Falcon-7B of Smith reaches 99.9 [@heron2021].', 'ParseBench Falcon-7B Smith'],
  ['markdown', 'Before. The accuracy of **Falcon-7B** is 99.9% on ParseBench [@heron2021].', 'Falcon-7B ParseBench'],
  ['markdown', 'The parser reaches an accuracy of 99.9% [@heron2021].', 'The parser reaches an accuracy of'],
  ['markdown', '| Model | TreeBank |\n|---|---|\n| Falcon-7B [@heron2021] | 99.9 |', 'TreeBank Falcon-7B'],
  ['latex', '\\def\\sys{Falcon-7B}\n\n\\sys{} has 99.9\\% on ParseBench \\cite{heron2021}.', 'Falcon-7B ParseBench'],
];

for (const [syntax, text, query] of CASES)
  test(`search: ${text}`, () => {
    const draft = readDraft(`${text}\n`, syntax);
    const start = text.indexOf('99.9');
    const block = draft.blocks.find((one) => holds(one.span, start));
    const sentences = block?.kind === 'prose' ? block.sentences : [];
    const sentence = sentences.find((one) => holds(one, start)) ?? { start, end: start };
    assert.equal(searchQueryFor(draft, { span: { start, end: start + 4 }, sentence }), query);
  });
