import { meaningOf } from '../documents/meaningOf.ts';
import { placeOf } from '../documents/origin.ts';
import { isUnsure, type PlacedValue } from '../facts/placedValues.ts';
import type { Source } from '../library.ts';
import type { Label } from '../tables/table.ts';
import type { Span } from '../text/span.ts';
import type { ProseMatch } from './proseMatch.ts';
import type { CellEvidence, DocumentId, PassageEvidence } from './verdict.ts';

const texts = (labels: readonly Label[]): string[] => labels.map((label) => label.text);

/** A cell as evidence; `derivation` is the formula it is an operand of. */
export function cellEvidence(
  source: Source,
  tableIndex: number,
  placed: PlacedValue,
  derivation: string | null = null,
): CellEvidence {
  const { table, row, value, cell } = placed;
  const column = texts(table.columns[value.column]?.header ?? []);
  return {
    kind: 'cell',
    source: source.key,
    document: source.id as DocumentId,
    span: cell.span,
    page: pageOf(source, cell.span),
    derivation,
    tableIndex,
    rowIndex: row,
    columnIndex: value.column,
    table: table.label ?? `${ordinal(tableIndex + 1)} table`,
    row: isUnsure(placed) ? [] : texts(table.rows[row]?.header ?? []),
    column,
    columnMeaning: source.document && meaningOf(column.at(-1) ?? '', source.document),
    text: cell.text,
  };
}

/** A sentence of a source as evidence. */
export function passageEvidence(source: Source, match: ProseMatch): PassageEvidence {
  const { passage, quantity } = match.fact;
  return {
    kind: 'passage',
    source: source.key,
    document: source.id as DocumentId,
    span: passage.span,
    page: pageOf(source, passage.span),
    derivation: null,
    quote: passage.text,
    unverified: passage.standing === 'unverified',
    text: quantity.text,
  };
}

function pageOf({ document }: Source, span: Span): number | null {
  const place = document && placeOf(document.origin, span);
  return place?.kind === 'page' ? place.page : null;
}

/** `1st`, `2nd`, `3rd`, `11th`: how a table that carries no name is told from the others. */
function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}
