import type { CellEvidence, Evidence } from './verdict.ts';

/** `"43.80/2.26" for Cockatiel-13B, Average › Acc (Table 1)`: where a cell stands, in words. */
export function placeOf(evidence: Evidence): string {
  if (evidence.kind === 'cell') return cellPlace(evidence);
  const onPage = evidence.page === null ? '' : ` on page ${evidence.page}`;
  return `“${shorten(evidence.quote)}”${onPage}${evidence.unverified ? ', which it marks as not verified' : ''}`;
}

function cellPlace(cell: CellEvidence): string {
  return `${[rowOf(cell), columnOf(cell)].filter(Boolean).join(', ')} (${tableOf(cell)})`;
}

const rowOf = ({ row }: CellEvidence): string => row.join(', ');

/** `MSR-VTT › C. [CIDEr]` */
const columnOf = ({ column, columnMeaning }: CellEvidence): string =>
  column.join(' › ') + (columnMeaning === null ? '' : ` [${columnMeaning}]`);

/** `57.8 − 52.4 = 5.4 (mPLUG-2 and Ours in MSR-VTT › B4., Table 1)`: a formula, with what its two operands are. */
function derivationOf(formula: string, operands: readonly Evidence[]): string {
  const [first, second, ...more] = operands.filter((one) => one.kind === 'cell');
  if (!first) return formula;
  if (!second || more.length > 0) return `${formula} (${tableOf(first)})`;
  const [row, column] = [rowOf(first), columnOf(first)];
  const names =
    row === rowOf(second)
      ? `${column} and ${columnOf(second)} of ${row}`
      : `${row} and ${rowOf(second)}${column === '' ? '' : ` in ${column}`}`;
  return `${formula} (${names}, ${tableOf(first)})`;
}

const tableOf = ({ table, page }: Pick<CellEvidence, 'table' | 'page'>): string =>
  page === null ? table : `${table}, page ${page}`;

/** `; Table 3 has 43.9 under the same names`: a source disagrees with itself, or says the same of another setting. */
function alsoSaid(namesake: CellEvidence | null): string {
  return namesake === null ? '' : `; ${tableOf(namesake)} has ${namesake.text} under the same names`;
}

const keys = (cited: readonly string[]): string => [...new Set(cited)].map((key) => `@${key}`).join(', ');

function shorten(quote: string): string {
  return quote.length > 140 ? `${quote.slice(0, 137).trimEnd()}…` : quote;
}

/** `namesake` is a cell of another table of the source that has another value under the same names. */
export function supportedMessage(
  text: string,
  evidence: readonly [Evidence, ...Evidence[]],
  namesake: CellEvidence | null,
): string {
  const [first] = evidence;
  if (first.derivation !== null)
    return `${text} follows from @${first.source}: ${derivationOf(first.derivation, evidence)}.`;
  return `${text} stands in @${first.source}: ${placeOf(first)}${alsoSaid(namesake)}.`;
}

export function uncitedMessage(text: string, [first]: readonly [Evidence, ...Evidence[]]): string {
  return `${text} is not cited; @${first.source} has it: ${placeOf(first)}.`;
}

export function misattributedMessage(
  text: string,
  cited: readonly string[],
  [first]: readonly [Evidence, ...Evidence[]],
): string {
  return `${text} is not in ${keys(cited)}; @${first.source} has it: ${placeOf(first)}.`;
}

export function contradictedMessage(
  text: string,
  evidence: readonly [Evidence, ...Evidence[]],
  elsewhere: readonly Evidence[],
  namesake: CellEvidence | null = null,
): string {
  const [first] = evidence;
  const said =
    first.derivation !== null
      ? derivationOf(first.derivation, evidence)
      : first.kind === 'cell'
        ? `${first.text} for ${placeOf(first)}`
        : placeOf(first);
  const instead = elsewhere[0] ? `; ${text} is the value of ${placeOf(elsewhere[0])}` : '';
  return `@${first.source} says ${said}, not ${text}${instead}${alsoSaid(namesake)}.`;
}

/** A change of the right size that is told the wrong way round. */
export function reversedMessage(evidence: readonly [Evidence, ...Evidence[]]): string {
  const [first] = evidence;
  return `@${first.source} says ${derivationOf(first.derivation ?? '', evidence)}, which is the other way round.`;
}

export function unsupportedMessage(
  text: string,
  cited: readonly string[],
  near: readonly Evidence[],
  namesake: CellEvidence | null,
): string {
  const where = cited.length > 0 ? keys(cited) : 'the library';
  const closest = near[0]
    ? `the nearest is ${near[0].text} for ${placeOf(near[0])}${alsoSaid(namesake)}`
    : 'check it, cite its source, or mark it as your own result';
  return `${text} was not found in ${where}: ${closest}.`;
}
