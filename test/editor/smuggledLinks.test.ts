// Cards quote what others wrote, and VS Code follows links to a command of ours in them: no quoted text may become one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverCardAt } from '../../shared/editor/hoverCard.ts';
import { sourceCard } from '../../shared/editor/sourceCard.ts';
import { valueCard } from '../../shared/editor/valueCompletions.ts';
import {
  checkDraft,
  createLibrary,
  documentId,
  type Library,
  readBibliography,
  readDraft,
  readSource,
} from '../../shared/engine/index.ts';

const TARGET = 'command:grounded.showPdfPlace?%5B%22x%22%5D';
/** Ways to write a link, by themselves and out of code, a link text, a table cell or a title. */
const WAYS = ['[x](T)', '<T>', '`[x](T)', '](T)', '**](T)', '\\](T)', '\\[x](T)', '" [x](T)', '![x](T)', '[x]: T', 'T'];

for (const way of WAYS) {
  const smuggled = way.replace('T', TARGET);

  test(`no text of a source or bibliography becomes a link to a command: ${way}`, () => {
    const library = libraryWith(smuggled);
    const draft = readDraft('Heron reaches a CIDEr of 66.6 [@doe2020]. The data hold 5,100 clips [@doe2020].');
    const checked = checkDraft(draft, library);
    const links = { inLibrary: () => 'file:///place', inDraft: () => ({ line: 1, link: null }) };
    const offsets = [...checked.claims.map(({ claim }) => claim.span.start), draft.text.indexOf('@') + 1];
    const cards = offsets.map((offset) => hoverCardAt({ draft, checked }, library, offset, links)?.markdown ?? '');
    for (const source of library.sources.values()) {
      cards.push(sourceCard(source, draft, links));
      if (source.id === null) continue;
      const cell = { document: source.id, tableIndex: 0, rowIndex: 0, columnIndex: 0 };
      cards.push(valueCard(cell, source, library, links.inLibrary));
    }
    const shown = cards.join('\n\n');
    assert.ok(shown.includes('command:grounded'), 'the cards quote the text');
    assert.deepEqual(
      targets(shown).filter((target) => target.startsWith('command:')),
      [],
    );
  });
}

/** What VS Code could take for the target of a link, once escaped signs and code are out of the way. */
function targets(markdown: string): string[] {
  const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/`[^`]*`/g, '');
  return [...bare.matchAll(/(?:\]\(\s*<?|<|\]:\s*)([a-z]+:)/gi)].map(([, target]) => target ?? '');
}

function libraryWith(text: string): Library {
  const paper = `# ${text} A study of birds

Table 1: Scores of birds ${text}.

| Model ${text} | CIDEr ${text} |
| --- | --- |
| Heron ${text} | 64.2 |
| Robin ${text} | 59.3 |

The data ${text} hold 5,200 clips of birds.
`;
  const id = documentId(`/library/birds ${text.replaceAll('/', '')}.md`);
  const entries = [
    { id: 'doe2020', title: `A study ${text}`, author: [{ family: `Doe ${text}`, given: text }] },
    { id: `doe ${text}`, title: text, publisher: text, DOI: text, URL: text, abstract: text },
    { id: `url ${text}`, title: text, 'container-title': text, URL: `https://${text}` },
  ].map((entry) => ({ type: 'article-journal', issued: { 'date-parts': [[2020]] }, ...entry }));
  const library = readBibliography('references.json', JSON.stringify(entries));
  const [first, ...others] = library.entries;
  assert.ok(first, 'the bibliography is read');
  return createLibrary(
    [{ id, document: readSource(id, paper) }],
    [{ id: documentId('/library/references.json'), ...library, entries: [{ ...first, files: [id] }, ...others] }],
  );
}
