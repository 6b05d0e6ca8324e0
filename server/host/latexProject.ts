import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { bibliographiesNamed, noLookup } from '../../shared/engine/index.ts';
import type { DraftProject } from './projects.ts';
import { textAt } from './readText.ts';

/** The project of a chapter in LaTeX: what its main file names. Null for a main file itself, and where none is found. */
export async function findLatexProject(draft: string): Promise<DraftProject | null> {
  const text = await textAt(draft);
  const main = text === null ? null : await mainFileOf(draft, text);
  const mainText = main === null ? null : await textAt(main);
  if (main === null || mainText === null) return null;
  const named = bibliographiesNamed(mainText, 'latex').map(({ path: written }) => ({
    path: resolve(dirname(main), written),
    namedIn: main,
    written,
  }));
  if (named.length === 0) return null;
  const missing = named.filter(({ path }) => !existsSync(path));
  const list = missing.length === 0 ? null : listBeside(main);
  return {
    named:
      list === null
        ? named
        : [...named.filter((one) => !missing.includes(one)), { path: list, namedIn: main, written: basename(list) }],
    lookup: noLookup,
    written: [],
    folders: [],
  };
}

/** The reference list that BibTeX or biber wrote for a LaTeX document: what there is where its bibliography is not. */
export function listBeside(document: string): string | null {
  const list = document.replace(/\.(?:tex|ltx)$/i, '.bbl');
  return list !== document && existsSync(list) ? list : null;
}

/** The document that includes a chapter; null for a document itself, and where none is found. */
export async function mainFileOf(draft: string, text: string): Promise<string | null> {
  const said = named.map((pattern) => pattern.exec(text)?.[1]?.trim()).find((name) => name !== undefined);
  if (said !== undefined) return resolve(dirname(draft), /\.tex$/i.test(said) ? said : `${said}.tex`);
  if (text.includes('\\begin{document}')) return null;
  let folder = dirname(draft);
  for (let height = 0; height < MOST_HEIGHT; height++) {
    const main = await mainFileIn(folder, draft);
    if (main !== null) return main;
    folder = dirname(folder);
  }
  return null;
}

/** How a chapter names its main file: for editors, and for the package `subfiles`. */
const named: readonly RegExp[] = [
  /^[ \t]*%[ \t]*![ \t]*TeX[ \t]+root[ \t]*=[ \t]*(.+)$/im,
  /^[ \t]*\\documentclass[ \t]*\[([^\]]*)\][ \t]*\{subfiles\}/m,
];

const MOST_HEIGHT = 3;
/** A folder with more of them is no project. */
const MOST_FILES = 200;

/** The document of a folder that includes the chapter by its path, at once or by way of other chapters. */
async function mainFileIn(folder: string, draft: string): Promise<string | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.tex$/i.test(name)).sort();
  const chapter = withoutExtension(relative(folder, draft).split(sep).join('/'));
  for (const name of names.slice(0, MOST_FILES)) {
    const path = join(folder, name);
    const text = path === draft ? null : await textAt(path);
    if (text?.includes('\\begin{document}') && (await includesAll(folder, text)).has(chapter)) return path;
  }
  return null;
}

/** All that a document includes: what chapters include is named from the folder of the main file, too. */
async function includesAll(folder: string, text: string): Promise<ReadonlySet<string>> {
  const all = new Set(includedIn(text));
  for (const chapter of all) {
    if (all.size > MOST_FILES) break;
    for (const name of includedIn((await textAt(join(folder, `${chapter}.tex`))) ?? '')) all.add(name);
  }
  return all;
}

function includedIn(text: string): string[] {
  const including = /^[^%\n]*?\\(?:input|include|subfile|subfileinclude|InputIfFileExists)[ \t]*\{([^{}]+)\}/gm;
  return [...text.matchAll(including)].map(([, path = '']) => withoutExtension(path.trim().replace(/^\.\//, '')));
}

function withoutExtension(path: string): string {
  return path.replace(/\.tex$/i, '');
}
