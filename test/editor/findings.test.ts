import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionAt } from '../../shared/editor/definition.ts';
import { findingsOf } from '../../shared/editor/findings.ts';
import { citeKey, type Verdict } from '../../shared/engine/index.ts';
import { cell, handmade, library, netsId } from './handmade.ts';

const supported: Verdict = { kind: 'supported', evidence: [cell(0, 0)] };
const contradicted: Verdict = {
  kind: 'contradicted',
  evidence: [cell(0, 0)],
  suggestion: '71.9',
  elsewhere: [cell(1, 0)],
};

test('findings: what is supported is none; the others point to their cells', () => {
  const { draft, checked } = handmade('Net-A has «71.9», not «64.2» [@smith2020nets].', [supported, contradicted]);
  const findings = findingsOf(draft, checked, library, 0);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['contradicted'],
  );
  assert.deepEqual(
    findings[0]?.related.map(({ message }) => message),
    ['@smith2020nets, Table 1, Net-A, CIDEr: 71.9', '64.2 stands here: @smith2020nets, Table 1, Net-B, CIDEr: 64.2'],
  );
});

test('findings: unknown keys name those that come near', () => {
  const { draft, checked } = handmade('See [@smith2020net].', [], [citeKey('smith2020nets')]);
  const [finding] = findingsOf(draft, checked, library, 0);
  assert.equal(finding?.code, 'citation-undefined');
  assert.match(finding?.message ?? '', /@smith2020net\b.*did you mean @smith2020nets\?/);
});

test('findings: a cited entry without a document is named once, where numbers lean on it', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Nets reach 71.9 [@orr1999]. They have 3 layers [@orr1999].', ['@orr1999']],
    ['Nets are older than one thinks [@orr1999].', []],
    ['Nets are old [@orr1999]. They reach 64.2 [@orr1999, Table 3].', ['@orr1999']],
    ['| Model | CIDEr |\n| --- | --- |\n| Net-A [@orr1999] | 71.9 |', ['@orr1999']],
    ['Nets reach 71.9 [@smith2020nets].', []],
    ['Nets reach 71.9 [@orr1999]. <!-- grounded-ignore-line source-missing -->', []],
  ];
  for (const [text, marked] of cases) {
    const { draft, checked } = handmade(text, []);
    const found = findingsOf(draft, checked, library, 0);
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      marked,
      text,
    );
    for (const { code, message } of found) {
      assert.equal(code, 'source-missing');
      assert.match(message, /No document of @orr1999 is in the library, so its numbers are not checked/);
    }
  }
});

test('findings: less sure than wanted, or silenced, is not shown', () => {
  const made = handmade('Net-A has «64.2».', [contradicted]);
  assert.deepEqual(findingsOf(made.draft, made.checked, library, 0.98), []);
  const silenced = handmade('Net-A has «64.2». <!-- grounded-ignore-line contradicted -->', [contradicted]);
  assert.deepEqual(findingsOf(silenced.draft, silenced.checked, library, 0), []);
  const other = handmade('Net-A has «64.2». <!-- grounded-ignore-line uncited -->', [contradicted]);
  assert.equal(findingsOf(other.draft, other.checked, library, 0).length, 1);
});

test('findings: a fingerprint survives edits elsewhere and tells equal numbers apart', () => {
  const names = (draft: string, verdicts: Verdict[]): string[] => {
    const made = handmade(draft, verdicts);
    return findingsOf(made.draft, made.checked, library, 0).map(({ fingerprint }) => fingerprint);
  };
  const [one] = names('Net-A has «64.2».', [contradicted]);
  assert.deepEqual(names('A new beginning.\n\nNet-A\nhas «64.2».', [contradicted]), [one]);
  const two = names('Net-A has «64.2» and «64.2».', [contradicted, contradicted]);
  assert.equal(new Set(two).size, 2);
  assert.notEqual(names('Net-B has «64.2».', [contradicted])[0], one);
});

test('definition: a claim leads to its cell, a citation to its document, its table or its entry', () => {
  const at = (marked: string, verdicts: Verdict[]) => {
    const { checked, cursor } = handmade(marked, verdicts);
    return definitionAt(checked, library, cursor)?.places[0];
  };
  assert.deepEqual(at('Net-A has «71.‸9» [@smith2020nets].', [supported]), { document: netsId, span: cell(0, 0).span });
  assert.deepEqual(at('See @smith2020‸nets.', []), { document: netsId, span: { start: 0, end: 0 } });
  const table = library.documents.get(netsId)?.document.tables[0]?.span;
  assert.deepEqual(at('See [@smith2020‸nets, Table 1].', []), { document: netsId, span: table });
  assert.equal(at('See @orr‸1999.', [])?.document, '/library/references.bib');
  assert.equal(at('See @no‸body.', []), undefined);
});
