import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileChangeType } from 'vscode-languageserver/node';
import { plainLocation } from '../../server/host/locate.ts';
import { isLatexSource } from '../../server/lsp/latexSource.ts';
import { withDraft } from './papers.ts';
import { startSession } from './session.ts';

const bibliography = 'papers/references.bib';

/** By the language of the editor: the file, what names the bibliography, and a line with a wrong number. */
const drafts: Readonly<Record<string, readonly [path: string, head: string, line: string]>> = {
  latex: ['a.tex', `\\addbibresource{${bibliography}}`, 'Egret reaches $64.2$ CIDEr on Clips~\\cite{smith2020nets}.'],
  typst: ['a.typ', `#bibliography("${bibliography}")`, 'Egret reaches 64.2 CIDEr on Clips @smith2020nets.'],
  org: ['a.org', `#+bibliography: ${bibliography}`, 'Egret reaches 64.2 CIDEr on Clips [cite:@smith2020nets].'],
  plaintext: ['b.typ', `#bibliography("${bibliography}")`, 'Egret reaches 64.2 CIDEr on Clips @smith2020nets.'],
};

test('a draft in any language of the editor is checked', async (t) => {
  const { open, published } = await startSession(t, withDraft(''));
  for (const [language, [path, head, line]] of Object.entries(drafts)) {
    await open(path, `${head}\n\n${line}\n`, language);
    const [found] = await published(path, (all) => all.length > 0);
    assert.equal(found?.code, 'contradicted', path);
    const at = line.indexOf('64.2');
    assert.deepEqual(found?.range, { start: { line: 2, character: at }, end: { line: 2, character: at + 4 } });
  }
});

test('what a preamble and a main file include is known in a draft, and anew when it changes', async (t) => {
  const fixture = `${withDraft('')}=== names.tex
\\newcommand{\\sys}{Egret}\\newcommand{\\score}{64.2}
=== main.tex
\\documentclass{article}\\input{names}\\addbibresource{${bibliography}}
\\begin{document}\\input{chapter}\\end{document}
=== chapter.tex
`;
  const { client, open, published, write, uri } = await startSession(t, fixture);
  const line = '\\sys{} reaches \\score{} CIDEr on Clips~\\cite{smith2020nets}.';
  await open('chapter.tex', `${line}\n`, 'latex');
  const [found] = await published('chapter.tex', (all) => all.length > 0);
  assert.equal(found?.code, 'contradicted');
  const at = line.indexOf('\\score');
  assert.deepEqual(found?.range, { start: { line: 0, character: at }, end: { line: 0, character: at + 6 } });
  await write('names.tex', '\\newcommand{\\sys}{Egret}\\newcommand{\\score}{71.9}');
  const changes = [{ uri: uri('names.tex'), type: FileChangeType.Changed }];
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  const now = await published('chapter.tex', (all) => all.every(({ code }) => code !== 'contradicted'));
  assert.deepEqual([...now], []);
});

test('a LaTeX document is a source where a library that is not its own folder holds it', () => {
  const paper = join('/w', 'sources', 'heron', 'main.tex');
  const own = plainLocation([join('/w', 'sources', 'heron')], [join('/w', 'sources', 'heron', 'refs.bib')]);
  assert.equal(isLatexSource(paper, own, []), false);
  assert.equal(isLatexSource(paper, own, [plainLocation([join('/w', 'sources')])]), true);
  assert.equal(isLatexSource(paper, own, [plainLocation([join('/w', 'other')])]), false);
  assert.equal(isLatexSource(paper, plainLocation([join('/w', 'sources')]), []), true);
  assert.equal(isLatexSource(join('/w', 'draft.tex'), plainLocation([join('/w', 'sources')]), []), false);
  assert.equal(isLatexSource(paper, own, [own]), false);
  assert.equal(isLatexSource(null, own, []), false);
});
