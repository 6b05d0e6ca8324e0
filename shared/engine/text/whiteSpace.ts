/** A text with one space for each run of white space; the spaces that are so already are not even looked at. */
export function singleSpaced(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ');
}

/** A text on one line, single-spaced and without white space at its ends. */
export function oneLine(text: string): string {
  return singleSpaced(text).trim();
}
