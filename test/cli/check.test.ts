import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, grounded, papers } from './program.ts';
import { type CheckResult, readCheckResult } from './result.ts';

const drafts = {
  'good.md': 'Alpha reaches 71.9 on GLUE [@smith2020].\n',
  'wrong.md': 'Beta reaches 71.9 on GLUE [@smith2020].\n',
  'unknown.md': 'Alpha runs at 377 frames per second [@smith2020].\n',
  'uncited.md': 'The accuracy of Alpha on SQuAD is 88.4.\n',
  'silenced.md': '<!-- grounded-ignore-next-line -->\nBeta reaches 71.9 on GLUE [@smith2020].\n',
  'wrong.typ': 'Beta reaches 71.9 on GLUE @smith2020.\n',
  'wrong.org': 'Beta reaches 71.9 on GLUE [cite:@smith2020].\n',
  'wrong.qmd': 'Beta reaches 71.9 on GLUE [@smith2020].\n',
  'wrong.tex': 'Beta reaches 71.9 on GLUE \\cite{smith2020}.\n',
  'good.tex': 'Alpha reaches $71.9$ on GLUE \\cite{smith2020}.\n',
  'silenced.tex': '% grounded-ignore-next-line\nBeta reaches 71.9 on GLUE \\cite{smith2020}.\n',
  'table.typ':
    '#figure(table(columns: 2,\n  [Model], [GLUE],\n  [Alpha], [71.9],\n  [Beta], [71.9],\n), caption: [Scores @smith2020])\n',
  'table.tex':
    '\\begin{table}\\begin{tabular}{lc}\nModel & GLUE \\\\\nAlpha & 71.9 \\\\\nBeta & \\textbf{71.9} \\\\\n\\end{tabular}\\caption{Scores \\cite{smith2020}}\\end{table}\n',
  'undefined.md': 'Nothing is claimed here [@smyth2020].\n',
};
const folder = folderWith({ ...papers, ...drafts });

const statuses: readonly [call: string, status: number][] = [
  ['good.md', 0],
  ['uncited.md', 0],
  ['wrong.md', 1],
  ['unknown.md', 1],
  ['silenced.md', 0],
  ['undefined.md', 0],
  ['wrong.typ', 1],
  ['wrong.org', 1],
  ['wrong.qmd', 1],
  ['wrong.tex', 1],
  ['good.tex', 0],
  ['silenced.tex', 0],
  ['good.md wrong.md', 1],
  ['wrong.md --fail-on never', 0],
  ['wrong.md --fail-on unsupported', 1],
  ['unknown.md --fail-on contradicted', 0],
  ['uncited.md --fail-on uncited', 1],
  ['wrong.md --fail-on uncited', 1],
  ['undefined.md --fail-on citation-undefined', 1],
];

for (const [call, status] of statuses)
  test(`check ${call} ends with status ${status}`, () => {
    const outcome = grounded(['check', ...call.split(' '), '--library', 'papers'], folder);
    assert.equal(outcome.status, status, `${outcome.stdout}${outcome.stderr}`);
    assert.equal(outcome.stderr, '');
  });

test('check tells of unused entries where it is asked to', () => {
  const citing = folderWith({
    ...papers,
    'a.md':
      '---\nbibliography: [papers/references.bib, more.bib]\nnocite: "@named"\n---\n\nAs said [@smith2020; @own].\n',
    'b.md': '---\nbibliography: more.bib\nreferences:\n- id: own\n  title: T\n---\n\nAs said [@child; @own].\n',
    'more.bib':
      '@misc{unused, title={U}}\n@misc{named, title={N}}\n@misc{own, title={O}}\n@inbook{child, title={C}, crossref={parent}}\n@book{parent, title={P}}\n',
  });
  const told = (args: readonly string[]): readonly string[] => {
    const { library } = checkJson(['.', ...args], citing);
    return library.problems.map(({ source, path, position }) => `${path}:${(position?.line ?? 0) + 1} ${source}`);
  };
  assert.deepEqual(told([]), []);
  assert.deepEqual(told(['--show', 'citation-unused']), ['more.bib:1 unused']);
  assert.deepEqual(told(['--fail-on', 'citation-unused']), ['more.bib:1 unused']);
  const status = (...args: string[]): number | null => grounded(['check', 'a.md', 'b.md', ...args], citing).status;
  assert.equal(status('--show', 'citation-unused'), 0);
  assert.equal(status('--fail-on', 'citation-unused'), 1);
  assert.equal(status('--show', 'everything'), 2);
});

