import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../../shared/engine/documents/reader.ts';
import { isSource } from '../../../shared/engine/documents/readers.ts';
import { paths, sentences, slicesOfValues, values } from './shown.ts';

const JATS = `<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.3//EN" "x.dtd">
<article article-type="research-article" xmlns:mml="http://www.w3.org/1998/Math/MathML">
<front><journal-meta><journal-title>Annals of 77 things</journal-title></journal-meta>
<article-meta><article-id pub-id-type="doi">10.1234/jats.5</article-id>
<title-group><article-title>A study of <italic>things</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Doe</surname><given-names>Jane</given-names></name></contrib>
<contrib contrib-type="editor"><name><surname>Roe</surname></name></contrib></contrib-group>
<pub-date><day>3</day><year>2021</year></pub-date>
<abstract><p>It is short.</p></abstract></article-meta></front>
<body><sec><label>1</label><title>Results</title>
<p>We reach 76.4<sup><xref ref-type="bibr" rid="b1">12</xref></sup> on Birds [<xref ref-type="bibr" rid="b1">3</xref>, <xref ref-type="bibr" rid="b2">4</xref>], as <xref ref-type="bibr" rid="b1">Roe (2019)</xref> said (<xref ref-type="table" rid="t1">Table 1</xref>).
Half is 5&#160;% &amp; more.</p>
<table-wrap id="t1"><label>Table 1.</label><caption><title>Accuracy.</title><p>RM stands for reward model.</p></caption>
<table><thead><tr><th rowspan="2">Model</th><th colspan="2">Birds</th></tr><tr><th>Acc</th><th>F1</th></tr></thead>
<tbody><tr><td>Heron<xref ref-type="bibr" rid="b1">[3]</xref></td><td><bold>64.2</bold></td><td>1.5<xref ref-type="table-fn" rid="f1">a</xref></td></tr>
<tr><td>Robin<break/>large</td><td>59.3</td><td>2.5</td></tr></tbody></table>
<table-wrap-foot><fn id="f1"><label>a</label><p>Without the last fold.</p></fn></table-wrap-foot></table-wrap>
<table-wrap><label>Table 2</label><caption><p>Costs.</p></caption><graphic href="t2.jpg"/></table-wrap></sec></body>
<back><ref-list><title>References</title><ref><mixed-citation>Roe. 55.5 things. 2019.</mixed-citation></ref></ref-list></back></article>`;

test('JATS: sections, sentences without citations, captions and notes', () => {
  assert.deepEqual(sentences('x.xml', JATS), [
    'heading [A study of things] A study of things',
    'heading [A study of things › Abstract] Abstract',
    'sentence [A study of things › Abstract] It is short.',
    'heading [A study of things › 1 Results] 1 Results',
    'sentence [A study of things › 1 Results] We reach 76.4 on Birds , as Roe (2019) said (Table 1).',
    'sentence [A study of things › 1 Results] Half is 5 % & more.',
    'caption [A study of things › 1 Results] Table 1.',
    'caption [A study of things › 1 Results] Accuracy.',
    'caption [A study of things › 1 Results] RM stands for reward model.',
    'sentence [A study of things › 1 Results] Without the last fold.',
    'caption [A study of things › 1 Results] Table 2: Costs.',
  ]);
});

test('JATS: what the article says of itself', () =>
  assert.deepEqual(readSource('x.nxml', JATS).metadata, {
    title: 'A study of things',
    authors: ['Jane Doe'],
    year: '2021',
    doi: '10.1234/jats.5',
    arxiv: null,
  }));

test('JATS: tables with their paths, found again in the file', () => {
  const { tables, problems } = readSource('x.xml', JATS);
  assert.deepEqual(
    tables.map(({ label, caption }) => [label, caption]),
    [['Table 1', 'Table 1: Accuracy. RM stands for reward model.']],
  );
  assert.deepEqual(values(tables[0]), [
    'Heron | Birds › Acc | 64.2',
    'Heron | Birds › F1 | 1.5',
    'Robin large | Birds › Acc | 59.3',
    'Robin large | Birds › F1 | 2.5',
  ]);
  assert.deepEqual(slicesOfValues(JATS, tables[0]), ['64.2', '1.5', '59.3', '2.5']);
  assert.deepEqual(
    problems.map(({ code, message }) => [code, message]),
    [['table-unclear', 'Table 2 is a picture in this file, so its numbers are not read.']],
  );
});

