import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { noLookup, readCitationTags, readTagTable } from '../../shared/engine/index.ts';
import type { DraftProject } from './projects.ts';
import { textAt } from './readText.ts';

/**
 * The project of a manuscript in Manubot's layout: numbered Markdown files in one folder, with references that are
 * written by hand and tags beside them, and what Manubot looked up in the folder `output`. Null for other drafts.
 */
export async function findManubot(draft: string): Promise<DraftProject | null> {
  const folder = dirname(draft);
  const names: readonly string[] = await readdir(folder).catch(() => []);
  const manual = names.filter((name) => /^manual-references.*\.(?:json|ya?ml|bib|ris)$/i.test(name));
  const chapters = names.filter((name) => /^\d+.*\.md$/i.test(name));
  const isManubot =
    manual.length > 0 ||
    names.includes('citation-tags.tsv') ||
    (names.includes('metadata.yaml') && chapters.length > 0);
  if (!isManubot) return null;
  const lookedUp = [join(folder, '..', 'output', 'references.json'), join(folder, 'output', 'references.json')];
  const there = await Promise.all(lookedUp.map(async (path) => ((await textAt(path)) === null ? [] : [path])));
  const table = await textAt(join(folder, 'citation-tags.tsv'));
  const texts = await Promise.all(chapters.map((name) => textAt(join(folder, name))));
  const tags = new Map([...texts.flatMap((text) => [...readCitationTags(text ?? '')]), ...readTagTable(table ?? '')]);
  return {
    named: [...manual.sort().map((name) => join(folder, name)), ...there.flat()].map((path) => ({
      path,
      namedIn: folder,
      written: path,
    })),
    lookup: { ...noLookup, tags, identifiers: true },
    written: ['*.md', 'output/**'],
    folders: [folder],
  };
}
