import type { TextBuilder } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';

/** A stretch of printed text, or a number that is known when the whole document is read, and where it stands. */
type Piece =
  | { readonly kind: 'text'; text: string; start: number; end: number }
  | ({ readonly kind: 'reference' } & Reference & Span);

/** `\ref{label}`, which prints the number, or `\cref{label}`, which prints the kind before it. */
export interface Reference {
  readonly label: string;
  readonly isNamed: boolean;
}

/** What a label stands for: `Table` and `3`. */
export interface LabelTarget {
  readonly name: string;
  readonly number: string;
}
export type Labels = ReadonlyMap<string, LabelTarget>;

const OPENS_WORD = /^[\p{L}\p{N}([“‘"'<+±~≈-]/u;

/** Printed text as it is collected: a paragraph, a heading, a caption, a cell. */
export class Run {
  readonly pieces: Piece[] = [];
  /** What is shown where the run has no text of its own: a citation's key, the name of an unknown command. */
  fallback: { readonly kind: 'citation' | 'command'; readonly text: string; readonly place: Span } | null = null;
  /** Where something stood that must not glue the words around it together. */
  private gapAt: Span | null = null;

  add(text: string, place: Span): void {
    if (text === '') return;
    if (this.gapAt) this.closeGap(text);
    const before = this.pieces.at(-1);
    // Characters that stand in a row in the file are one piece.
    if (before?.kind === 'text' && before.end === place.start && isLiteral(before) && isLiteralAt(text, place)) {
      before.text += text;
      before.end = place.end;
    } else this.pieces.push({ kind: 'text', text, start: place.start, end: place.end });
  }

  /** Stands for what is left out: a citation. The space before it goes with it: "as shown [3]." ends in "as shown." */
  gap(place: Span): void {
    const before = this.pieces.at(-1);
    if (before?.kind === 'text' && /\s$/.test(before.text) && isLiteral(before)) {
      const kept = before.text.trimEnd();
      before.end -= before.text.length - kept.length;
      before.text = kept;
      if (kept === '') this.pieces.pop();
    }
    this.gapAt = place;
  }

  /** A line end within a cell. */
  line(place: Span): void {
    this.gapAt = null;
    this.add('\n', place);
  }

  /** Takes what stands behind the last line end, and the line end; null where there is none. */
  cutLastLine(): Run | null {
    const at = this.pieces.findLastIndex((piece) => piece.kind === 'text' && piece.text === '\n');
    if (at < 0) return null;
    const rest = new Run();
    rest.pieces.push(...this.pieces.splice(at).slice(1));
    return rest;
  }

  reference({ label, isNamed }: Reference, { start, end }: Span): void {
    if (this.gapAt) this.closeGap('1');
    this.pieces.push({ kind: 'reference', label, isNamed, start, end });
  }

  /** Puts what another run holds behind this one. */
  append(other: Run): void {
    for (const piece of other.pieces)
      if (piece.kind === 'text') this.add(piece.text, piece);
      else this.reference(piece, piece);
  }

  /** True where nothing is printed. */
  get isEmpty(): boolean {
    return this.pieces.every((piece) => piece.kind === 'text' && piece.text.trim() === '');
  }

  /** The last characters, at least one where there are any. */
  get tail(): string {
    const piece = this.pieces.at(-1);
    return piece?.kind === 'text' ? piece.text.slice(-8) : '';
  }

  private closeGap(text: string): void {
    const place = this.gapAt;
    this.gapAt = null;
    if (place && OPENS_WORD.test(text) && this.pieces.length > 0) this.add(' ', place);
  }
}

function isLiteral(piece: { readonly text: string } & Span): boolean {
  return isLiteralAt(piece.text, piece);
}

function isLiteralAt(text: string, { start, end }: Span): boolean {
  return text.length === end - start;
}

function printed(piece: Piece, labels: Labels): string {
  if (piece.kind === 'text') return piece.text;
  const target = labels.get(piece.label);
  return !target ? '' : piece.isNamed ? `${target.name} ${target.number}` : target.number;
}

/** The text of a run, with its references resolved. */
export function textOf(run: Run, labels: Labels): string {
  let text = '';
  for (const piece of run.pieces) text += printed(piece, labels);
  return text;
}

/** Adds a run to the text of the document; the result is what was added. */
export function build(run: Run, labels: Labels, builder: TextBuilder): void {
  for (const piece of run.pieces) builder.add(printed(piece, labels), piece);
}

/** From the first to the last character that is not blank; null where there is none. */
export function extentOf(run: Run): Span | null {
  const isPrinted = (piece: Piece): boolean => piece.kind !== 'text' || piece.text.trim() !== '';
  const first = run.pieces.find(isPrinted);
  const last = run.pieces.findLast(isPrinted);
  if (!first || !last) return null;
  const lead = first.kind === 'text' && isLiteral(first) ? first.text.length - first.text.trimStart().length : 0;
  const trail = last.kind === 'text' && isLiteral(last) ? last.text.length - last.text.trimEnd().length : 0;
  // What macros give may stand before what was written first.
  const start = first.start + lead;
  return { start, end: Math.max(start, last.end - trail) };
}
