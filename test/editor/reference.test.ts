import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceTo } from '../../shared/editor/reference.ts';
import { nearestStyle, type ReferenceStyleName } from '../../shared/editor/referenceStyles.ts';
import { citeKey, createLibrary, documentId, readBibliography, type Source } from '../../shared/engine/index.ts';

const entries = `@article{three, title={Is It So?}, author={Smith, Jane-Ann B. and Doe, Al and van der Berg, Eva}, year={2020}, journal={Old Journal}}
@misc{two, title={A Title}, author={Smith, Jane and Doe, Al}, year={2020}}
@misc{one, title={A Title}, author={{The Group}}}
@misc{many, title={A Title}, author={${Array.from({ length: 25 }, (_, n) => `Family${n}, Given`).join(' and ')}}, year={2020}}
@misc{others, title={A Title}, author={Smith, Jane and others}, year={2020}}
`;
const library = createLibrary([], [{ id: documentId('/a.bib'), ...readBibliography('a.bib', entries) }]);

const cases: readonly (readonly [key: string, style: ReferenceStyleName, expected: string])[] = [
  ['three', 'author-date', 'Smith, Jane-Ann B., Al Doe, and Eva van der Berg. 2020. “Is It So?” *Old Journal*.'],
  ['three', 'apa', 'Smith, J.-A. B., Doe, A., & van der Berg, E. (2020). Is It So? *Old Journal*.'],
  ['three', 'ieee', 'J.-A. B. Smith, A. Doe, and E. van der Berg, “Is It So?” *Old Journal*, 2020.'],
  ['three', 'vancouver', 'Smith JAB, Doe A, van der Berg E. Is It So? Old Journal. 2020.'],
  ['two', 'author-date', 'Smith, Jane, and Al Doe. 2020. “A Title.”'],
  ['two', 'apa', 'Smith, J., & Doe, A. (2020). A Title.'],
  ['two', 'ieee', 'J. Smith and A. Doe, “A Title,” 2020.'],
  ['one', 'author-date', 'The Group. “A Title.”'],
  ['many', 'ieee', 'G. Family0 et al., “A Title,” 2020.'],
  ['others', 'author-date', 'Smith, Jane, et al. 2020. “A Title.”'],
  ['others', 'ieee', 'J. Smith et al., “A Title,” 2020.'],
  ['others', 'vancouver', 'Smith J, et al. A Title. 2020.'],
];

for (const [key, style, expected] of cases) {
  test(`reference: ${key} in ${style}`, () => {
    assert.equal(referenceTo(library.sources.get(citeKey(key)) as Source, style, null), expected);
  });
}

const styles: readonly (readonly [name: string, nearest: ReferenceStyleName])[] = [
  ['chicago-author-date', 'author-date'],
  ['apa-6th-edition.csl', 'apa'],
  ['ieee', 'ieee'],
  ['springer-lecture-notes', 'ieee'],
  ['Nature', 'vancouver'],
  ['my-own-style', 'author-date'],
];

for (const [name, nearest] of styles) {
  test(`style: ${name} is nearest to ${nearest}`, () => assert.equal(nearestStyle(name), nearest));
}
