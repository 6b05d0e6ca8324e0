import { statSync } from 'node:fs';
import path from 'node:path';
import { libraryFileKind, listLibraryFiles } from '../../../server/host/listFiles.ts';
import { readPackedSource } from '../../../server/host/reading/readPackedSource.ts';
import { readTextSource } from '../../../server/host/reading/readTextSource.ts';
import type { Table, TableRow } from '../../../shared/engine/tables/table.ts';
import { numbersOf, type PlacedNumber } from './agreement.ts';

export interface Form {
  /** The extension of its file. */
  readonly form: string;
  readonly numbers: readonly PlacedNumber[];
  /** How many more numbers there are of which the reader says that it does not know their row. */
  readonly unplaced: number;
}

const MOST_BYTES = 50_000_000;

/** The forms of the paper in a folder; where a kind of file occurs several times, the one with the most numbers. */
export async function readForms(folder: string): Promise<Form[]> {
  const forms = new Map<string, Form>();
  for (const file of await listLibraryFiles([folder], [])) {
    const tables = await readTables(file, folder);
    const form = path.extname(file).slice(1);
    const numbers = numbersOf(tables);
    const unplaced = tables.flatMap(({ rows }) => rows).reduce((sum, row) => sum + (row.unsure ? countIn(row) : 0), 0);
    const most = forms.get(form);
    if (numbers.length + unplaced > (most ? most.numbers.length + most.unplaced : 0))
      forms.set(form, { form, numbers, unplaced });
  }
  return [...forms.values()];
}

const countIn = ({ cells }: TableRow): number => cells.reduce((sum, { values }) => sum + values.length, 0);

async function readTables(file: string, root: string): Promise<readonly Table[]> {
  const kind = libraryFileKind(file);
  if (kind !== 'text' && kind !== 'packed') return [];
  const { mtimeMs, size } = statSync(file);
  const request = { path: file, stamp: { modified: mtimeMs, size }, maxFileSize: MOST_BYTES, root, hash: null };
  const result = await (kind === 'packed' ? readPackedSource(request) : readTextSource(request, null, null));
  return result.kind === 'read' && result.reading.kind === 'document' ? result.reading.document.tables : [];
}