function checkJson(args: readonly string[], cwd = folder): CheckResult {
  const { stdout, stderr } = grounded(['check', ...args, '--format', 'json'], cwd);
  return readCheckResult(stdout, stderr);
}

test('The JSON result has the shape of the contract', () => {
  const { library, documents } = checkJson(['good.md', 'wrong.md', 'undefined.md', '--library', 'papers']);
  assert.deepEqual({ ...library, facts: 0 }, { sources: 1, tables: 1, facts: 0, problems: [] });
  assert.ok(library.facts >= 4);
  assert.deepEqual(
    documents.map(({ path }) => path),
    ['good.md', 'wrong.md', 'undefined.md'],
  );
  const [good, wrong, undefinedKey] = documents;
  const [claim] = good?.claims ?? [];
  assert.ok(claim && good?.claims.length === 1);
  const { start, end, range, text, value, unit, citations, verdict, suggestion } = claim;
  assert.deepEqual(
    { start, end, range, text, value, unit, citations, verdict, suggestion },
    {
      start: 14,
      end: 18,
      range: { start: { line: 0, character: 14 }, end: { line: 0, character: 18 } },
      text: '71.9',
      value: 71.9,
      unit: null,
      citations: ['smith2020'],
      verdict: 'supported',
      suggestion: null,
    },
  );
  const [evidence] = claim.evidence;
  assert.ok(evidence?.kind === 'cell');
  assert.deepEqual([evidence.source, evidence.row, evidence.text], ['smith2020', ['Alpha'], '71.9']);
  assert.equal(papers['papers/smith.md'].slice(evidence.start, evidence.end).trim(), '71.9');
  assert.deepEqual([wrong?.claims[0]?.verdict, wrong?.claims[0]?.suggestion], ['contradicted', '65.3']);
  assert.equal(undefinedKey?.citations[0]?.key, 'smyth2020');
  assert.deepEqual(undefinedKey?.citations[0]?.problem?.near, ['smith2020']);
});

