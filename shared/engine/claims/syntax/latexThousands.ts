import type { ExpandedPiece } from './latexMacros.ts';

/** Puts a comma where markup separates thousands, `12{,}426` or `12\,426`, as a macro would print one. */
export function withThousands(pieces: readonly ExpandedPiece[]): ExpandedPiece[] {
  return pieces.flatMap((piece) => (piece.isCopy ? cutAtSeparators(piece) : [piece]));
}

function cutAtSeparators({ text, source: { start } }: ExpandedPiece): ExpandedPiece[] {
  const pieces: ExpandedPiece[] = [];
  let at = 0;
  const copyTo = (end: number): void => {
    if (at < end)
      pieces.push({ text: text.slice(at, end), source: { start: start + at, end: start + end }, isCopy: true });
    at = end;
  };
  for (const { 0: mark, index } of text.matchAll(separator)) {
    copyTo(index);
    at = index + mark.length;
    pieces.push({ text: ',', source: { start: start + index, end: start + at }, isCopy: false });
  }
  copyTo(text.length);
  return pieces;
}

const separator = /(?<=\d)(?:\{,\}|\\,)(?=\d{3}(?!\d))/g;
