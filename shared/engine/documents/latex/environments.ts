import { captionsOf, closeScope, openScope } from './floats.ts';
import { Run } from './run.ts';
import { skipEnvironmentArguments } from './signatures.ts';
import { hasDigits, isLines, isTable, type RawTable, readTable } from './tabular.ts';
import type { Token } from './token.ts';
import type { Typesetter } from './typesetter.ts';

/** Formulas on lines of their own, drawings, programs, the list of references: nothing in them is read. */
const SKIPPED =
  /^(?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math|dmath|IEEEeqnarray|tikzpicture|pgfpicture|axis|picture|overpic|forest|algorithm|algorithm2e|algorithmic|pseudocode|program|thebibliography|CCSXML|filecontents|lstlisting|minted|comment)\*?$/;
/** Environments that do not end the paragraph they stand in. */
const INLINE =
  /^(?:small|footnotesize|scriptsize|tiny|large|Large|normalsize|bf|it|em|CJK\*?|math|otherlanguage\*?|spacing)$/;
const DEEPEST_TABLE = 20;

/** True for environments in which nothing is read. */
export function isSkipped(environment: string): boolean {
  return SKIPPED.test(environment);
}

/** True for environments that do not end the paragraph they stand in. */
export function isInline(environment: string): boolean {
  return INLINE.test(environment);
}

export function beginEnvironment(t: Typesetter, token: Token): void {
  const name = token.text;
  if (isTable(name)) addTable(t, token);
  else if (name === 'document') beginDocument(t);
  else if (isSkipped(name) && t.stream.skipPast(endOf(name))) t.run.gap(token);
  else enter(t, token);
}

function enter(t: Typesetter, token: Token): void {
  const name = token.text;
  const captions = captionsOf(name);
  if (captions === undefined && !isInline(name)) t.body.endParagraph(t, token);
  skipEnvironmentArguments(name, t.stream);
  if (captions !== undefined) {
    if (captions === null) t.body.endParagraph(t, token);
    openScope(t, name, captions);
  } else if (name === 'abstract') addAbstract(t, token);
}

export function endEnvironment(t: Typesetter, token: Token): void {
  if (captionsOf(token.text) !== undefined) closeScope(t, token.text, token);
  else if (!isInline(token.text)) t.body.endParagraph(t, token);
}

function beginDocument(t: Typesetter): void {
  t.body.clear();
  t.body.scope = null;
  t.run = new Run();
  t.math = false;
  t.depth = 0;
}

/** Picks the `\end` that belongs to a `\begin` before. */
function endOf(name: string): (token: Token) => boolean {
  let depth = 0;
  return (token) => {
    if (token.text !== name) return false;
    if (token.kind === 'begin') depth++;
    return token.kind === 'end' && depth-- === 0;
  };
}

export function addAbstract(t: Typesetter, { start, end }: Token): void {
  const run = new Run();
  run.add('Abstract', { start, end });
  t.body.items.push({ kind: 'heading', level: 2, run });
}

function addTable(t: Typesetter, token: Token): void {
  if (t.tables >= DEEPEST_TABLE) return;
  // The captions of a long table stand in it.
  if (token.text === 'longtable') openScope(t, token.text, 'table');
  t.tables++;
  const table = readTable(t, token);
  t.tables--;
  if (isLines(table) || (t.mode !== 'prose' && !hasDigits(table, t))) setLines(t, table, token);
  else t.body.items.push({ kind: 'table', table, scope: t.body.scope });
  if (token.text === 'longtable') closeScope(t, token.text, token);
}

/** Sets a table that is but a label in several lines as the text it stands in. */
function setLines(t: Typesetter, table: RawTable, token: Token): void {
  for (const [r, row] of table.rows.entries()) {
    if (r > 0) t.run.line(token);
    for (const [c, { run }] of row.cells.entries()) {
      if (c > 0) t.run.gap(token);
      t.run.append(run);
    }
  }
}
