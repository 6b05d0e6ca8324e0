import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWordDocument } from '../../../shared/engine/documents/reader.ts';
import { slicesOfValues, values } from './shown.ts';

const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const cell = (text: string, properties = ''): string => tc(p(r(text)), properties);
const styled = (id: string, text: string): string => p(r(text), `<w:pStyle w:val="${id}"/>`);
const bold = '<w:b/>';

const STYLES = `<w:styles><w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Sub"><w:name w:val="My heading"/><w:basedOn w:val="Under"/></w:style>
<w:style w:styleId="Under"><w:name w:val="x"/><w:basedOn w:val="Sub"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`;

const FOOTNOTES = `<w:footnotes><w:footnote w:type="separator">${p(r('99'))}</w:footnote><w:footnote w:id="1">${p(r('Without the last fold.'))}</w:footnote></w:footnotes>`;

const TABLE = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Model', '<w:vMerge w:val="restart"/>')}${cell('Birds', '<w:gridSpan w:val="2"/>')}</w:tr>
<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('', '<w:vMerge/>')}${cell('Acc')}${cell('F1')}</w:tr>
<w:tr>${cell('Heron')}${tc(p(r('64', bold) + r('.2', bold)))}${cell('1.5')}</w:tr>
<w:sdt><w:sdtContent><w:tr>${tc(p(r('Robin')) + p(r('large')))}${cell('59.3')}${tc(p(`${r('2.5')}${r('a', '<w:vertAlign w:val="superscript"/>')}`))}</w:tr></w:sdtContent></w:sdt></w:tbl>`;

const DOCUMENT = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
${styled('T', 'A study of things')}${styled('berschrift1', 'Results')}
${p(`${r('We reach 7')}<w:del>${r('5')}</w:del><w:ins>${r('6')}</w:ins>${r('.4')}${r('12', '<w:vertAlign w:val="superscript"/>')}${r(' on Birds')}<w:r><w:footnoteReference w:id="1"/></w:r><w:hyperlink>${r('.')}</w:hyperlink>`)}
${styled('Sub', 'Details')}
${p(`${r('Table ')}<w:r><w:instrText> SEQ Table </w:instrText></w:r>${r('1')}${r(': Accuracy of two models.')}`)}
${TABLE}
${p(r('Discussion of costs', bold))}
${p(`<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p(r('It is in a box.'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r>`)}
<w:sectPr/></w:body></w:document>`;

const document = readWordDocument({ document: DOCUMENT, styles: STYLES, footnotes: FOOTNOTES });
const text = document.origin.kind === 'extract' ? document.origin.text : '';

test('Word: headings by style, by outline level and by hand; text without deletions and marks', () => {
  assert.deepEqual(
    document.passages.map((one) => `${one.kind} [${one.section.join(' › ')}] ${one.text}`),
    [
      'heading [A study of things] A study of things',
      'heading [A study of things › Results] Results',
      'sentence [A study of things › Results] We reach 76.4 on Birds.',
      'heading [A study of things › Results › Details] Details',
      'caption [A study of things › Results › Details] Table 1: Accuracy of two models.',
      'heading [A study of things › Discussion of costs] Discussion of costs',
      'sentence [A study of things › Discussion of costs] It is in a box.',
      'sentence [A study of things › Discussion of costs] Without the last fold.',
    ],
  );
  assert.equal(document.metadata.title, 'A study of things');
});

test('Word: tables with merged cells, found again in the text', () => {
  const [table] = document.tables;
  assert.equal(table?.label, 'Table 1');
  assert.deepEqual(values(table), [
    'Heron | Birds › Acc | 64.2',
    'Heron | Birds › F1 | 1.5',
    'Robin large | Birds › Acc | 59.3',
    'Robin large | Birds › F1 | 2.5',
  ]);
  assert.deepEqual(slicesOfValues(text, table), ['64.2', '1.5', '59.3', '2.5']);
  for (const { text: said, span } of document.passages) assert.equal(text.slice(span.start, span.end), said);
});

test('Word: what is no document is a problem', () => {
  const deep = `<w:document><w:body>${'<w:sdt>'.repeat(20_000)}`;
  for (const [part, code] of [
    ['', 'source-empty'],
    ['<w:document><w:body>', 'source-empty'],
    [deep, 'source-unreadable'],
  ] as const)
    assert.deepEqual(
      readWordDocument({ document: part, styles: '', footnotes: '' }).problems.map((problem) => problem.code),
      [code],
    );
});
