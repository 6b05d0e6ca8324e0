import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SourceDocument } from '../../shared/engine/documents/document.ts';
import { createLibrary, type Library } from '../../shared/engine/library.ts';
import { searchPassages } from '../../shared/engine/search/passageIndex.ts';
import { searchTerms } from '../../shared/engine/search/searchTerms.ts';
import { documentId } from '../../shared/engine/verdicts/verdict.ts';

function document(...sentences: string[]): SourceDocument {
  return {
    metadata: { title: null, authors: [], year: null, doi: null, arxiv: null },
    tables: [],
    passages: sentences.map((text, index) => ({
      text,
      span: { start: index, end: index + 1 },
      section: ['Results'],
      kind: 'sentence',
      standing: null,
    })),
    abbreviations: new Map(),
    problems: [],
    origin: { kind: 'file' },
  };
}

function library(documents: Readonly<Record<string, SourceDocument>>): Library {
  return createLibrary(
    Object.entries(documents).map(([path, read]) => ({ id: documentId(path), document: read })),
    [],
  );
}

test('terms stay whole', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Mamba-2.8B reaches 63.3%', ['mamba-2.8b', 'mamba', '2.8b', 'reaches', '63.3']],
    ['GPT-4 (2,048 tokens)', ['gpt-4', 'gpt', '2048', 'tokens']],
    ['R@5, BLEU-4.', ['r@5', 'bleu-4', 'bleu']],
    ['Größe ﬁne', ['größe', 'fine']],
    ['… – !', []],
  ];
  for (const [text, expected] of cases) assert.deepEqual(searchTerms(text), expected, text);
});

const papers = library({
  'a.md': document('Mamba-2.8B reaches 63.3 on PIQA.', 'Mamba-2.7B reaches 63.1 on PIQA.', 'Training took eight days.'),
  'b.md': document('Captioning of videos is hard.', 'Our captions reach 43.8 on VATEX.'),
});

test('the best passage comes first', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['Mamba 2.8B PIQA', 'Mamba-2.8B reaches 63.3 on PIQA.'],
    ['mamba-2.7b', 'Mamba-2.7B reaches 63.1 on PIQA.'],
    ['63.1', 'Mamba-2.7B reaches 63.1 on PIQA.'],
    ['caption VATEX', 'Our captions reach 43.8 on VATEX.'],
    ['captioninng of video', 'Captioning of videos is hard.'],
    ['63.2', undefined],
    ['', undefined],
  ];
  for (const [query, expected] of cases)
    assert.equal(searchPassages(papers, query, 5)[0]?.passage.text, expected, query);
});

test('answers name their source and keep to the limit', () => {
  const found = searchPassages(papers, 'reaches reach', 2);
  assert.equal(found.length, 2);
  assert.ok((found[0]?.score ?? 0) >= (found[1]?.score ?? 0));
  for (const { source, id } of found) assert.equal(papers.sources.get(source)?.id, id);
  assert.deepEqual(searchPassages(papers, 'reaches', 0), []);
});
