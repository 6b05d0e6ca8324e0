import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, grounded, papers, root } from './program.ts';

const draft = '# Draft\n\nAlpha reaches 71.9 on GLUE [@smith2020].\n';
const folder = folderWith({
  ...papers,
  'draft.md': draft,
  'notes/a.md': '# No number\n',
  'empty/keep.txt': '',
  'binary.md': new Uint8Array([0x23, 0, 1, 2, 0, 255, 254]),
  'lost/draft.md': '---\nbibliography: nowhere.bib\n---\nAlpha reaches 71.9 [@smith2020].\n',
  'config/grounded.json': '{ "library": 5 }',
  'config/draft.md': draft,
});

interface Call {
  readonly call: string;
  readonly status: number;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
}

const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

const calls: readonly Call[] = [
  { call: '--version', status: 0, stdout: new RegExp(`^${version.replaceAll('.', '\\.')}\n$`) },
  { call: '--help', status: 0, stdout: /^Grounded checks[\s\S]*check \[PATH…\][\s\S]*Exit status/ },
  { call: 'check --help', status: 0, stdout: /--fail-on LIST/ },
  { call: 'help tables', status: 0, stdout: /json, csv or markdown/ },
  { call: '', status: 2, stderr: /no command is given/ },
  { call: 'frobnicate', status: 2, stderr: /there is no command "frobnicate"\. Commands: check, tables/ },
  { call: '--frobnicate', status: 2, stderr: /there is no option "--frobnicate"/ },
  { call: 'check --frobnicate', status: 2, stderr: /'--frobnicate'.*grounded check --help/ },
  { call: 'check draft.md --library', status: 2, stderr: /--library.*argument missing/ },
  { call: 'check draft.md --format pdf', status: 2, stderr: /--format "pdf" is not known; use text, json, sarif/ },
  { call: 'check draft.md --fail-on bad', status: 2, stderr: /--fail-on "bad" is not known; use .*contradicted/ },
  { call: 'check nowhere.md --library papers', status: 2, stderr: /no file or folder nowhere\.md .*Correct the path/ },
  { call: 'check draft.md --library nowhere', status: 2, stderr: /nowhere does not exist: create it, or correct/ },
  { call: 'check draft.md', status: 2, stderr: /draft\.md: No library is known for this draft: name a bibliography/ },
  { call: 'check notes', status: 2, stderr: /No library is known.*--library/ },
  { call: 'check draft.md --library empty', status: 2, stderr: /The library empty holds no source/ },
  { call: 'check empty --library papers', status: 2, stderr: /no draft in empty/ },
  {
    call: 'check binary.md --library papers',
    status: 2,
    stderr: /binary\.md cannot be checked: it is no readable text/,
  },
  {
    call: 'check lost/draft.md',
    status: 2,
    stderr: /nowhere\.bib was not found.*correct the path in the front matter/,
  },
  { call: 'check config/draft.md', status: 2, stderr: /grounded\.json.*"library": \["papers"\]/ },
  { call: 'check draft.md --explain draft.md', status: 2, stderr: /names no line; write FILE:LINE/ },
  { call: 'tables nowhere.md', status: 2, stderr: /no file or folder nowhere\.md/ },
  { call: 'index --library nowhere', status: 2, stderr: /nowhere does not exist/ },
  { call: 'index --library empty', status: 2, stderr: /no source in .*empty/ },
  { call: 'index --library papers', status: 0, stdout: /@smith2020 {2}Smith\. 2020\. Parsing Tables of Results/ },
  { call: 'find', status: 2, stderr: /nothing to search for/ },
  { call: 'find corpus documents --library papers', status: 0, stdout: /smith\.md:\d+:\d+ .*\n.*4,250 documents/ },
  { call: 'lsp', status: 2, stderr: /grounded lsp --stdio/ },
];

for (const { call, status, stdout, stderr } of calls)
  test(`grounded ${call}`, () => {
    const outcome = grounded(call.split(' ').filter(Boolean), folder);
    assert.equal(outcome.status, status, `${outcome.stdout}${outcome.stderr}`);
    if (stdout) assert.match(outcome.stdout, stdout);
    if (stderr) assert.match(outcome.stderr, stderr);
    if (stderr) assert.equal(outcome.stdout, '');
    else assert.equal(outcome.stderr, '');
    assert.doesNotMatch(outcome.stderr, /this is a bug|\n {4}at /);
  });
