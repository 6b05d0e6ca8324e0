/** A half-open range of UTF-16 offsets, `[start, end)`, into the text it was made from. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the two spans share at least one code unit; an empty span counts as the caret at its start. */
export function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `offset` lies in the span or at its end, as a caret behind the last character does. */
export function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The span moved by `by` code units. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
