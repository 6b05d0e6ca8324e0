import {
  addToGroup,
  type CiteKey,
  type Draft,
  isWritten,
  type Library,
  styleOf,
  writeCitation,
} from '../engine/index.ts';
import { citedAt, unfinishedKey } from './citationChoices.ts';
import type { Edit } from './edit.ts';
import { isVerbatim } from './verbatim.ts';

/**
 * The edit that cites `keys` at `offset`: in place of a key that is being written, into the citation that stands there,
 * or as a new one. Null where nothing can be cited, or all of it is cited there already.
 */
export function citationEditAt(draft: Draft, library: Library, offset: number, keys: readonly CiteKey[]): Edit | null {
  if (keys.length === 0 || isVerbatim(draft, offset)) return null;
  const typed = unfinishedKey(draft, library, offset);
  if (typed !== null) return { span: typed.replace, text: typed.write(keys) };
  const citations = citedAt(draft, offset);
  const [first] = citations;
  if (first === undefined) return newCitation(draft, offset, keys);
  if (!isWritten(draft, first)) return newCitation(draft, first.group.end, keys);
  const cited = new Set(citations.map(({ key }) => key));
  const added = keys.filter((key) => !cited.has(key)).map((key) => addToGroup(draft.text, first, key));
  const [edit] = added;
  return edit === undefined ? null : { span: edit.span, text: added.map(({ text }) => text).join('') };
}

function newCitation({ text, syntax }: Draft, offset: number, keys: readonly CiteKey[]): Edit {
  const space = /[^\s([{]/.test(text.charAt(offset - 1)) ? ' ' : '';
  return { span: { start: offset, end: offset }, text: space + writeCitation(styleOf(syntax), keys, null) };
}
