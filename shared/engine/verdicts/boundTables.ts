import type { Statement } from '../claims/findClaims.ts';
import { aliasesOf } from '../facts/aliases.ts';
import { quantityFor } from '../facts/headerScale.ts';
import { words } from '../facts/names.ts';
import { valuesOf } from '../facts/placedValues.ts';
import { tableLexicon } from '../facts/tableLexicon.ts';
import type { Source } from '../library.ts';
import { bind, scoreOf } from './binding.ts';
import { agreement } from './compare.ts';
import type { BoundTable, Scored, Stated } from './finding.ts';
import { findMentions, type Mention, WHOLE, wholeRows } from './mentions.ts';
import { withExtremes } from './superlatives.ts';
import { createUtterance, type Figure, type Utterance } from './utterance.ts';

export function utteranceOf(statement: Statement): Utterance {
  return createUtterance(
    statement.text,
    statement.candidates.map((candidate) => candidate.quantity),
    statement.around,
  );
}

/** The tables of a source that a statement may speak of, bound to its words; a cited locator leaves only its table. */
export function boundTables(statement: Statement, utterance: Utterance, source: Source): BoundTable[] {
  const { document } = source;
  if (!document) return [];
  const aliases = aliasesFor(source);
  const locators = new Set(
    statement.candidates.flatMap(({ cited, citations }) =>
      // The locator of another sentence of the paragraph says nothing of this one.
      (cited === 'paragraph' && statement.place === 'sentence' ? [] : citations).flatMap(({ key, locator }) =>
        key === source.key && locator?.label === 'table' ? [locator.value] : [],
      ),
    ),
  );
  const named = document.tables.map((table) => locators.has(table.label?.replace(/^Table\s+/, '') ?? ''));
  const around = words(statement.around);
  const before = words(statement.before);
  return document.tables.flatMap((table, tableIndex) => {
    if (named.includes(true) && !named[tableIndex]) return [];
    const lexicon = tableLexicon(table, aliases);
    const outer = [
      ...weighed(findMentions(before, lexicon, statement.before).filter(isSubject), BEFORE),
      ...weighed(findMentions(around, lexicon, statement.around), AROUND),
    ];
    return [{ source, tableIndex, binding: withExtremes(bind(utterance, table, lexicon, outer), utterance) }];
  });
}

/** How much the heading, and the sentence that a pronoun points back to, count beside the statement's own words. */
const AROUND = 0.35;
const BEFORE = 0.95;
/** A subject stands at the start of its sentence. */
const SUBJECT_REACH = 40;

const weighed = (mentions: readonly Mention[], weight: number): Mention[] =>
  mentions.map((mention) => ({ ...mention, strength: mention.strength * weight }));

/** What a pronoun can point back to: columns, and a row where no other row is named. */
function isSubject(mention: Mention, _: number, all: readonly Mention[]): boolean {
  if (mention.axis === 'column') return true;
  const rows = wholeRows(all);
  return (
    new Set(rows.map(({ start }) => start)).size === 1 && mention.strength >= WHOLE && mention.start < SUBJECT_REACH
  );
}

const aliasCache = new WeakMap<object, (label: string) => readonly string[]>();

/** Other spellings of a source's labels, read once. */
export function aliasesFor(source: Source): (label: string) => readonly string[] {
  const { document } = source;
  if (!document) return () => [];
  const known = aliasCache.get(document) ?? aliasesOf(document);
  aliasCache.set(document, known);
  return known;
}

/** Where some tables state a figure. */
export function statedBy(tables: readonly BoundTable[], f: number, figure: Figure): Stated {
  const cells: Scored[] = [];
  let best = 0;
  for (const bound of tables)
    for (const placed of valuesOf(bound.binding.table)) {
      const score = scoreOf(bound.binding, f, placed);
      best = Math.max(best, score);
      if (agreement(figure.quantity, quantityFor(figure.quantity, placed), figure.hedge) !== null)
        cells.push({ bound, placed, score });
    }
  return { cells: cells.sort((a, b) => b.score - a.score), best };
}
