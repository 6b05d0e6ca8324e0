import { dirname } from 'node:path';
import { type DraftContext, draftSyntaxOf } from '../../shared/engine/index.ts';
import { mainFileOf } from './latexProject.ts';
import { createIncludes } from './reading/includes.ts';
import { textAt } from './readText.ts';

/**
 * The files around a LaTeX draft, as they are now: its main file, and what that includes within `root`, the folder of
 * the main file where it is null. Undefined for a draft that stands alone.
 */
export async function draftContextOf(
  draft: string | null,
  text: string,
  root: string | null,
): Promise<DraftContext | undefined> {
  if (draft === null || draftSyntaxOf(draft) !== 'latex') return undefined;
  const main = await mainFileOf(draft, text);
  const top = main ?? draft;
  const { include } = createIncludes(top, root ?? dirname(top), MOST_INCLUDED);
  return { main: main === null ? '' : ((await textAt(main)) ?? ''), include };
}

/** Bytes. */
const MOST_INCLUDED = 20_000_000;
