// Papers of one content in each format that is read, made as large as is wanted.
import { zipSync } from 'fflate';
import { type PdfLine, pdfOf } from '../../support/pdf.ts';

/** One section: a heading, paragraphs, and a table with a caption. */
interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

interface Format {
  readonly file: string;
  write(sections: readonly Section[]): string;
}

/** A text of about `size` characters in each text format, by the name of the file. */
export function textInputs(size: number): ReadonlyMap<string, string> {
  const sample = sections(40);
  return new Map(
    formats.map(({ file, write }) => {
      // No table has as many cells as a megabyte of delimited values.
      const wanted = file.endsWith('.csv') ? size / 4 : size;
      const count = Math.max(1, Math.round((wanted / write(sample).length) * sample.length));
      return [file, write(sections(count))];
    }),
  );
}

export function wordInput(count: number): Uint8Array {
  const paragraph = (text: string, style = ''): string =>
    `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = sections(count).map(({ title, paragraphs, caption, rows }) => {
    const cells = rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`);
    const before = [paragraph(title, 'Heading1'), ...paragraphs.map((one) => paragraph(one)), paragraph(caption)];
    return `${before.join('')}<w:tbl>${cells.join('')}</w:tbl>`;
  });
  const xml = (text: string): Uint8Array => new TextEncoder().encode(text);
  return zipSync({
    'word/document.xml': xml(`<w:document><w:body>${body.join('')}</w:body></w:document>`),
    'word/styles.xml': xml('<w:styles><w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'),
  });
}

/** A paper of so many pages in two columns, a table on each. */
export function pdfInput(pages: number): Uint8Array {
  return pdfOf(sections(pages).map(pageOf));
}

function pageOf({ title, paragraphs, caption, rows }: Section): PdfLine[] {
  const lines = wrapped(paragraphs.join(' '), 52);
  const column = (x: number, from: number, y: number): PdfLine[] =>
    lines.slice(from, from + 45).map((text, i) => ({ text, x, y: y + 12 * i, size: 9 }));
  const table = rows.flatMap((row, r) =>
    row.map((text, c) => ({ text, x: 320 + (c === 0 ? 0 : 40 + 38 * c), y: 96 + 12 * r, size: 9 })),
  );
  return [
    { text: title, x: 54, y: 72, size: 12 },
    ...column(54, 0, 96),
    ...wrapped(caption, 52).map((text, i) => ({ text, x: 320, y: 60 + 11 * i, size: 9 })),
    ...table,
    ...column(320, 45, 120 + 12 * rows.length).slice(0, 40),
  ];
}

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' '))
    if ((lines.at(-1) ?? '').length + word.length < width) lines.push(`${lines.pop()} ${word}`.trim());
    else lines.push(word);
  return lines;
}

/** As in papers: a table for every two pages of text. */
const PARAGRAPHS = 15;

const MODELS = ['Heron', 'Robin', 'Wren', 'Kestrel', 'Plover', 'Dunlin', 'Siskin', 'Avocet'];
const METRICS = ['BLEU', 'CIDEr', 'SPICE', 'METEOR', 'ROUGE'];

function sections(count: number): Section[] {
  return Array.from({ length: count }, (_, i) => ({
    title: `${i + 1} Results on data set ${i + 1}`,
    paragraphs: Array.from({ length: PARAGRAPHS }, (_, p) => paragraph(i * PARAGRAPHS + p)),
    caption: `Table ${i + 1}: Scores of all models on data set ${i + 1}. AVG stands for average.`,
    rows: [
      ['Model', ...METRICS],
      ...MODELS.map((model, m) => [model, ...METRICS.map((_, c) => number(i * 101 + m * 13 + c * 7))]),
    ],
  }));
}

function paragraph(seed: number): string {
  const model = MODELS[seed % MODELS.length];
  const other = MODELS[(seed + 3) % MODELS.length];
  return [
    `On data set ${seed + 1} the model ${model} reaches a CIDEr score of ${number(seed)}, while ${other} stays at ${number(seed + 50)}.`,
    'Both were trained on the same pairs of images and captions, for ten epochs and with the same schedule.',
    `The difference of ${number(seed + 9)} points is larger than what other works report (Doe et al., 2020).`,
    'We see the same order for longer captions, where errors in counting and in colours are the most frequent ones.',
  ].join(' ');
}

