// Most texts have none of what is replaced, and a test finds that out in half the time.
const RUN = /\s{2,}|[^\S ]/;
const RUNS = new RegExp(RUN, 'g');
const OTHER = /[^\S ]/;
const OTHERS = new RegExp(OTHER, 'g');

/** A text with one space for each run of white space. */
export function singleSpaced(text: string): string {
  return RUN.test(text) ? text.replace(RUNS, ' ') : text;
}

/** A text with a space for each character of white space, so that it keeps its length. */
export function spacesOnly(text: string): string {
  return OTHER.test(text) ? text.replace(OTHERS, ' ') : text;
}

/** A text on one line, single-spaced and without white space at its ends. */
export function oneLine(text: string): string {
  return singleSpaced(text).trim();
}
