import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkDraft,
  createLibrary,
  type DraftSyntax,
  documentId,
  readBibliography,
  readDraft,
  readSource,
} from '../../shared/engine/index.ts';
import { readMarks, writeMarks } from '../support/fixture.ts';

const library = createLibrary(
  [
    {
      id: documentId('heron2021.md'),
      document: readSource(
        'heron2021.md',
        '# Heron\n\nTable 1: Accuracy (%) of the systems.\n\n| Model | ParseBench | TreeBank |\n|---|---|---|\n| Falcon-7B | 43.8 | 52.1 |\n| Osprey-2 | 40.2 | 49.9 |\n| Bittern | 36.5 | 47.3 |\n',
      ),
    },
  ],
  [{ id: documentId('x.bib'), ...readBibliography('x.bib', '@misc{heron2021, title={Heron}, file={heron2021.md}}') }],
);

/** One draft in all syntaxes; the verdict of every number that is a claim stands behind it. */
const drafts: Readonly<Record<DraftSyntax, string>> = {
  markdown: `---
title: A draft of 5
---

# Results of 7

Falcon-7B reaches an accuracy of «43.8»(supported) on ParseBench [@heron2021, Table 1]. *Osprey-2* reaches an accuracy of
«41.9%»(contradicted) on ParseBench [@heron2021], see @tbl-a. <!-- 36.1 -->

- Osprey-2 has one of «49.9»(supported) on TreeBank [@heron2021]
- Bittern has an accuracy of «36.5%»(supported) on ParseBench [@heron2021].

| Model | ParseBench | TreeBank |
|-------|------------|----------|
| Falcon-7B [@heron2021] | «43.8»(supported) | «51.2»(contradicted) |
`,
  myst: `# Results of 7

Falcon-7B reaches an accuracy of «43.8»(supported) on ParseBench {cite:p}\`heron2021{Table 1}\`. *Osprey-2* reaches an accuracy of
«41.9%»(contradicted) on ParseBench {cite}\`heron2021\`, see {ref}\`a5\`. % no comment here

- Osprey-2 has one of «49.9»(supported) on TreeBank {cite:p}\`heron2021\`
- Bittern has an accuracy of «36.5%»(supported) on ParseBench {cite:p}\`heron2021\`.

| Model | ParseBench | TreeBank |
|-------|------------|----------|
| Falcon-7B {cite:p}\`heron2021\` | «43.8»(supported) | «51.2»(contradicted) |
`,
  latex: `\\documentclass[5pt]{article}
\\begin{document}
\\section{Results of 7}
Falcon-7B reaches an accuracy of «43.8»(supported) on ParseBench~\\citep[Table~1]{heron2021}. \\emph{Osprey-2} reaches an accuracy of
$«41.9\\%»(contradicted)$ on ParseBench \\cite{heron2021}, see Table~\\ref{a5}. % 36.1

\\begin{itemize}
  \\item Osprey-2 has one of «49.9»(supported) on TreeBank \\cite{heron2021}
  \\item Bittern has an accuracy of «36.5\\%»(supported) on ParseBench \\cite{heron2021}.
\\end{itemize}

\\begin{tabular}{lcc}
  \\toprule
  Model & ParseBench & TreeBank \\\\
  \\midrule
  Falcon-7B \\cite{heron2021} & \\textbf{«43.8»(supported)} & $«51.2»(contradicted)$ \\\\
  \\bottomrule
\\end{tabular}
\\end{document}
`,
  typst: `#set page(margin: 5cm)
= Results of 7
Falcon-7B reaches an accuracy of «43.8»(supported) on ParseBench @heron2021[Table 1]. _Osprey-2_ reaches an accuracy of
$«41.9%»(contradicted)$ on ParseBench #cite(<heron2021>), see @tbl:a5. // 36.1

- Osprey-2 has one of «49.9»(supported) on TreeBank @heron2021
- Bittern has an accuracy of «36.5%»(supported) on ParseBench @heron2021.

#table(
  columns: 3,
  table.header([Model], [ParseBench], [TreeBank]),
  [Falcon-7B @heron2021], [*«43.8»(supported)*], "«51.2»(contradicted)",
)
`,
  org: `#+options: toc:5
* Results of 7
Falcon-7B reaches an accuracy of «43.8»(supported) on ParseBench [cite:@heron2021 Table 1]. /Osprey-2/ reaches an accuracy of
$«41.9\\%»(contradicted)$ on ParseBench cite:heron2021, see ref:a5.
# 36.1

- Osprey-2 has one of «49.9»(supported) on TreeBank [[cite:&heron2021]]
- Bittern has an accuracy of «36.5%»(supported) on ParseBench [[cite:&heron2021]].

| Model                        | ParseBench | TreeBank |
|------------------------------+------------+----------|
| Falcon-7B [cite:@heron2021] | *«43.8»(supported)* | «51.2»(contradicted) |
`,
};

test('a draft has the same verdicts at its own places in every syntax', async (t) => {
  for (const [syntax, marked] of Object.entries(drafts) as [DraftSyntax, string][])
    await t.test(syntax, () => {
      const { text } = readMarks('draft.md', marked);
      const draft = readDraft(text, syntax);
      const { claims, citations } = checkDraft(draft, library);
      const numbers = claims.filter(({ claim }) => claim.kind === 'number');
      assert.equal(
        writeMarks(
          text,
          numbers.map(({ claim, verdict }) => ({ ...claim.span, code: verdict.kind })),
        ),
        marked,
      );
      assert.equal(citations.length, 5);
      assert.ok(citations.every(({ citation }) => citation.key === 'heron2021'));
      assert.deepEqual(
        draft.blocks.map(({ kind }) => kind),
        ['heading', 'prose', 'prose', 'prose', 'table'],
      );
      assert.equal(draft.citations[0]?.locator?.label, 'table');
    });
});

test('a draft that cites nothing is left alone in every syntax', () => {
  const texts: Readonly<Record<DraftSyntax, string>> = {
    markdown: 'Our model reaches 43.8 on ParseBench.\n',
    myst: 'Our model reaches 43.8 on ParseBench.\n',
    latex: '\\section{A 5}\nOur model reaches $43.8\\%$ on ParseBench.\\label{x7}\n',
    typst: '= A 5\nOur model reaches $43.8%$ on ParseBench. <x7>\n',
    org: '* A 5\nOur model reaches 43.8% on ParseBench.\n',
  };
  for (const [syntax, text] of Object.entries(texts) as [DraftSyntax, string][])
    assert.deepEqual(checkDraft(readDraft(text, syntax), library), { claims: [], citations: [] }, syntax);
});
