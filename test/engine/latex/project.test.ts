import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from '../../../shared/engine/documents/origin.ts';
import { readerFor } from '../../../shared/engine/documents/readers.ts';
import { readDocument, sentencesOf } from './reading.ts';

const table = '\\begin{tabular}{ll} A & B \\\\ x & 1.5 \\\\ \\end{tabular}';

test('every number leads to its place in the file it stands in', () => {
  const files = {
    'sections/results.tex': `\\section{Results} It is 5.\n\\begin{table}\\caption{One.}\\input{tables/one}\\end{table}`,
    'tables/one.tex': table,
  };
  const main = '\\documentclass{article}\\begin{document} First.\n\n\\include{sections/results}\nLast.\\end{document}';
  const document = readDocument(main, files);
  const texts: Readonly<Record<string, string>> = files;
  const shown = [
    ...document.passages,
    ...document.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
  ].map(({ span }) => {
    const place = placeOf(document.origin, span);
    if (place.kind === 'file') return main.slice(place.span.start, place.span.end);
    return place.kind === 'part'
      ? `${place.path}: ${texts[place.path]?.slice(place.span.start, place.span.end)}`
      : place.kind;
  });
  assert.deepEqual(shown, [
    'First.',
    'sections/results.tex: Results',
    'sections/results.tex: One.',
    'sections/results.tex: It is 5.',
    'Last.',
    'tables/one.tex: 1.5',
  ]);
});

test('a project of one file has the file as its origin', () => {
  assert.deepEqual(readDocument('Text.').origin, { kind: 'file' });
});

const INCLUDES: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['\\input{a} end.', { 'a.tex': 'One' }, 'One end.'],
  ['\\input a.tex\nend.', { 'a.tex': 'One ' }, 'One end.'],
  ['\\import{sub/}{a} end.', { 'sub/a.tex': '\\input{b}', 'sub/b.tex': 'Two ' }, 'Two end.'],
  [
    '\\subfile{a} end.',
    { 'a.tex': '\\documentclass[x]{subfiles}\\begin{document}Three\\end{document} no' },
    'Three end.',
  ],
  ['\\input{a}\\input{a} end.', { 'a.tex': 'One ' }, 'One One end.'],
  ['\\input{a} end.', { 'a.tex': 'One \\endinput no' }, 'One end.'],
  ['\\usepackage{mine}\\net.', { 'mine.sty': '\\def\\mine@x{9}\\newcommand{\\net}{Net}' }, 'Net.'],
  ['\\usepackage{amsmath}Text.', {}, 'Text.'],
  [
    '\\usepackage{conf}{\\small 5.1} is.',
    { 'conf.sty': '\\renewcommand{\\small}{\\@setfontsize\\small 9 10}' },
    '5.1 is.',
  ],
];

for (const [source, files, printed] of INCLUDES)
  test(`includes: ${source}`, () => {
    const document = readDocument(source, files);
    assert.deepEqual([sentencesOf(source, files).join(' '), document.problems], [printed, []]);
  });

const FAULTS: readonly (readonly [string, Readonly<Record<string, string>>, string, string])[] = [
  [
    'One.\\input{none} Two.',
    {},
    '\\input',
    'The file "none" that is included here was not found. Put it beside the main file.',
  ],
  [
    'One.\\input{a} Two.',
    { 'a.tex': '\\input{a}' },
    '\\input',
    'The file "a" includes itself. Remove the inclusion here.',
  ],
];

for (const [source, files, place, message] of FAULTS)
  test(`includes that fail: ${source}`, () => {
    const { problems, origin } = readDocument(source, files);
    const all = origin.kind === 'parts' ? origin.text : source;
    assert.deepEqual(
      problems.map((problem) => [problem.message, all.slice(problem.span?.start, problem.span?.end)]),
      [[message, place]],
    );
  });

test('LaTeX is known by its first command, and a part of a paper is no source', () => {
  const reader = readerFor('paper.txt', '% A comment\n\\documentclass{article}');
  assert.ok(reader.extensions.includes('.tex'));
  assert.equal(reader.isSource?.('\\documentclass{article}'), true);
  assert.equal(reader.isSource?.('\\section{Part}'), false);
  assert.ok(!readerFor('notes.md', 'Write\n```\n\\documentclass{article}\n```').extensions.includes('.tex'));
});
