import { stat } from 'node:fs/promises';
import { join, normalize, relative, resolve } from 'node:path';
import { type Draft, draftSyntaxOf, readDraft } from '../../shared/engine/index.ts';
import { draftContextOf } from '../host/draftContext.ts';
import { draftsBelow } from '../host/draftsBelow.ts';
import { readTextFile } from '../host/readText.ts';
import { CallError } from './callError.ts';
import { warn } from './output.ts';

/** A draft file of the call. */
export interface DraftFile {
  /** As given, or found below a given folder; relative to the current folder. */
  readonly path: string;
  readonly absolute: string;
  readonly draft: Draft;
  /** Named by the caller, and not merely found in a folder. */
  readonly named: boolean;
}

export interface DraftPath {
  readonly path: string;
  readonly named: boolean;
}

const maxDraftSize = 20_000_000;

/** So many files are read at once: enough to keep the disk busy, and far from the limit of open files. */
const atOnce = 32;

/** The drafts that the paths stand for; folders are searched, without those that start with a dot. */
export async function findDrafts(paths: readonly string[]): Promise<DraftPath[]> {
  const found = new Map<string, DraftPath>();
  for (const path of paths) {
    const kind = await stat(path).then(
      (stats) => (stats.isDirectory() ? 'folder' : 'file'),
      () => null,
    );
    if (kind === null)
      throw new CallError(`there is no file or folder ${path} (in ${process.cwd()}). Correct the path of the draft.`);
    if (kind === 'file') found.set(resolve(path), { path: normalize(path), named: true });
    else
      for (const file of await draftsBelow(path))
        if (!found.has(file)) found.set(file, { path: join(path, relative(path, file)), named: false });
  }
  return [...found.values()];
}

/** Reads drafts; one that cannot be read is named on standard error and left out. Fails where none can be read. */
export async function readDrafts(paths: readonly DraftPath[]): Promise<{ drafts: DraftFile[]; failed: number }> {
  const drafts: DraftFile[] = [];
  const failures: string[] = [];
  for (let index = 0; index < paths.length; index += atOnce) {
    const some = paths.slice(index, index + atOnce);
    const texts = await Promise.all(some.map(({ path }) => readText(path)));
    for (const [at, { path, named }] of some.entries()) {
      const text = texts[at] ?? null;
      if (text !== null)
        drafts.push({
          path,
          absolute: resolve(path),
          draft: readDraft(text, draftSyntaxOf(path) ?? 'markdown', await draftContextOf(resolve(path), text, null)),
          named,
        });
      else failures.push(`${path} cannot be checked: it is no readable text. Save the draft in UTF-8.`);
    }
  }
  if (drafts.length === 0 && failures.length > 0) throw new CallError(failures.join('\n'));
  for (const failure of failures) warn(failure);
  return { drafts, failed: failures.length };
}

/** The text of a draft, or null where it is none; an empty draft says nothing that could be wrong. */
async function readText(path: string): Promise<string | null> {
  const stats = await stat(path);
  const file = await readTextFile(path, { size: stats.size, modified: stats.mtimeMs }, maxDraftSize);
  if (file.kind === 'text') return file.text;
  return file.problem.code === 'source-empty' ? '' : null;
}
