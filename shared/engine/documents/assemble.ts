import type { Problem } from '../problem.ts';
import type { Table } from '../tables/table.ts';
import { sentenceSpans } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { oneLine } from '../text/whiteSpace.ts';
import { readAbbreviations } from './abbreviations.ts';
import type { Blocks, GridBlock, TextBlock } from './blocks.ts';
import { isCaption, isTableLabel } from './captions.ts';
import type { Passage, SourceDocument } from './document.ts';
import { documentTables } from './documentTables.ts';
import { readMetadata } from './metadata.ts';
import { ownName } from './ownName.ts';
import { isReferences } from './sectionNames.ts';

/** Turns the blocks of any reader into a document: sections, tables with captions, sentences, short names. */
export function assemble({ mapped, blocks, metadata, origin, problems: met = [] }: Blocks): SourceDocument {
  const tablesByBlock = documentTables(blocks, origin?.kind !== 'pages');
  const tables: Table[] = [];
  const passages: Passage[] = [];
  let section: readonly string[] = [];
  let levels: number[] = [];
  let inReferences = false;
  for (const block of blocks) {
    if (block.kind === 'grid') {
      const table = tablesByBlock.get(block);
      if (table) tables.push({ ...table, section });
      passages.push(...statements(block, section));
      continue;
    }
    if (block.kind === 'heading' && !isTableLabel(block.text)) {
      const title = oneLine(block.text);
      const depth = levels.filter((level) => level < block.level).length;
      section = [...section.slice(0, depth), title];
      levels = [...levels.slice(0, depth), block.level];
      inReferences = isReferences(title);
      passages.push(passage(block.text, block.start, mapped.toSource, section, 'heading'));
    } else if (!inReferences) passages.push(...sentences(block, section, mapped.toSource));
  }
  const problems: Problem[] = [...met];
  if (tables.length === 0 && passages.length === 0 && met.length === 0)
    problems.push({
      code: 'source-empty',
      message: 'No text was found in this file. Check that it is the document you meant.',
      span: null,
    });
  for (const table of tables)
    for (const message of table.unclear)
      problems.push({ code: 'table-unclear', message: `${table.label ?? 'A table'}: ${message}`, span: table.span });
  return {
    metadata: readMetadata(blocks, metadata),
    tables,
    passages,
    abbreviations: shortNames(tables, passages),
    problems,
    origin: origin ?? { kind: 'file' },
  };
}

/** Short names that sentences, captions and notes define, and the name that "Ours" stands for. */
function shortNames(tables: readonly Table[], passages: readonly Passage[]): Map<string, string> {
  const sentences = passages.map(({ text }) => text);
  const beside = tables.flatMap(({ caption, notes = [] }) => [caption, ...notes]);
  const names = readAbbreviations([...sentences, ...beside].join('\n'));
  const own = ownName(tables, [...beside, ...sentences]);
  return own === null ? names : names.set('Ours', own);
}

type ToSource = (span: Span) => Span;

function sentences(block: TextBlock, section: readonly string[], toSource: ToSource): Passage[] {
  const kind = isCaption(block.text) || /^\s*(?:Figure|Fig\.)\s*\d/.test(block.text) ? 'caption' : 'sentence';
  return sentenceSpans(block.text, 0)
    .map((span) => passage(block.text.slice(span.start, span.end), block.start + span.start, toSource, section, kind))
    .filter((one) => one.text !== '');
}

function passage(
  text: string,
  start: number,
  toSource: ToSource,
  section: readonly string[],
  kind: Passage['kind'],
): Passage {
  const lead = text.length - text.trimStart().length;
  const span = toSource({ start: start + lead, end: start + text.trimEnd().length });
  return { text: oneLine(text), span, section, kind, standing: null };
}

/** The statements that a report lists in a table, with what its other columns say of them. */
function statements(block: GridBlock, section: readonly string[]): Passage[] {
  const [header, ...rows] = block.grid.rows;
  const verified =
    header?.findIndex((cell) => /^(?:verified|verification|supported|checked|status)\b/i.test(cell.text)) ?? -1;
  const found: Passage[] = [];
  for (const row of rows)
    row.forEach((cell, c) => {
      if (!cell.text.includes(' ') || cell.text.split(' ').length < 5 || c === verified || cell === row[c - 1]) return;
      const mark = verified < 0 ? '' : (row[verified]?.text ?? '');
      const standing = /^(?:✓|✔|☑|yes|true|verified|supported)/i.test(mark)
        ? 'verified'
        : /^(?:✗|✘|×|x\b|no|false|un|not)/i.test(mark)
          ? 'unverified'
          : null;
      found.push({ text: cell.text, span: cell.span, section, kind: 'sentence', standing });
    });
  return found;
}
