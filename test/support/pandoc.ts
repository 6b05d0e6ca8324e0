import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One citation as `mode key`, with the number of the group it stands in; those of notes apart. */
export interface Cited {
  readonly text: readonly string[];
  readonly notes: readonly string[];
}

/** The version of the installed Pandoc, or null where there is none. */
export function pandocVersion(): string | null {
  const { status, stdout } = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  return status === 0 ? (/[\d.]+/.exec(stdout)?.[0] ?? null) : null;
}

/** What Pandoc cites in each document; all are read by one process. */
export function citedByPandoc(documents: readonly string[]): Cited[] {
  const folder = mkdtempSync(join(tmpdir(), 'grounded-pandoc-'));
  try {
    const end = 'ENDOFDOCUMENT';
    writeFileSync(join(folder, 'end.md'), `${end}\n`);
    const names = documents.flatMap((document, index) => {
      writeFileSync(join(folder, `${index}.md`), document);
      return [`${index}.md`, 'end.md'];
    });
    const { stdout, stderr } = spawnSync('pandoc', ['--file-scope', '-f', 'markdown', '-t', 'json', ...names], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    if (stdout === '') throw new Error(stderr);
    const { blocks } = JSON.parse(stdout) as { blocks: unknown[] };
    const result: Cited[] = [];
    let some: unknown[] = [];
    for (const block of blocks) {
      if (JSON.stringify(block).startsWith(`{"t":"Para","c":[{"t":"Str","c":"${end}"`)) {
        result.push(citedIn(some));
        some = [];
      } else some.push(block);
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Element {
  readonly t: string;
  readonly c: unknown;
}

interface PandocCitation {
  readonly citationId: string;
  readonly citationPrefix: unknown;
  readonly citationSuffix: unknown;
  readonly citationMode: { readonly t: 'NormalCitation' | 'SuppressAuthor' | 'AuthorInText' };
}

const modes = { NormalCitation: 'parenthetical', SuppressAuthor: 'year-only', AuthorInText: 'narrative' } as const;

function citedIn(blocks: readonly unknown[]): Cited {
  const text: string[] = [];
  const notes: string[] = [];
  let groups = 0;

  function walk(node: unknown, into: string[], outer: number | null): void {
    if (Array.isArray(node)) for (const child of node) walk(child, into, outer);
    if (node === null || typeof node !== 'object' || !('t' in node)) return;
    const { t, c } = node as Element;
    if (t === 'Cite') {
      const [citations] = c as [PandocCitation[]];
      // A key that stands among the words of a group is read as one of the group.
      const isLoose = citations[0]?.citationMode.t === 'AuthorInText' && outer !== null;
      const group = isLoose ? outer : ++groups;
      for (const { citationId, citationPrefix, citationSuffix, citationMode } of citations) {
        walk(citationPrefix, into, group);
        into.push(`${group} ${modes[citationMode.t]} ${citationId}`);
        walk(citationSuffix, into, group);
      }
    } else if (t === 'Note') walk(c, notes, null);
    else if (t === 'Table') {
      const [attributes, caption, ...rest] = c as unknown[];
      void attributes;
      walk(rest, into, outer);
      walk(caption, into, outer);
    } else walk(c, into, outer);
  }

  walk(blocks, text, null);
  return { text: numbered(text), notes: numbered(byKey(notes)) };
}

/** Notes stand where they are written or where they are referred to: their keys are put in an order that both share. */
export function byKey(citations: readonly string[]): string[] {
  const keyOf = (citation: string): string => citation.slice(citation.lastIndexOf(' '));
  return citations.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The same with groups numbered in the order of their first citations. */
export function numbered(citations: readonly string[]): string[] {
  const known = new Map<string, number>();
  return citations.map((citation) => {
    const [group = '', ...rest] = citation.split(' ');
    const number = known.get(group) ?? known.size + 1;
    known.set(group, number);
    return [number, ...rest].join(' ');
  });
}
