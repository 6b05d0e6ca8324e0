import { raisedDigits } from '../../text/raisedDigits.ts';
import { symbols } from '../../text/texSymbols.ts';
import type { Token } from './token.ts';
import { addNote, type Typesetter } from './typesetter.ts';

/** A spread or a change set small beside a value: `43.8_{\pm 0.2}`, `43.8^{+1.3}`, `43.8_{0.3}`. */
const SECOND_VALUE = /^(?:[±+−-]\s?\d|[(]?[↑↓▲▼±+−-]?\s?\d*\.\d)/;
/** Of what a number raised behind it is the exponent. */
const BASE = /(?:^|[^\d.,])10$|\p{L}$|\)$/u;
const UNIT = /(?:^|[^\p{L}])(?:[kcm]?m|s)$/u;

/** `_\text{max}` raises the command with its argument, as TeX does. */
function readScript(t: Typesetter): readonly Token[] {
  const tokens = t.stream.argument() ?? [];
  const [first] = tokens;
  if (first?.kind !== 'command' || tokens.length > 1 || symbols.has(first.text)) return tokens;
  const open = t.stream.peek();
  return open?.kind === 'open'
    ? [first, open, ...(t.stream.argument() ?? []), { ...open, kind: 'close', text: '}' }]
    : tokens;
}

/** Sets what a `^` or `_` raises or lowers, so that digits do not run into those before them. */
export function setScript(t: Typesetter, token: Token): void {
  const content = t.set(readScript(t));
  if (content.isEmpty) return;
  const text = t.plain(content).trim();
  const before = t.run.tail;
  if (token.kind === 'subscript') {
    if (/[\d)%]$/.test(before) && /^[^\p{L}]/u.test(text)) t.run.add(' ', token);
    else if (/[\p{L}\p{N}]$/u.test(before) && (!/^\d/.test(text) || /\d$/.test(before)))
      // `x_i` and `L_CE` are symbols, `BERT Base` and `T5 3B` are names.
      t.run.add(/[\p{L}\p{N}]{2}$/u.test(before) ? ' ' : '_', token);
    t.run.append(content);
    return;
  }
  const isExponent = !t.isMathEmpty && BASE.test(before);
  const isPower = isExponent && /10$/.test(before);
  const isScale = isExponent && /\d[eE]$/.test(before);
  if (isScale) t.run.append(content);
  else if (/^\d+$/.test(text) && !isPower && (isExponent || UNIT.test(before))) t.run.add(raisedDigits(text), token);
  else if (SECOND_VALUE.test(text) && !isPower && /[\d)%]\s*$/.test(before)) {
    t.run.add(' ', token);
    t.run.append(content);
  } else if (/^(?:st|nd|rd|th|[°′'%])$/.test(text)) t.run.append(content);
  else if (isExponent) {
    t.run.add('^', token);
    t.run.append(content);
  } else if (before.trim() === '' || text.replace(/[^\p{L}]/gu, '').length > 2) {
    t.run.gap(token);
    t.run.append(content);
  } else addNote(t.cell, text);
}
