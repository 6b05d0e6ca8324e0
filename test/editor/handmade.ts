// A small library read by the real readers, and claims judged by hand: what the editor layer makes of them is its own.
import assert from 'node:assert/strict';
import {
  type CheckedCitation,
  type CheckedDraft,
  type CiteKey,
  citeKey,
  createLibrary,
  type Draft,
  documentId,
  type Evidence,
  type JudgedClaim,
  type Library,
  readBibliography,
  readDraft,
  readSource,
  type Verdict,
} from '../../shared/engine/index.ts';
import { readMarks } from '../support/fixture.ts';

const netPaper = `# Captioning with Nets

Table 1: Results on the *Clips* test set.

| Model | CIDEr | METEOR | BLEU-4 |
| --- | --- | --- | --- |
| Net-A | 71.9 | 30.1 | 44.2 |
| Net-B | 64.2 | 28.0 | 41.7 |

Table 2: Answers of the nets.

| Model | Correct |
| --- | --- |
| Net-A | 51.0 |
| Net-B | 52.5 |

All nets were trained on 2.5M pairs of clips and texts.
`;

const soundPaper = `# Sound for Captions

Table 1: Word error rate.

| Model | WER |
| --- | --- |
| Ear-1 | 12.4 |
`;

const references = `@inproceedings{smith2020nets,
  title = {Captioning with Nets}, author = {Smith, Jane and Doe, Al and M{\\"u}ller, Eva},
  year = {2020}, booktitle = {Proceedings of Clips}, file = {nets.md},
  doi = {10.5555/(nets)_1}, eprint = {2001.00001}, archiveprefix = {arXiv}, abstract = {We caption clips with nets.} }
@article{lee2021sound, title = {Sound for Captions}, author = {Lee, Kim}, year = {2021}, file = {sound.md}}
@article{orr1999, title = {Before the Nets}, author = {Orr, Ann}, year = {1999}, journal = {Old Journal}}
`;

export const netsId = documentId('/library/nets.md');
export const soundId = documentId('/library/sound.md');

export const library: Library = createLibrary(
  [
    { id: netsId, document: readSource(netsId, netPaper) },
    { id: soundId, document: readSource(soundId, soundPaper) },
  ],
  [{ id: documentId('/library/references.bib'), ...readBibliography('references.bib', references) }],
);

/** Evidence for a value of the nets' table, by row and column. */
export function cell(rowIndex: number, columnIndex: number, derivation: string | null = null): Evidence {
  const table = library.documents.get(netsId)?.document.tables[0];
  const row = table?.rows[rowIndex];
  const found = row?.cells.find(({ values }) => values.some(({ column }) => column === columnIndex));
  assert.ok(table && row && found, `no cell ${rowIndex}, ${columnIndex}`);
  return {
    kind: 'cell',
    source: citeKey('smith2020nets'),
    document: netsId,
    span: found.span,
    page: null,
    derivation,
    tableIndex: 0,
    rowIndex,
    columnIndex,
    table: table.label ?? '',
    row: row.header.map(({ text }) => text),
    column: table.columns[columnIndex]?.header.map(({ text }) => text) ?? [],
    columnMeaning: null,
    text: found.text,
  };
}

export function passage(text: string): Evidence {
  const found = library.documents.get(netsId)?.document.passages.find((one) => one.text.includes(text));
  assert.ok(found, `no passage with ${text}`);
  return {
    kind: 'passage',
    unverified: false,
    source: citeKey('smith2020nets'),
    document: netsId,
    span: found.span,
    page: null,
    derivation: null,
    quote: found.text,
    text,
  };
}

export interface Handmade {
  readonly text: string;
  readonly draft: Draft;
  readonly checked: CheckedDraft;
  readonly cursor: number;
}

/** A draft with `«…»` around its claims, judged in order by `verdicts`; citations of unknown keys get `near`. */
export function handmade(marked: string, verdicts: readonly Verdict[], near: readonly CiteKey[] = []): Handmade {
  const { text, marks, cursor } = readMarks('draft.md', marked);
  const draft = readDraft(text);
  assert.equal(marks.length, verdicts.length, 'one verdict for each mark');
  const claims = marks.map(({ start, end }, index): JudgedClaim => {
    const span = { start, end };
    const sentence = sentenceAround(draft, start);
    const citations = draft.citations.filter((one) => one.span.start >= sentence.start && one.span.end <= sentence.end);
    return {
      claim: {
        kind: 'comparison',
        span,
        text: text.slice(start, end),
        sentence,
        citations,
        cited: citations.length > 0 ? 'sentence' : 'none',
      },
      verdict: verdicts[index] as Verdict,
      confidence: 0.97,
      measured: { ground: 'cell', signs: {} },
      message: `What is said of ${text.slice(start, end)}.`,
      trace: [],
    };
  });
  const citations = draft.citations.map(
    (citation): CheckedCitation => ({
      citation,
      problem: library.sources.has(citation.key) ? null : { kind: 'undefined', near },
    }),
  );
  return { text, draft, checked: { claims, citations }, cursor: cursor ?? 0 };
}

function sentenceAround(draft: Draft, offset: number): { start: number; end: number } {
  for (const block of draft.blocks) {
    if (block.kind === 'prose') {
      const sentence = block.sentences.find(({ start, end }) => start <= offset && offset < end);
      if (sentence !== undefined) return sentence;
    }
    if (block.kind === 'table' && block.span.start <= offset && offset < block.span.end) {
      const row = block.rows.find((cells) => cells.some(({ span }) => span.start <= offset && offset < span.end));
      const first = row?.[0]?.span;
      const last = row?.at(-1)?.span;
      if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
    }
  }
  return assert.fail(`no sentence at ${offset}`);
}
