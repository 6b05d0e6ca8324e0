import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Problem } from '../../shared/engine/index.ts';
import { decode } from './readText.ts';

/** What a `grounded.json` says: `{ "library": "papers" }`, or a list of folders. */
export interface GroundedJson {
  readonly path: string;
  /** Absolute paths. */
  readonly library: readonly string[];
  readonly problems: readonly Problem[];
}

/** The nearest `grounded.json` in `from` or a folder above it, no higher than `root`; null where there is none. */
export async function findGroundedJson(from: string, root: string | null): Promise<GroundedJson | null> {
  const top = root === null ? null : resolve(root);
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, 'grounded.json');
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null) return readGroundedJson(path, decode(bytes) ?? '');
    if (folder === top || folder === dirname(folder)) return null;
  }
}

function readGroundedJson(path: string, text: string): GroundedJson {
  const invalid = (message: string): GroundedJson => ({
    path,
    library: [],
    problems: [{ code: 'config-invalid', message, span: null }],
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return invalid(`grounded.json is not valid JSON (${error instanceof Error ? error.message : error}): correct it.`);
  }
  const library = typeof value === 'object' && value !== null && 'library' in value ? value.library : undefined;
  const folders = typeof library === 'string' ? [library] : library;
  if (!Array.isArray(folders) || !folders.every((folder) => typeof folder === 'string')) {
    return invalid(
      'grounded.json names no library: write { "library": ["papers"] } with folders relative to this file.',
    );
  }
  return { path, library: folders.map((folder) => resolve(dirname(path), folder)), problems: [] };
}
