import { accents, dingbat } from '../../text/texSymbols.ts';
import { setScript } from './scripts.ts';
import { formatNumber, formatUnit } from './siunitx.ts';
import { type Token, written } from './token.ts';
import { addNote, mark, type Typesetter } from './typesetter.ts';

export type Command = (t: Typesetter, token: Token) => void;

/** Commands that print something within a line. */
export const textCommands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...Object.entries(accents).map(([name, sign]): [string, Command] => [name, (t, token) => accent(t, token, sign)]),
  ...['ref', 'subref', 'vref', 'labelcref'].map((name): [string, Command] => [
    name,
    (t, token) => refer(t, token, false),
  ]),
  ...['autoref', 'cref', 'Cref', 'fullref'].map((name): [string, Command] => [
    name,
    (t, token) => refer(t, token, true),
  ]),
  ...['eqref', 'pageref', 'nameref'].map((name): [string, Command] => [name, (t) => void t.stream.argument()]),
  ...['footnote', 'footnotetext', 'tablefootnote', 'sidenote'].map((name): [string, Command] => [name, footnote]),
  ...['frac', 'dfrac', 'tfrac', 'nicefrac', 'sfrac'].map((name): [string, Command] => [name, fraction]),
  ...['diagbox', 'backslashbox', 'slashbox'].map((name): [string, Command] => [name, fraction]),
  ...['newline', 'linebreak', '\\'].map((name): [string, Command] => [name, breakLine]),
  ...['textbf', 'bf', 'bfseries', 'mathbf', 'bm', 'boldsymbol'].map((name): [string, Command] => [
    name,
    (t) => mark(t.cell, 'bold'),
  ]),
  ...['underline', 'uline', 'ul'].map((name): [string, Command] => [name, (t) => mark(t.cell, 'underline')]),
  ...['tnote', 'footnotemark'].map((name): [string, Command] => [name, footnoteMark]),
  ['textsuperscript', (t, token) => script(t, token, 'superscript')],
  ['textsubscript', (t, token) => script(t, token, 'subscript')],
  ['ensuremath', ensureMath],
  ['(', (t) => startFormula(t, true)],
  [')', (t) => startFormula(t, false)],
  ['[', display],
  ['xspace', space],
  ['onedot', (t, token) => (t.stream.peek()?.text.startsWith('.') ? undefined : t.run.add('.', token))],
  ['ding', (t, token) => t.run.add(dingbat(Number.parseInt(written(t.stream.argument() ?? []), 10)), token)],
  ['num', (t, token) => quantity(t, token, 'n')],
  ['si', (t, token) => quantity(t, token, 'u')],
  ['unit', (t, token) => quantity(t, token, 'u')],
  ['SI', (t, token) => quantity(t, token, 'nu')],
  ['qty', (t, token) => quantity(t, token, 'nu')],
  ['ang', (t, token) => quantity(t, token, 'n°')],
  ['numrange', (t, token) => quantity(t, token, 'n–n')],
  ['SIrange', (t, token) => quantity(t, token, 'n–nu')],
  ['qtyrange', (t, token) => quantity(t, token, 'n–nu')],
]);

/** Removes a citation; where nothing else names a row, its key does. */
export function cite(t: Typesetter, token: Token): void {
  t.stream.star();
  while (t.stream.optional());
  const keys = written(t.stream.argument() ?? []);
  t.run.gap(token);
  t.run.fallback ??= { kind: 'citation', text: keys, place: token };
}

/** `\xspace` sets no space before a group, a tie or punctuation: `\net-50` prints `Net-50`. */
function space(t: Typesetter, token: Token): void {
  const next = t.stream.peek();
  if (next?.kind !== 'open' && !/^[-/'.,:;!?)~]/.test(next?.text ?? '')) t.run.gap(token);
}

function accent(t: Typesetter, token: Token, sign: string): void {
  const base = t.argument();
  if (!base) return;
  const text = t.plain(base).replace('ı', 'i').replace('ȷ', 'j');
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  const end = base.pieces.at(-1)?.end ?? token.end;
  if (text !== '') t.run.add((first + sign).normalize('NFC') + text.slice(first.length), { start: token.start, end });
}

function refer(t: Typesetter, token: Token, isNamed: boolean): void {
  t.stream.star();
  const labels = written(t.stream.argument() ?? []).split(',');
  for (const [i, label] of labels.entries()) {
    if (i > 0) t.run.add(', ', token);
    t.run.reference({ label: label.trim(), isNamed: isNamed && i === 0 }, token);
  }
}

function footnote(t: Typesetter): void {
  t.stream.optional();
  const text = t.argument();
  if (text) t.body.addAside(text);
}

function footnoteMark(t: Typesetter, token: Token): void {
  const sign = token.text === 'tnote' ? t.stream.argument() : t.stream.optional();
  if (sign) addNote(t.cell, written(sign));
}

function fraction(t: Typesetter, token: Token): void {
  t.stream.optional();
  const [above, below] = [t.argument(), t.argument()];
  if (above) t.run.append(above);
  t.run.add('/', token);
  if (below) t.run.append(below);
}

function script(t: Typesetter, token: Token, kind: 'superscript' | 'subscript'): void {
  t.isMathEmpty = true;
  setScript(t, { ...token, kind });
}

function breakLine(t: Typesetter, token: Token): void {
  t.stream.star();
  t.stream.optional();
  if (t.mode === 'cell') t.run.line(token);
  else t.run.add(' ', token);
}

function ensureMath(t: Typesetter): void {
  const content = t.stream.argument() ?? [];
  const { math } = t;
  startFormula(t, true);
  t.process(content);
  t.math = math;
}

function startFormula(t: Typesetter, math: boolean): void {
  t.math = math;
  t.isMathEmpty = true;
}

function display(t: Typesetter, token: Token): void {
  t.stream.skipPast((one) => one.kind === 'command' && one.text === ']');
  t.run.gap(token);
}

/** Numbers and units of siunitx: `n` a number, `u` a unit, anything else as it is. */
function quantity(t: Typesetter, token: Token, form: string): void {
  t.stream.optional();
  for (const part of form) {
    const content = part === 'n' || part === 'u' ? (t.stream.argument() ?? []) : [];
    const first = content[0] ?? token;
    const place = { start: first.start, end: content.at(-1)?.end ?? token.end };
    if (part === 'n') t.run.add(formatNumber(t.plain(t.set(content))), place);
    else if (part === 'u') t.run.add(formatUnit(written(content), form !== 'u'), place);
    else t.run.add(part, token);
  }
}
