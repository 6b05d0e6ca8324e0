import type { CiteKey, DocumentId, SourceDocument, Table } from '../../../shared/engine/index.ts';

/** A source with its tables, as the command prints them. */
export interface DocumentTables {
  readonly id: DocumentId;
  /** As the caller would write it. */
  readonly path: string;
  readonly source: CiteKey | null;
  readonly document: SourceDocument;
}

/** Header line and rows of texts; a value stands under each column it belongs to, and `(?)` behind a doubtful name. */
export function gridOf(table: Table): string[][] {
  const stubs = stubsOf(table);
  const head = [...Array<string>(stubs).fill(''), ...table.columns.map((_, index) => headerOf(table, index))];
  const rows = table.rows.map((row) => {
    const values = Array<string>(table.columns.length).fill('');
    for (const cell of row.cells)
      for (const { quantity, column } of cell.values)
        values[column] = values[column] ? `${values[column]} ${quantity.text}` : quantity.text;
    const labels = row.header.map(({ text }) => text);
    if (row.unsure) labels.push(`${labels.pop() ?? ''} (?)`.trimStart());
    return [...labels, ...Array<string>(stubs - labels.length).fill(''), ...values];
  });
  return [head, ...rows];
}

export function stubsOf(table: Table): number {
  return Math.max(1, ...table.rows.map(({ header }) => header.length));
}

export function headerOf(table: Table, column: number): string {
  return (table.columns[column]?.header ?? []).map(({ text }) => text).join(' › ');
}
