import path from 'node:path';
import { readFolder } from '../../support/folder.ts';
import { rootFolder } from '../../support/golden.ts';
import { type Answered, answerPublicSets } from '../publicSets/read.ts';
import { generateStatements } from '../statements/generate.ts';
import { draftSamples, statementSamples } from './ownSamples.ts';
import type { Sample } from './sample.ts';

/** Statements of each pattern and table. */
const STATEMENTS = 4;

/** Our own labelled drafts and the statements made from the tables of seeds/. */
export async function ownSamples(): Promise<Sample[]> {
  const { library } = await readFolder(path.join(rootFolder(), 'seeds'));
  return [
    ...draftSamples(path.join(rootFolder(), 'test', 'claims'), library),
    ...statementSamples(generateStatements(library, STATEMENTS), library),
  ];
}

/** The scored drafts over the originals, where `GROUNDED_CLAIMS` and `GROUNDED_ORIGINALS` name both; else none. */
export async function scoredSamples(): Promise<Sample[]> {
  const { GROUNDED_CLAIMS: claims, GROUNDED_ORIGINALS: originals } = process.env;
  if (claims === undefined || originals === undefined) return [];
  const { library } = await readFolder(originals);
  return draftSamples(claims, library);
}

/** The answers to the public sets, where `GROUNDED_CLAIMS` names their folder; else null. */
export function publicAnswers(): Answered[] | null {
  const { GROUNDED_CLAIMS: claims } = process.env;
  return claims === undefined ? null : answerPublicSets(path.join(claims, 'sets'));
}
