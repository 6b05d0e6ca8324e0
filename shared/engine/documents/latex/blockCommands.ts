import { formatCounter, SECTION_COUNTERS } from './counters.ts';
import { addAbstract } from './environments.ts';
import { addCaption, addLabel, closeAllScopes, closeScope, openScope } from './floats.ts';
import type { Command } from './textCommands.ts';
import { type Token, written } from './token.ts';
import { tokenize } from './tokenize.ts';
import type { Typesetter } from './typesetter.ts';

/** Heading levels: the title of the work would be 1. */
const LEVELS: Readonly<Record<string, number>> = {
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  subparagraph: 6,
};

/** Commands that make the parts of a document: sections, captions, labels, counters, lists. */
export const blockCommands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...Object.keys(LEVELS).map((name): [string, Command] => [name, section]),
  ...['arabic', 'Alph', 'alph', 'Roman', 'roman'].map((name): [string, Command] => [name, printCounter]),
  ...['subfloat', 'subtable', 'subfigure', 'subcaptionbox'].map((name): [string, Command] => [name, subfloat]),
  ['caption', (t) => caption(t, null)],
  ['tabcaption', (t) => caption(t, 'table')],
  ['figcaption', (t) => caption(t, 'figure')],
  ['subcaption', (t) => caption(t, 'sub')],
  ['captionof', (t) => caption(t, written(t.stream.argument() ?? []) === 'figure' ? 'figure' : 'table')],
  ['captionsetup', captionSetup],
  ['label', (t) => addLabel(t, written(t.stream.argument() ?? []))],
  ['item', item],
  ['par', (t, token) => t.body.endParagraph(t, token)],
  ['abstract', abstract],
  ['setcounter', (t) => changeCounter(t, false)],
  ['addtocounter', (t) => changeCounter(t, true)],
  ['stepcounter', (t) => t.counters.step(written(t.stream.argument() ?? []))],
  ['refstepcounter', (t) => t.counters.step(written(t.stream.argument() ?? []))],
  ['numberwithin', numberWithin],
  ['counterwithin', numberWithin],
  ['twocolumn', twoColumns],
  ['documentclass', documentClass],
  ['multicolumn', multicolumn],
  ['thead', header],
  ['rothead', header],
  ['multirow', multirow],
  ['multirowcell', multirowcell],
  ['Block', block],
]);

function section(t: Typesetter, token: Token): void {
  const isNumbered = !t.stream.star();
  t.stream.optional();
  const run = t.argument();
  if (!run) return;
  closeAllScopes(t, token);
  t.body.endParagraph(t, token);
  t.body.items.push({ kind: 'heading', level: LEVELS[token.text] ?? 2, run });
  if (!isNumbered || !SECTION_COUNTERS.includes(token.text)) return;
  t.counters.step(token.text);
  const number = t.plain(t.set([{ ...token, text: `the${token.text}` }]));
  t.labels.set('', { name: 'Section', number });
}

function caption(t: Typesetter, kind: 'table' | 'figure' | 'sub' | null): void {
  const isNumbered = !t.stream.star();
  t.stream.optional();
  const run = t.argument();
  if (run) addCaption(t, kind, isNumbered, run);
}

/** `\subfloat[caption]{content}` and `\subcaptionbox{caption}{content}`. */
function subfloat(t: Typesetter, token: Token): void {
  const caption = token.text === 'subcaptionbox' ? t.stream.argument() : t.stream.optional();
  if (token.text === 'subcaptionbox') t.stream.optional();
  const content = t.stream.argument('long');
  openScope(t, token.text, 'sub');
  if (caption) addCaption(t, 'sub', true, t.set(caption));
  if (content) t.process(content);
  closeScope(t, token.text, token);
}

/** `\captionsetup{type=table}` says what the next caption is of. */
function captionSetup(t: Typesetter): void {
  t.stream.optional();
  const type = /\btype\*?=(table|figure)/.exec(written(t.stream.argument() ?? []))?.[1];
  const body = [{ kind: 'text' as const, text: type ?? '', start: 0, end: 0 }];
  if (type) t.expander.known.macros.set('@captype', { parameters: [], body });
}

function item(t: Typesetter, token: Token): void {
  t.body.endParagraph(t, token);
  const label = t.stream.optional();
  if (label) t.process(label);
  if (label) t.run.gap(token);
}

function abstract(t: Typesetter, token: Token): void {
  const content = t.stream.argument('long');
  addAbstract(t, token);
  if (content) t.process(content);
  t.body.endParagraph(t, token);
}

function changeCounter(t: Typesetter, adds: boolean): void {
  const name = written(t.stream.argument() ?? []);
  const by = t.argument();
  const value = by ? Number.parseInt(t.plain(by), 10) : 0;
  if (!Number.isNaN(value)) t.counters.set(name, (adds ? t.counters.get(name) : 0) + value);
}

function printCounter(t: Typesetter, token: Token): void {
  const name = written(t.stream.argument() ?? []);
  t.run.add(formatCounter(token.text, t.counters.get(name)), token);
}

function numberWithin(t: Typesetter): void {
  t.stream.optional();
  const name = written(t.stream.argument() ?? []);
  const outer = written(t.stream.argument() ?? []);
  t.counters.within(name, outer);
  t.process(tokenize(`\\def\\the${name}{\\the${outer}.\\arabic{${name}}}`, 0, 'document'));
}

/** `\twocolumn[…]` sets the head of the page across its columns. */
function twoColumns(t: Typesetter): void {
  const head = t.stream.optional();
  if (head) t.process(head);
}

/** Tables of the IEEE are numbered in Roman numerals. */
function documentClass(t: Typesetter): void {
  t.stream.optional();
  const name = written(t.stream.argument() ?? []);
  if (name !== 'IEEEtran') return;
  t.process(tokenize('\\def\\thetable{\\Roman{table}}', 0, 'document'));
}

function header(t: Typesetter): void {
  t.stream.optional();
  if (t.cell) t.cell.header = true;
}

function multicolumn(t: Typesetter): void {
  const columns = count(t);
  t.stream.argument();
  if (!t.cell) return;
  t.cell.columns = Math.max(1, columns);
  t.cell.covers = 'left out';
  t.math = false;
}

/** `\multirow[t]{2}[0]{*}[0pt]{…}`: the text that follows is read as the cell's. */
function multirow(t: Typesetter): void {
  t.stream.optional();
  const rows = count(t);
  t.stream.optional();
  t.stream.argument();
  t.stream.optional();
  if (t.cell) t.cell.rows = rows;
}

function multirowcell(t: Typesetter): void {
  const rows = count(t);
  t.stream.optional();
  t.stream.optional();
  if (t.cell) t.cell.rows = rows;
}

/** `\Block{2-3}{…}` of nicematrix, whose covered cells are written, empty. */
function block(t: Typesetter): void {
  t.stream.optional();
  const [, rows, columns] = /^(\d+)-(\d+)$/.exec(written(t.stream.argument() ?? [])) ?? [];
  t.stream.optional();
  if (!t.cell) return;
  t.cell.rows = Number(rows ?? 1);
  t.cell.columns = Number(columns ?? 1);
}

function count(t: Typesetter): number {
  const text = t.argument();
  return (text && Math.round(Number.parseFloat(t.plain(text)))) || 1;
}
