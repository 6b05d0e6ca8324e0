import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverCardAt } from '../../shared/editor/hoverCard.ts';
import type { Links } from '../../shared/editor/sourceCard.ts';
import type { Verdict } from '../../shared/engine/index.ts';
import { cell, handmade, library, passage } from './handmade.ts';

const cards: readonly { name: string; draft: string; verdict: Verdict; says: readonly string[] }[] = [
  {
    name: 'a supported number shows its row with the deciding cell in bold',
    draft: 'Net-A reaches «71.‸9» CIDEr [@smith2020nets].',
    verdict: { kind: 'supported', evidence: [cell(0, 0)] },
    says: [
      '✓ 71.9 is supported',
      `[Table 1](/library/nets.md#${cell(0, 0).span.start}): Results on the Clips test set. · @smith2020nets, Smith et al. 2020, *Captioning with Nets*`,
      '| Model | &emsp;CIDEr | &emsp;METEOR | &emsp;BLEU-4 |',
      '| Net-A | **71.9** | 30.1 | 44.2 |',
      '*97 % sure*',
    ],
  },
  {
    name: 'a derived number shows both rows and the formula',
    draft: 'Net-A leads Net-B by «7.7‸» points [@smith2020nets].',
    verdict: { kind: 'supported', evidence: [cell(0, 0, '71.9 − 64.2 = 7.7'), cell(1, 0, '71.9 − 64.2 = 7.7')] },
    says: ['| Net-A | **71.9** | 30.1 | 44.2 |\n| Net-B | **64.2** | 28.0 | 41.7 |', '`71.9 − 64.2 = 7.7`'],
  },
  {
    name: 'a contradicted number tells the value of the source, and where the wrong one stands',
    draft: 'Net-A reaches «‸64.2» CIDEr [@smith2020nets].',
    verdict: { kind: 'contradicted', evidence: [cell(0, 0)], suggestion: '71.9', elsewhere: [cell(1, 0)] },
    says: [
      '✗ 64.2 is contradicted: the source says 71.9',
      '| Net-A | **71.9** | 30.1 | 44.2 |\n| Net-B | *64.2* | 28.0 | 41.7 |',
    ],
  },
  {
    name: 'a number in prose shows the sentence with the number in bold',
    draft: 'The nets saw «2.5‸M» pairs.',
    verdict: { kind: 'uncited', evidence: [passage('2.5M')] },
    says: ['cites nothing', '> All nets were trained on **2.5M** pairs of clips and texts.'],
  },
  {
    name: 'an unsupported number shows what came nearest',
    draft: 'Net-C reaches «99.‸9» CIDEr.',
    verdict: { kind: 'unsupported', evidence: [cell(0, 0)], suggestion: null },
    says: ['99.9 stands in no source', 'Nearest: [Table 1]'],
  },
  {
    name: 'markup of the draft stays text',
    draft: 'Net-C reaches «~5‸» CIDEr.',
    verdict: { kind: 'unsupported', evidence: [], suggestion: null },
    says: ['\\~5 stands in no source'],
  },
];

for (const { name, draft, verdict, says } of cards) {
  test(`hover: ${name}`, () => {
    const made = handmade(draft, [verdict]);
    const card = hoverCardAt(made, library, made.cursor, linksInto(made.text));
    for (const part of says) assert.ok(card?.markdown.includes(part), `${part}\nis not in\n${card?.markdown}`);
  });
}

/** Links that name a place of the library by its file and offset, and one of the draft by its line. */
function linksInto(text: string): Links {
  return {
    inLibrary: (document, { start }) => `${document}#${start}`,
    inDraft(offset) {
      const line = text.slice(0, offset).split('\n').length;
      return { line, link: `#L${line}` };
    },
  };
}

const citations: readonly { name: string; draft: string; says: readonly string[] }[] = [
  {
    name: 'a citation shows its source and the tables it holds',
    draft: 'See [@smith2020‸nets].',
    says: [
      'Smith, Jane, Al Doe, and Eva Müller. 2020. “[Captioning with Nets](/library/nets.md#0).” In *Proceedings of Clips*.',
      '`@smith2020nets` · [doi:10.5555/(nets)\\_1](https://doi.org/10.5555/%28nets%29_1) · [arXiv:2001.00001](https://arxiv.org/abs/2001.00001) · [nets.md](/library/nets.md#0)',
      '> We caption clips with nets.',
      '- [Table 1](/library/nets.md#',
      '(2\u00a0×\u00a03)',
    ],
  },
  {
    name: 'a citation shows where the draft cites its source',
    draft: 'See @orr1999.\n\nAnd [@smith2020‸nets], [see @smith2020nets].\n\nSo @smith2020nets.',
    says: ['Cited 3 times in this draft: lines [3](#L3), [5](#L5)'],
  },
  {
    name: 'the reference is in the style that the document asks for',
    draft: '---\ncsl: styles/apa-6th-edition.csl\n---\nSee [@smith2020‸nets].',
    says: ['Smith, J., Doe, A., & Müller, E. (2020). [Captioning with Nets]'],
  },
  {
    name: 'an entry without a document says that nothing can be checked',
    draft: 'See @orr‸1999 for this.',
    says: ['Before the Nets', '1999', 'no document for this entry'],
  },
  { name: 'an unknown key says so', draft: 'See [@smith2020‸net].', says: ['No source of the library has the key'] },
];

for (const { name, draft, says } of citations) {
  test(`hover: ${name}`, () => {
    const made = handmade(draft, []);
    const card = hoverCardAt(made, library, made.cursor, linksInto(made.text));
    for (const part of says) assert.ok(card?.markdown.includes(part), `${part}\nis not in\n${card?.markdown}`);
  });
}

test('hover: nothing where there is neither claim nor citation', () => {
  const made = handmade('Just «5» words.', [{ kind: 'unsupported', evidence: [], suggestion: null }]);
  assert.equal(hoverCardAt(made, library, 0, linksInto(made.text)), null);
});
