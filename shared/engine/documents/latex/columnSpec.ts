import { type Definitions, expand } from './macros.ts';
import { type Token, written } from './token.ts';
import { createTokenStream } from './tokenStream.ts';

/** A column as the head of a table declares it. */
export interface ColumnSpec {
  /** `decimal` for the columns of siunitx, whose cells are numbers. */
  readonly kind: 'text' | 'formula' | 'decimal';
  /** What is printed behind each of its cells: a unit. */
  readonly after: readonly Token[];
  /** What is printed between it and the next column: the point of `r@{.}l`. */
  readonly separator: readonly Token[];
}

const MOST_COLUMNS = 200;
const MOST_STEPS = 2000;
/** Arguments of the usual column letters. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  p: 'm',
  m: 'm',
  b: 'm',
  w: 'mm',
  W: 'mm',
  D: 'mmm',
  X: 'o',
  S: 'o',
  s: 'o',
  Q: 'o',
};

/** Reads `l|c@{}*{3}{S}>{$}r<{$}`, with the column types that the document defines. */
export function readColumns(tokens: readonly Token[], known: Definitions): ColumnSpec[] {
  const stream = createTokenStream(tokens);
  const columns: ColumnSpec[] = [];
  let formula = false;
  const change = (part: Partial<ColumnSpec>): void => {
    const last = columns.pop();
    if (last) columns.push({ ...last, ...part });
  };
  for (let steps = 0; steps < MOST_STEPS && columns.length < MOST_COLUMNS; steps++) {
    const letter = stream.take(/^[\s\S]/);
    if (letter === null) {
      const token = stream.next();
      if (!token) break;
      continue;
    }
    const type = known.columnTypes.get(letter);
    if (type) stream.push(expand(type, { kind: 'text', text: letter, start: 0, end: 0 }, stream));
    else if (letter === '*') {
      const count = Number.parseInt(written(stream.argument() ?? []), 10) || 0;
      const group = stream.argument() ?? [];
      for (let i = 0; i < Math.min(count, MOST_COLUMNS); i++) stream.push(group);
    } else if (letter === '@') change({ separator: stream.argument() ?? [] });
    else if (letter === '!') stream.argument();
    else if (letter === '>') formula = (stream.argument() ?? []).some(({ kind }) => kind === 'math');
    else if (letter === '<') change({ after: (stream.argument() ?? []).filter(({ kind }) => kind === 'text') });
    else if (/[A-Za-z]/.test(letter)) {
      for (const argument of ARGUMENTS[letter] ?? '') argument === 'o' ? stream.optional() : stream.argument();
      const kind = letter === 'S' ? 'decimal' : formula ? 'formula' : 'text';
      columns.push({ kind, after: [], separator: [] });
      formula = false;
    }
  }
  return columns;
}
