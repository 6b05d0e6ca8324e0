import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import {
  bibliographiesNamed,
  bibliographiesOfProject,
  draftSyntaxOf,
  type KeyLookup,
  noLookup,
} from '../../shared/engine/index.ts';
import { findLatexProject } from './latexProject.ts';
import { findManubot } from './manubot.ts';
import { textAt } from './readText.ts';

/** What the projects around a draft say about its bibliographies: Quarto, bookdown, MyST, Jupyter Book, Manubot, LaTeX. */
export interface DraftProject {
  /** Bibliographies, absolute, with the file that names each; they need not exist. */
  readonly named: readonly NamedFile[];
  /** By what else works are cited. */
  readonly lookup: KeyLookup;
  /** Globs, relative to the folder of any bibliography, of what a project writes: drafts and their output are no sources. */
  readonly written: readonly string[];
  /** Folders that may hold sources though no bibliography stands there. */
  readonly folders: readonly string[];
}

export interface NamedFile {
  readonly path: string;
  /** The file that names it. */
  readonly namedIn: string;
  /** As written there. */
  readonly written: string;
}

/** The project of a draft, from its own folder up to `root`; null where there is none. */
export async function findProject(draft: string, root: string | null): Promise<DraftProject | null> {
  if (draftSyntaxOf(draft) === 'latex') return findLatexProject(draft);
  const manubot = await findManubot(draft);
  if (manubot !== null) return manubot;
  const named: NamedFile[] = [];
  const top = root === null ? null : resolve(root);
  let folder = dirname(draft);
  for (let height = 0; height < MOST_HEIGHT; height++) {
    const names = await namesIn(folder);
    const found = await namedIn(folder, names);
    named.push(...found.named);
    if (found.isRoot) {
      const lookup = { ...noLookup, identifiers: names.has('myst.yml') };
      return { named, lookup, written: writtenBetween(folder, draft), folders: [] };
    }
    if (folder === top || folder === dirname(folder)) break;
    folder = dirname(folder);
  }
  return named.length === 0
    ? null
    : { named, lookup: noLookup, written: writtenBetween(dirname(draft), draft), folders: [] };
}

const MOST_HEIGHT = 12;

/** Settings that end the search: what stands above belongs to another project. */
const ROOTS = ['_quarto.yml', '_quarto.yaml', '_bookdown.yml', 'myst.yml'];
const SETTINGS = [...ROOTS, '_metadata.yml', '_metadata.yaml', '_output.yml', '_config.yml'];

async function namedIn(
  folder: string,
  names: ReadonlySet<string>,
): Promise<{ readonly named: NamedFile[]; readonly isRoot: boolean }> {
  const named: NamedFile[] = [];
  for (const name of SETTINGS) {
    if (!names.has(name)) continue;
    const stated = bibliographiesOfProject((await textAt(join(folder, name))) ?? '');
    named.push(...stated.map(({ path }) => fileNamed(folder, name, path)));
  }
  if (names.has('_bookdown.yml')) {
    // The settings of a book stand in its first chapter.
    for (const name of ['index.Rmd', 'index.rmd', 'index.qmd', 'index.md'].filter((one) => names.has(one))) {
      const bibliographies = bibliographiesNamed((await textAt(join(folder, name))) ?? '', 'markdown');
      named.push(...bibliographies.map(({ path }) => fileNamed(folder, name, path)));
    }
  }
  if (names.has('myst.yml') && named.length === 0) {
    // MyST takes all that stand beside its settings where they name none.
    named.push(
      ...[...names].filter((name) => name.endsWith('.bib')).map((name) => fileNamed(folder, 'myst.yml', name)),
    );
  }
  return { named, isRoot: ROOTS.some((name) => names.has(name)) };
}

function fileNamed(folder: string, namedIn: string, written: string): NamedFile {
  // Quarto means the project's folder by a leading slash.
  const path = existsSync(written) && isAbsolute(written) ? written : resolve(folder, written.replace(/^[/\\]+/, ''));
  return { path, namedIn: join(folder, namedIn), written };
}

async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  return new Set(await readdir(folder).catch(() => []));
}

const DRAFTS = '*.{md,markdown,qmd,rmd,Rmd,ipynb}';

/** The drafts beside the settings and beside the draft, and what is built of them. */
function writtenBetween(root: string, draft: string): string[] {
  const between = relative(root, dirname(draft)).split(sep).join('/');
  const output = ['_site', '_book', '_manuscript', '_build', '_freeze', 'output'].map((name) => `${name}/**`);
  return [DRAFTS, ...(between === '' ? [] : [`${between}/${DRAFTS}`]), ...output];
}