const number = (seed: number): string => (((seed * 7919) % 900) / 10 + 10).toFixed(1);

/** A number as programs print it, with all of its decimals. */
const measured = (percent: string, c: number): string => String(Math.sqrt(Number(percent) / 100 + c / 7));

const lines = (parts: readonly (string | readonly string[])[]): string => `${parts.flat().join('\n')}\n`;

const htmlTable = (rows: Section['rows']): string =>
  `<table>${rows.map((row, r) => `<tr>${row.map((cell) => (r === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('\n')}</table>`;

const pipes = (rows: Section['rows']): string[] => {
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`);
};

const markdown = ({ title, paragraphs, caption, rows }: Section): string =>
  lines([`# ${title}`, '', paragraphs.join('\n\n'), '', pipes(rows), '', caption, '']);

const formats: readonly Format[] = [
  { file: 'paper.md', write: (all) => all.map(markdown).join('') },
  {
    file: 'paper.html',
    write: (all) =>
      `<!DOCTYPE html><html><body>${all
        .map(({ title, paragraphs, caption, rows }) =>
          lines([
            `<section><h2>${title}</h2>`,
            paragraphs.map((one) => `<p>${one}</p>`),
            `<figure><figcaption>${caption}</figcaption>${htmlTable(rows)}</figure></section>`,
          ]),
        )
        .join('')}</body></html>`,
  },
  {
    file: 'paper.txt',
    write: (all) =>
      all
        .map(({ title, paragraphs, caption, rows }) =>
          lines([title, '', paragraphs, '', caption, rows.map((row) => row.join('\t')), '']),
        )
        .join(''),
  },
  {
    file: 'paper.tex',
    write: (all) =>
      `\\documentclass{article}\n\\begin{document}\n${all
        .map(({ title, paragraphs, caption, rows }) =>
          lines([
            `\\section{${title}}`,
            paragraphs.join('\n\n'),
            `\\begin{table}\\caption{${caption}}\n\\begin{tabular}{lrrrrr}`,
            rows.map((row) => `${row.join(' & ')} \\\\`),
            '\\end{tabular}\\end{table}',
          ]),
        )
        .join('')}\\end{document}\n`,
  },
  {
    file: 'jats.xml',
    write: (all) =>
      `<article article-type="research-article"><body>${all
        .map(({ title, paragraphs, caption, rows }) =>
          lines([
            `<sec><title>${title}</title>`,
            paragraphs.map((one) => `<p>${one}</p>`),
            `<table-wrap><caption><p>${caption}</p></caption>${htmlTable(rows)}</table-wrap></sec>`,
          ]),
        )
        .join('')}</body></article>`,
  },
  {
    file: 'grobid.tei.xml',
    write: (all) =>
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${all
        .map(({ title, paragraphs, caption, rows }) =>
          lines([
            `<div><head>${title}</head>`,
            paragraphs.map((one) => `<p>${one}</p>`),
            `</div><figure type="table"><figDesc>${caption}</figDesc><table>`,
            rows.map((row) => `<row>${row.map((cell) => `<cell>${cell}</cell>`).join('')}</row>`),
            '</table></figure>',
          ]),
        )
        .join('')}</body></text></TEI>`,
  },
  {
    file: 'results.csv',
    write: (all) =>
      lines([
        METRICS.join(',').replace(/^/, 'Model,'),
        ...all.map(({ rows }) => rows.slice(1).map((row) => row.join(','))),
      ]),
  },
  {
    file: 'measured.csv',
    write: (all) =>
      lines([
        ['model,dataset,seed', ...METRICS].join(','),
        ...all.map(({ rows }, i) =>
          rows.slice(1).map(([model = '', ...row], m) => [model, `set-${i + 1}`, m, ...row.map(measured)].join(',')),
        ),
      ]),
  },
  {
    file: 'notebook.ipynb',
    write: (all) =>
      JSON.stringify({
        cells: all.map((section) => ({ cell_type: 'markdown', source: markdown(section).split(/(?<=\n)/) })),
      }),
  },
];
