import assert from 'node:assert/strict';
import {
  type CheckedDraft,
  checkDraft,
  createLibrary,
  documentId,
  type JudgedClaim,
  type Library,
  readBibliography,
  readDraft,
  readSource,
} from '../../shared/engine/index.ts';
import { readFixture, readMarks, writeMarks } from './fixture.ts';

/** A library of the files of a fixture: bibliographies by their extension, all others sources. */
export function libraryOf(fixture: string): Library {
  const { files } = readFixture(fixture);
  const isBib = (path: string): boolean => path.endsWith('.bib');
  return createLibrary(
    files
      .filter(({ path }) => !isBib(path))
      .map(({ path, text }) => ({ id: documentId(path), document: readSource(path, text) })),
    files
      .filter(({ path }) => isBib(path))
      .map(({ path, text }) => ({ id: documentId(path), ...readBibliography(path, text) })),
  );
}

/** Checks a draft whose markers, if any, are taken off first. */
export function checked(marked: string, library: Library): CheckedDraft & { readonly text: string } {
  const { text } = readMarks('draft.md', marked);
  return { text, ...checkDraft(readDraft(text), library) };
}

/**
 * Fails unless exactly the numbers in `«…»` are claims, with the verdicts behind them. What has no marker must be no
 * claim. Comparisons without a number are left out.
 */
export function expectVerdicts(marked: string, library: Library): readonly JudgedClaim[] {
  const { text, claims } = checked(marked, library);
  const numbers = claims.filter(({ claim }) => claim.kind === 'number');
  const marks = numbers.map(({ claim, verdict }) => ({ ...claim.span, code: verdict.kind }));
  const said = numbers.map(({ claim, trace }) => `${claim.text}:\n  ${trace.join('\n  ')}`).join('\n');
  const actual = writeMarks(text, marks);
  if (actual !== marked) assert.equal(actual, marked, `Expected\n${marked}\nand found\n${actual}\n${said}`);
  return numbers;
}
