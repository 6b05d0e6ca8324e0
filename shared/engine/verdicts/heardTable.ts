import type { ComparisonStatement } from '../claims/comparisonStatements.ts';
import { words } from '../facts/names.ts';
import { type TableLexicon, tableLexicon } from '../facts/tableLexicon.ts';
import type { Source } from '../library.ts';
import type { Table } from '../tables/table.ts';
import { aliasesFor } from './boundTables.ts';
import { exactMentions, soundMentions } from './comparisonMentions.ts';
import { findMentions, type Mention } from './mentions.ts';

/** A table with what a statement names of it. */
export interface HeardTable {
  readonly source: Source;
  readonly tableIndex: number;
  readonly table: Table;
  readonly lexicon: TableLexicon;
  readonly mentions: readonly Mention[];
}

/**
 * The tables of a source that a statement may speak of; a cited locator leaves only its table. None where it names rows
 * that ran together with others, and no table that has such rows: what holds for all of its rows is not known.
 */
export function tablesOf(statement: ComparisonStatement, source: Source): HeardTable[] {
  const { document } = source;
  if (!document) return [];
  const aliases = aliasesFor(source);
  const located = new Set(
    statement.citations.flatMap(({ key, locator }) =>
      key === source.key && locator?.label === 'table' ? [`Table ${locator.value}`] : [],
    ),
  );
  const found = words(statement.text);
  const heard = document.tables.flatMap((table, tableIndex) => {
    if (located.size > 0 && !located.has(table.label ?? '')) return [];
    const lexicon = tableLexicon(table, aliases);
    const mentions = soundMentions(
      statement.text,
      findMentions(found, lexicon, statement.text),
      exactMentions(statement.text, found, lexicon),
    );
    return [{ source, tableIndex, table, lexicon, mentions }];
  });
  return heard.some(namesUnsureRow) ? [] : heard.filter(({ table }) => !table.rows.some(({ unsure }) => unsure));
}

const namesUnsureRow = ({ table, mentions }: HeardTable): boolean =>
  mentions.some(({ axis, places }) => axis === 'row' && places.some((row) => table.rows[row]?.unsure));
