import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibliographiesOf } from '../../shared/engine/bibliography/statedBibliographies.ts';

const cases: readonly (readonly ['latex' | 'typst' | 'org', string, readonly string[]])[] = [
  ['latex', '\\bibliography{refs, more.bib}', ['refs.bib', 'more.bib']],
  ['latex', '\\addbibresource[location=local]{a/x.bib}\n\\addbibresource{y.bib}', ['a/x.bib', 'y.bib']],
  ['latex', '% \\bibliography{no}\n50\\% \\bibliography{yes}', ['yes.bib']],
  ['latex', '\\bibliographystyle{plain}\\bibliography {\n  refs\n}', ['refs.bib']],
  ['latex', '\\bibliography{}', []],
  ['typst', '#bibliography("works.bib")', ['works.bib']],
  ['typst', '#bibliography(("a.bib", "b.yml"), style: "ieee")', ['a.bib', 'b.yml']],
  ['typst', '#bibliography(\n  "works.yml",\n  title: "Works",\n)', ['works.yml']],
  ['typst', '// #bibliography("no.bib")\n#link("https://x.org") #bibliography("yes.bib")', ['yes.bib']],
  ['typst', '#my-bibliography("no.bib")', []],
  ['org', '#+bibliography: a.bib\n#+BIBLIOGRAPHY: "b c.bib"', ['a.bib', 'b c.bib']],
  ['org', 'See [[bibliography:a.bib,b.bib]] or\nbibliography:c.bib', ['a.bib', 'b.bib', 'c.bib']],
  ['org', '# #+bibliography: no.bib', []],
];

test('bibliographies that a document names', () => {
  for (const [syntax, text, expected] of cases) {
    for (const variant of [text, text.replace(/\n/g, '\r\n')]) {
      const found = bibliographiesOf(variant, syntax);
      assert.deepEqual(
        found.map(({ path }) => path),
        expected,
        variant,
      );
      for (const { path, span } of found)
        assert.ok(path.startsWith(variant.slice(span.start, span.end)), `${variant} ${span.start}`);
    }
  }
});
