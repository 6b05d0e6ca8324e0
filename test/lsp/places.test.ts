import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { DidSaveTextDocumentNotification, HoverRequest, type MarkupContent } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { type SourceAtResult, sourceAt } from '../../shared/protocol/messages.ts';
import type { PdfPlace } from '../../shared/protocol/pdfPage.ts';
import { type PdfLine, pdfOf } from '../support/pdf.ts';
import { messageOf, startSession } from './session.ts';

const fixture = (file: string): string => `=== papers/tex/main.tex
\\documentclass{article}\\begin{document}\\section{Results}
\\input{parts/results}
\\end{document}
=== papers/tex/parts/results.tex
\\begin{table}\\caption{Scores of two models.}\\begin{tabular}{lr}
Model & CIDEr \\\\
Heron & 64.2 \\\\
Robin & 59.3 \\\\
\\end{tabular}\\end{table}
=== papers/refs.bib
@misc{doe2020, title={A study of many birds}, year={2020}, file={${file}}}
=== draft.md
---
bibliography: papers/refs.bib
---

Heron reaches a CIDEr of 6‸6.6 [@doe2020].
`;

test('places: what an included file says is found in that file, and again when it has changed', async (t) => {
  const { client, open, uri, cursor, write, published } = await startSession(t, fixture('tex/main.tex'));
  await open('draft.md');
  const [diagnostic] = await published('draft.md', (all) => all.length > 0);
  const cell = { uri: uri('papers/tex/parts/results.tex'), line: 2 };
  const [related] = diagnostic?.relatedInformation ?? [];
  assert.deepEqual({ uri: related?.location.uri, line: related?.location.range.start.line }, cell);
  const params = { uri: uri('draft.md'), position: cursor('draft.md') };
  const place: SourceAtResult = await client.sendRequest(sourceAt.method, params);
  assert.deepEqual({ uri: place?.uri, line: place?.at.kind === 'range' && place.at.range.start.line }, cell);

  await write(
    'papers/tex/parts/results.tex',
    'A line more.\n\\begin{tabular}{lr}\nModel & CIDEr \\\\\nHeron & 66.6 \\\\\n\\end{tabular}\n',
  );
  await client.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: uri('draft.md') } });
  assert.deepEqual(await published('draft.md', (all) => all.length === 0), []);
});

const line = (text: string, x: number, y: number): PdfLine => ({ text, x, y, size: 10 });
const PDF = pdfOf([
  Array.from({ length: 20 }, (_, i) =>
    line('We say here what there is to say of birds in the wild.', 72, 100 + 14 * i),
  ),
  [
    line('Table 2: Scores of three models on the birds of the lake.', 72, 100),
    ...[
      ['Model', 'CIDEr'],
      ['Heron', '64.2'],
      ['Robin', '59.3'],
      ['Wren', '58.7'],
    ].flatMap((cells, r) => cells.map((text, c) => line(text, 72 + 90 * c, 120 + 14 * r))),
  ],
]);

test('places: a paged source is named with its page, and opened as it is', async (t) => {
  const { client, open, uri, root, cursor, published } = await startSession(t, fixture('birds.pdf'));
  await writeFile(join(root, 'papers/birds.pdf'), PDF);
  await open('draft.md');
  const [diagnostic] = await published('draft.md', (all) => all.some((one) => messageOf(one).includes('64.2')));
  const [related] = diagnostic?.relatedInformation ?? [];
  const start = { line: 0, character: 0 };
  assert.equal(related?.message, '@doe2020, page 2, Table 2, Heron, CIDEr: 64.2');
  assert.deepEqual(related?.location, { uri: uri('papers/birds.pdf'), range: { start, end: start } });
  const hover = await client.sendRequest(HoverRequest.type, {
    textDocument: { uri: uri('draft.md') },
    position: cursor('draft.md'),
  });
  assert.match(
    (hover?.contents as MarkupContent | undefined)?.value ?? '',
    /\[Table 2, page 2\]\(file:[^#)]*birds\.pdf#page=2\)/,
  );
});

test('places: a client that opens addresses of places in PDFs gets these, and a command where Markdown leads to one', async (t) => {
  const { client, open, uri, root, cursor, published } = await startSession(t, fixture('birds.pdf'), {
    initializationOptions: { pdfPlaces: true },
  });
  await writeFile(join(root, 'papers/birds.pdf'), PDF);
  await open('draft.md');
  const [diagnostic] = await published('draft.md', (all) => all.some((one) => messageOf(one).includes('64.2')));
  const { scheme, path, query } = URI.parse(diagnostic?.relatedInformation?.[0]?.location.uri ?? '');
  assert.deepEqual({ scheme, path }, { scheme: 'grounded-pdf', path: URI.parse(uri('papers/birds.pdf')).path });
  const { rectangles, ...place }: PdfPlace = JSON.parse(query);
  assert.deepEqual(place, { page: 2, text: '64.2' });
  assert.equal(rectangles.length, 1);

  const at = { textDocument: { uri: uri('draft.md') }, position: cursor('draft.md') };
  const hover = await client.sendRequest(HoverRequest.type, at);
  const card = (hover?.contents as MarkupContent | undefined)?.value ?? '';
  const [, argument] = /\[Table 2, page 2\]\(command:grounded\.showPdfPlace\?([^()\s]+)\)/.exec(card) ?? [];
  assert.deepEqual(JSON.parse(decodeURIComponent(argument ?? '')), [diagnostic?.relatedInformation?.[0]?.location.uri]);

  // What stands at a place is told by the file itself, for requests of our own and for problems of the library.
  const source: SourceAtResult = await client.sendRequest(sourceAt.method, {
    uri: uri('draft.md'),
    position: at.position,
  });
  assert.equal(source?.uri, uri('papers/birds.pdf'));
});
