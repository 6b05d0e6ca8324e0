import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceTo } from '../../shared/editor/reference.ts';
import { nearestStyle, type ReferenceStyleName } from '../../shared/editor/referenceStyles.ts';
import { citeKey, createLibrary, documentId, readBibliography, type Source } from '../../shared/engine/index.ts';

const entries = `@article{three, title={Is It So?}, author={Smith, Jane-Ann B. and Doe, Al and van der Berg, Eva}, year={2020}, journal={Old Journal}}
@misc{two, title={A Title}, author={Smith, Jane and Doe, Al}, year={2020}}
@article{paper, title={A Title}, author={Smith, Jane}, year={2020}, journal={Old Journal}, volume={12}, number={3}, pages={45--67}}
@article{early, title={A Title}, author={Smith, Jane}, year={2020}, journal={Proc. Roy. Soc.}, pages={e7}}
@incollection{chapter, title={A Title}, author={Smith, Jane}, year={2020}, booktitle={A Book}, editor={Doe, Al and Roe, Bea}, pages={1--9}, publisher={Old House}}
@inproceedings{talk, title={A Title}, author={Smith, Jane}, year={2020}, booktitle={Proceedings of Talks}, editor={Doe, Al}}
@book{book, title={A Title}, author={Smith, Jane}, year={2020}, publisher={Old House}}
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
  ['paper', 'author-date', 'Smith, Jane. 2020. “A Title.” *Old Journal* 12 (3): 45–67.'],
  ['paper', 'apa', 'Smith, J. (2020). A Title. *Old Journal*, *12*(3), 45–67.'],
  ['paper', 'ieee', 'J. Smith, “A Title,” *Old Journal*, vol. 12, no. 3, pp. 45–67, 2020.'],
  ['paper', 'vancouver', 'Smith J. A Title. Old Journal. 2020;12(3):45–67.'],
  ['early', 'vancouver', 'Smith J. A Title. Proc. Roy. Soc. 2020:e7.'],
  ['early', 'apa', 'Smith, J. (2020). A Title. *Proc. Roy. Soc.*, e7.'],
  [
    'chapter',
    'author-date',
    'Smith, Jane. 2020. “A Title.” In *A Book*, edited by Al Doe and Bea Roe, 1–9. Old House.',
  ],
  ['chapter', 'apa', 'Smith, J. (2020). A Title. In A. Doe & B. Roe (Eds.), *A Book* (pp. 1–9). Old House.'],
  ['chapter', 'ieee', 'J. Smith, “A Title,” in *A Book*, A. Doe and B. Roe, Eds., Old House, 2020, pp. 1–9.'],
  ['chapter', 'vancouver', 'Smith J. A Title. In: Doe A, Roe B, editors. A Book. Old House; 2020. p. 1–9.'],
  ['talk', 'apa', 'Smith, J. (2020). A Title. In A. Doe (Ed.), *Proceedings of Talks*.'],
  ['talk', 'author-date', 'Smith, Jane. 2020. “A Title.” In *Proceedings of Talks*, edited by Al Doe.'],
  ['book', 'author-date', 'Smith, Jane. 2020. “A Title.” Old House.'],
  ['book', 'vancouver', 'Smith J. A Title. Old House; 2020.'],
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
