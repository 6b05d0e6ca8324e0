/** Rows of text under each other: the first column to the left, all others to the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map(String));
  const count = Math.max(...texts.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, c) => Math.max(...texts.map((row) => row[c]?.length ?? 0)));
  return texts
    .map((row) =>
      row.map((text, c) => (c === 0 ? text.padEnd(widths[c] ?? 0) : text.padStart(widths[c] ?? 0))).join('  '),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}

/** `12.3`, in percent; a dash for a share of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
}
