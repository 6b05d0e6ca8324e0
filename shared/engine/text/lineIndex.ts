/** A zero-based line and a UTF-16 column on it, as the Language Server Protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts between offsets and positions of one text; LF, CRLF and CR each end a line. */
export interface LineIndex {
  /** The position of an offset; one beyond the text is taken for its end. */
  positionAt(offset: number): Position;
  /** The offset of a position; a column beyond its line is taken for the line's end. */
  offsetAt(position: Position): number;
}

export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const startOf = (line: number): number => starts[line] ?? text.length;
  return {
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: at - startOf(low) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      let end = startOf(line + 1);
      if (line + 1 < starts.length) while (end > startOf(line) && '\r\n'.includes(text.charAt(end - 1))) end--;
      return Math.min(startOf(line) + Math.max(0, character), end);
    },
  };
}
