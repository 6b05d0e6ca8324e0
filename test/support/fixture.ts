import assert from 'node:assert/strict';

export interface Mark {
  readonly start: number;
  readonly end: number;
  /** What stands in brackets behind the mark, or an empty string. */
  readonly code: string;
}

export interface FixtureFile {
  readonly path: string;
  /** Without markers. */
  readonly text: string;
  /** In the order in which they begin; an outer mark comes before the inner ones. */
  readonly marks: readonly Mark[];
  /** The place of `‸`, or null. */
  readonly cursor: number | null;
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** The file of that path; fails where there is none. */
  file(path: string): FixtureFile;
}

/**
 * Reads several files out of one string: each begins with a line `=== path`; a string without such a line is one file,
 * `draft.md`. `«…»(code)` marks a range (the code may be missing), `‸` the cursor. Fails on what is unbalanced.
 */
export function readFixture(source: string): Fixture {
  const files: FixtureFile[] = [];
  const parts = source.split(/^=== (.+)\r?\n/m);
  const [before = ''] = parts;
  if (parts.length === 1) files.push(readMarks('draft.md', source));
  else assert.equal(before.trim(), '', 'A fixture begins with a line `=== path`.');
  for (let index = 1; index < parts.length; index += 2) {
    files.push(readMarks((parts[index] as string).trim(), parts[index + 1] as string));
  }
  return {
    files,
    file(path) {
      const file = files.find((candidate) => candidate.path === path);
      assert.ok(file, `The fixture has no file ${path}, only ${files.map((candidate) => candidate.path).join(', ')}.`);
      return file;
    },
  };
}

/** Reads the markers of one file. */
export function readMarks(path: string, marked: string): FixtureFile {
  const marks: Mark[] = [];
  const open: number[] = [];
  let cursor: number | null = null;
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/«|»(?:\(([a-z][\w-]*)\))?|‸/g)) {
    text += marked.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0] === '«') open.push(text.length);
    else if (match[0] === '‸') {
      assert.equal(cursor, null, `${path} has more than one cursor.`);
      cursor = text.length;
    } else {
      const start = open.pop();
      assert.ok(start !== undefined, `${path} has a » without its « behind ${JSON.stringify(text.slice(-30))}.`);
      marks.push({ start, end: text.length, code: match[1] ?? '' });
    }
  }
  text += marked.slice(at);
  assert.equal(
    open.length,
    0,
    `${path} has a « without its » before ${JSON.stringify(text.slice(open[0], (open[0] ?? 0) + 30))}.`,
  );
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { path, text, marks, cursor };
}

/** The inverse: the text with `«…»(code)` around the ranges, for a readable comparison. */
export function writeMarks(text: string, marks: readonly Mark[]): string {
  const edits = marks.flatMap(({ start, end, code }, index) => [
    { at: start, order: index, text: '«' },
    { at: end, order: -index, text: code === '' ? '»' : `»(${code})` },
  ]);
  let result = text;
  for (const edit of edits.sort((a, b) => b.at - a.at || b.order - a.order)) {
    result = result.slice(0, edit.at) + edit.text + result.slice(edit.at);
  }
  return result;
}
