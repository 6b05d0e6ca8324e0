import { isNumeric, type ReadCell } from './readCells.ts';

/** Numbers that differ by no more than this factor may be results of one kind. */
const SAME_SIZE = 4;

/** The numbers of a cell that nothing but a space parts, each with what belongs to it: `46.9 (+0.4)`, `81.2 ± 0.3`. */
export function cellParts({ text, values }: ReadCell): readonly string[] {
  if (values.length < 2) return [text];
  const parts = text.split(/(?<=[\d)%*†‡\]])\s+(?=[+-]?\d)/);
  return parts.every(isWhole) && !parts.some((part, i) => endsThousands(part, parts[i - 1])) ? parts : [text];
}

/** True where no bracket of a part is left open. */
const isWhole = (part: string): boolean => part.split(/[([]/).length === part.split(/[)\]]/).length;

/** A space may part thousands. */
const endsThousands = (part: string, before = ''): boolean =>
  /^\d{3}(?!\d|\.\d)/.test(part) && /^\d{1,3}$/.test(before);

/** True for a cell of several numbers that may be results of one kind: 85.07 and 0.26 are one and its deviation. */
export function isCrowded(cell: ReadCell): boolean {
  const parts = isNumeric(cell) ? cellParts(cell) : [];
  if (parts.length < 2) return false;
  const [first, ...others] = cell.values.filter((_, i) => cell.roles[i] === undefined);
  const size = Math.abs(first?.value ?? 0);
  return others.some(
    ({ value, decimals }) =>
      decimals === first?.decimals && Math.abs(value) <= size * SAME_SIZE && size <= Math.abs(value) * SAME_SIZE,
  );
}
