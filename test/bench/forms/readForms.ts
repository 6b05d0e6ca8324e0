import { statSync } from 'node:fs';
import path from 'node:path';
import { libraryFileKind, listLibraryFiles } from '../../../server/host/listFiles.ts';
import { readPackedSource } from '../../../server/host/reading/readPackedSource.ts';
import { readTextSource } from '../../../server/host/reading/readTextSource.ts';
import { numbersOf, type PlacedNumber } from './agreement.ts';

export interface Form {
  /** The extension of its file. */
  readonly form: string;
  readonly numbers: readonly PlacedNumber[];
}

const MOST_BYTES = 50_000_000;

/** The forms of the paper in a folder; where a kind of file occurs several times, the one with the most numbers. */
export async function readForms(folder: string): Promise<Form[]> {
  const forms = new Map<string, Form>();
  for (const file of await listLibraryFiles([folder], [])) {
    const numbers = await readNumbers(file, folder);
    const form = path.extname(file).slice(1);
    if (numbers.length > (forms.get(form)?.numbers.length ?? 0)) forms.set(form, { form, numbers });
  }
  return [...forms.values()];
}

async function readNumbers(file: string, root: string): Promise<PlacedNumber[]> {
  const kind = libraryFileKind(file);
  if (kind !== 'text' && kind !== 'packed') return [];
  const { mtimeMs, size } = statSync(file);
  const request = { path: file, stamp: { modified: mtimeMs, size }, maxFileSize: MOST_BYTES, root, hash: null };
  const result = await (kind === 'packed' ? readPackedSource(request) : readTextSource(request, null, null));
  return result.kind === 'read' && result.reading.kind === 'document' ? numbersOf(result.reading.document.tables) : [];
}