test('A byte order mark and CRLF line ends are read as if they were not there', () => {
  const text = 'One line.\n\nAlpha reaches 71.9 on GLUE,\nand Beta reaches 71.9 on GLUE [@smith2020].\n';
  const cwd = folderWith({
    ...papers,
    'plain.md': text,
    'bom.md': `\uFEFF${text}`,
    'crlf.md': `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  });
  const { documents } = checkJson(['plain.md', 'bom.md', 'crlf.md', '--library', 'papers'], cwd);
  const found = documents.map(({ claims }) =>
    claims.map(({ range, verdict, text: number }) => [range, verdict, number]),
  );
  assert.equal(found[0]?.length, 2);
  assert.deepEqual(found[1], found[0]);
  assert.deepEqual(found[2], found[0]);
});

test('A folder stands for its drafts, without the sources of the library', () => {
  const cwd = folderWith({
    ...papers,
    'a.md': 'Nothing.\n',
    'deep/b.md': 'Nothing.\n',
    'node_modules/x/c.md': 'No.\n',
  });
  const { documents } = checkJson(['.', '--library', 'papers'], cwd);
  assert.deepEqual(
    documents.map(({ path }) => path),
    ['a.md', 'deep/b.md'],
  );
});

test('The library is found by the front matter and by grounded.json', () => {
  const cwd = folderWith({
    ...papers,
    'drafts/front.md': `---\nbibliography: ../papers/references.bib\n---\n${drafts['good.md']}`,
    'project/drafts/config.md': drafts['good.md'],
    'project/grounded.json': '{ "library": ["../papers"] }',
  });
  for (const path of ['drafts/front.md', 'project/drafts/config.md']) {
    const { documents } = checkJson([path], cwd);
    assert.equal(documents[0]?.claims[0]?.verdict, 'supported', path);
  }
});

test('A broken source or entry is named, and the rest is used', () => {
  const cwd = folderWith({
    ...papers,
    'papers/scan.txt': new Uint8Array([0, 1, 2, 3, 0, 255]),
    'papers/more.bib':
      '@article{jones2021,\n  title = {Never closed,\n}\n\n@book{kay2019, title = {Fine}, year = 2019}\n',
    'draft.md': drafts['good.md'],
  });
  const outcome = grounded(['check', 'draft.md', '--library', 'papers', '--format', 'json'], cwd);
  assert.equal(outcome.status, 0, outcome.stderr);
  const { library, documents } = readCheckResult(outcome.stdout, outcome.stderr);
  assert.equal(documents[0]?.claims[0]?.verdict, 'supported');
  assert.deepEqual([...new Set(library.problems.map(({ code, path }) => `${code} ${path}`))].sort(), [
    'bib-entry-broken papers/more.bib',
    'source-unreadable papers/scan.txt',
  ]);
  const text = grounded(['check', 'draft.md', '--library', 'papers'], cwd).stdout;
  assert.match(text, /papers\/scan\.txt {2}source-unreadable {2}scan\.txt is not a text file: keep sources as/);
  assert.match(text, /papers\/more\.bib:\d+:\d+ {2}bib-entry-broken/);
});

test('The text result names the place, the verdict and the source', () => {
  const { stdout } = grounded(['check', 'wrong.md', '--library', 'papers'], folder);
  assert.match(stdout, /^wrong\.md:1:14 {2}contradicted {2}\S/);
  assert.match(stdout, /source papers\/smith\.md:\d+:\d+ {2}Table 1.*Beta.*GLUE.*65\.3/);
  assert.match(stdout, /\n1 claim: 1 contradicted, /);
});

for (const [format, start] of [
  ['sarif', /^\{\n {2}"\$schema"/],
  ['markdown', /^# Check of claims\n/],
  ['html', /^<!doctype html>/],
] as const)
  test(`--format ${format} --output FILE writes the file and nothing else`, () => {
    const file = `report.${format}`;
    const outcome = grounded(
      ['check', 'wrong.md', '--library', 'papers', '--format', format, '--output', file],
      folder,
    );
    assert.deepEqual([outcome.status, outcome.stdout, outcome.stderr], [1, '', '']);
    assert.match(readFileSync(join(folder, file), 'utf8'), start);
  });

test('An output file that cannot be written is named', () => {
  const { status, stderr } = grounded(['check', 'good.md', '--library', 'papers', '--output', 'no/such/file'], folder);
  assert.equal(status, 2);
  assert.match(stderr, /cannot be written to no\/such\/file/);
  assert.ok(!existsSync(join(folder, 'no')));
});

test('--explain prints how each claim on a line was judged', () => {
  const { status, stdout } = grounded(['check', '--explain', 'wrong.md:1', '--library', 'papers'], folder);
  assert.equal(status, 0);
  assert.match(stdout, /^wrong\.md:1:14 {2}71\.9 {2}contradicted \(\d+ %\)\n/);
  assert.match(stdout, /\n {2}1\. \S/);
  assert.match(
    grounded(['check', '--explain', 'wrong.md:9', '--library', 'papers'], folder).stdout,
    /no claim on this/,
  );
});

test('What is said of citations and their entries stands in every format', () => {
  const bib = `@article{a, title = {RETRACTED: A long enough title}, author = {Doe, A.}, year = 2020, doi = {10.1/x}}
@article{b, title = {RETRACTED: A long enough title}, author = {Doe, A.}, year = 2020, doi = {10.1/x}, journal = {J}}
`;
  const draft = '---\nbibliography: refs.bib\n---\n\nSee [@a; @b].\n';
  const cwd = folderWith({ 'refs.bib': bib, 'draft.md': draft });
  const codes = ['source-retracted', 'citation-duplicate-work', 'bib-field-missing'];
  for (const format of ['text', 'markdown', 'html', 'sarif']) {
    const { stdout, status } = grounded(['check', 'draft.md', '--format', format], cwd);
    const titles = ['A cited work is retracted', 'One work has two keys', 'A cited entry lacks a field'];
    for (const said of format === 'markdown' ? titles : codes) assert.ok(stdout.includes(said), `${format}: ${stdout}`);
    assert.equal(status, 0);
  }
  const [document] = checkJson(['draft.md'], cwd).documents;
  assert.deepEqual(
    document?.citations.map(({ key, problem }) => [key, problem?.code]),
    [
      ['a', 'source-retracted'],
      ['b', 'source-retracted'],
    ],
  );
});

test('A row of a table is shown by its cells in every syntax', () => {
  for (const [draft, row] of [
    ['table.typ', 'Beta | 71.9'],
    ['table.tex', 'Beta | 71.9'],
  ] as const) {
    const { stdout } = grounded(['check', draft, '--library', 'papers'], folder);
    assert.ok(stdout.includes(`draft  ${row}\n`), stdout);
  }
});
