import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

export const root = process.env.GROUNDED_ROOT ?? process.cwd();
const program = join(root, 'dist', 'cli.js');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a process of its own. */
export function grounded(args: readonly string[], cwd = root): Outcome {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, XDG_CACHE_HOME: cache };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

const cache = mkdtempSync(join(tmpdir(), 'grounded-cache-'));
const folders: string[] = [cache];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with these files; removed when the tests of the file are done. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'grounded-cli-')));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A library of one paper with one table, in the folder `papers`. */
export const papers = {
  'papers/references.bib': `@article{smith2020,
  author = {Smith, Ada},
  title = {Parsing Tables of Results},
  year = {2020},
  file = {smith.md},
}
`,
  'papers/smith.md': `# Parsing Tables of Results

Ada Smith

## Results

| Model | GLUE | SQuAD |
| ----- | ---- | ----- |
| Alpha | 71.9 | 88.4  |
| Beta  | 65.3 | 90.2  |

Table 1: Accuracy of two models on two benchmarks.

The corpus of this study has 4,250 documents.
`,
};