test('JATS: tables in the CALS vocabulary', () => {
  const cals = JATS.replace(
    /<table>[\s\S]*<\/table>/,
    `<oasis:table><oasis:tgroup cols="3"><oasis:colspec colname="c1"/><oasis:colspec colname="c2"/><oasis:colspec colname="c3"/>
<oasis:thead><oasis:row><oasis:entry morerows="1">Model</oasis:entry><oasis:entry namest="c2" nameend="c3">Birds</oasis:entry></oasis:row>
<oasis:row><oasis:entry>Acc</oasis:entry><oasis:entry>F1</oasis:entry></oasis:row></oasis:thead>
<oasis:tbody><oasis:row><oasis:entry>Heron</oasis:entry><oasis:entry>64.2</oasis:entry><oasis:entry>1.5</oasis:entry></oasis:row>
</oasis:tbody></oasis:tgroup></oasis:table>`,
  );
  assert.deepEqual(paths(readSource('x.xml', cals).tables[0]), ['Birds › Acc', 'Birds › F1']);
});

const TEI = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xml:space="preserve" xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title level="a" type="main">A study of things</title></titleStmt>
<publicationStmt><date type="published" when="2020-05-01">1 May 2020</date></publicationStmt>
<sourceDesc><biblStruct><analytic><author><persName><forename type="first">Jane</forename><surname>Doe</surname></persName></author>
<idno type="DOI">10.1234/tei.5</idno></analytic><idno type="arXiv">arXiv:2001.01234v2[cs.CL]</idno></biblStruct></sourceDesc></fileDesc>
<profileDesc><abstract><p>It is short.</p></abstract></profileDesc></teiHeader>
<text><body><div xmlns="http://www.tei-c.org/ns/1.0"><head n="2.1">Results</head>
<p>We reach 76.4 on Birds <ref type="bibr" target="#b0">[12]</ref>, see Table <ref type="table">1</ref>.</p></div>
<figure type="table" xml:id="tab_0"><head>Table 1 .</head><label>1</label><figDesc>Table 1 . Accuracy of two models.</figDesc>
<table><row role="label"><cell>Model</cell><cell cols="2">Birds</cell></row><row role="label"><cell></cell><cell>Acc</cell><cell>F1</cell></row>
<row><cell>Heron <ref type="bibr">[3]</ref></cell><cell>64.2</cell><cell>1.5</cell></row></table></figure></body>
<back><div type="references"><listBibl><biblStruct><monogr><title>55.5 things</title></monogr></biblStruct></listBibl></div></back></text></TEI>`;

test('TEI: sections, sentences, metadata and tables', () => {
  assert.deepEqual(sentences('x.tei.xml', TEI), [
    'heading [A study of things] A study of things',
    'heading [A study of things › Abstract] Abstract',
    'sentence [A study of things › Abstract] It is short.',
    'heading [A study of things › Abstract › 2.1 Results] 2.1 Results',
    'sentence [A study of things › Abstract › 2.1 Results] We reach 76.4 on Birds , see Table 1.',
    'caption [A study of things › Abstract › 2.1 Results] Table 1 .',
    'caption [A study of things › Abstract › 2.1 Results] Accuracy of two models.',
  ]);
  const { metadata, tables } = readSource('x.xml', TEI);
  assert.deepEqual(metadata, {
    title: 'A study of things',
    authors: ['Jane Doe'],
    year: '2020',
    doi: '10.1234/tei.5',
    arxiv: '2001.01234',
  });
  assert.deepEqual(
    tables.map(({ label, caption }) => [label, caption]),
    [['Table 1', 'Table 1 . Accuracy of two models.']],
  );
  assert.deepEqual(values(tables[0]), ['Heron | Birds › Acc | 64.2', 'Heron | Birds › F1 | 1.5']);
  assert.deepEqual(slicesOfValues(TEI, tables[0]), ['64.2', '1.5']);
});

const KINDS: readonly (readonly [string, boolean])[] = [
  [JATS, true],
  [TEI, true],
  ['<?xml version="1.0"?><project><target/></project>', false],
  ['<article><para>DocBook</para></article>', false],
];

test('XML of another kind is no source', () => {
  for (const [text, expected] of KINDS) assert.equal(isSource('x.xml', text), expected, text.slice(0, 60));
});

test('entities that a file declares are not expanded', () => {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const bomb = `<?xml version="1.0"?><!DOCTYPE article [<!ENTITY l0 "ha">${levels}]><article article-type="x"><body><p>Ten &l9; end.</p></body></article>`;
  assert.deepEqual(
    readSource('x.xml', bomb).passages.map(({ text }) => text),
    ['Ten &l9; end.'],
  );
});

test('XML nested without end is one problem', () => {
  const deep = `<article article-type="x"><body>${'<sec>'.repeat(20_000)}`;
  assert.deepEqual(
    readSource('x.xml', deep).problems.map(({ code }) => code),
    ['source-unreadable'],
  );
});
