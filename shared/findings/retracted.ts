import type { Source } from '../engine/index.ts';
import type { FieldsOf } from './entryFields.ts';

/** Publishers put the word before the title: in capitals, in brackets or with a colon. */
const inCapitals = /^\W*(?:RETRACTED|WITHDRAWN)\b/;
const setApart = /^\W*(?:retracted|withdrawn)(?:\s+(?:article|paper|publication))?\s*[:\])】]/i;
/** A note begins with it; one that only speaks of retractions does not. */
const inNote =
  /^\W*(?:(?:this|the)\s+(?:article|paper|publication|work)\s+(?:has been|was|is)\s+)?(?:retracted|withdrawn)\b/i;
/** A keyword or tag of its own, such as Zotero's and PubMed's. */
const asKeyword = /^[\W_]*(?:retracted(?:[ _-](?:article|paper|publication|item|work))?|withdrawn)[\W_]*$/i;

const notes = ['note', 'addendum', 'annotation', 'annote', 'pubstate', 'status', 'extra', 'n1'];
const keywords = ['keywords', 'keyword', 'tags', 'kw'];

/**
 * Where the library itself says that a work is retracted: `its title`, `its note`, … or null where it does not.
 * Nothing is looked up elsewhere.
 */
export function retractionOf(source: Source, fieldsOf: FieldsOf): string | null {
  const isSaid = source.entry?.fieldNames.some((name) => notes.includes(name) || keywords.includes(name));
  const fields = isSaid ? fieldsOf(source) : null;
  if (fields === null) return saidIn(source, none);
  // A draft is looked at after every keystroke, and its sources stay the same.
  const last = known.get(fields);
  if (last?.source === source) return last.where;
  const where = saidIn(source, fields);
  known.set(fields, { source, where });
  return where;
}

const none: ReadonlyMap<string, string> = new Map();
const known = new WeakMap<ReadonlyMap<string, string>, { readonly source: Source; readonly where: string | null }>();

function saidIn({ entry, document }: Source, fields: ReadonlyMap<string, string>): string | null {
  const titles = [entry?.title ?? '', document?.metadata.title ?? ''];
  if (titles.map(plain).some(isMarked)) return 'its title';
  const note = notes.find((name) => inNote.test(plain(fields.get(name) ?? '')));
  if (note !== undefined) return `its field \`${note}\``;
  const tags = keywords.flatMap((name) => plain(fields.get(name) ?? '').split(/[,;]/));
  return tags.some((tag) => asKeyword.test(tag.trim())) ? 'its keywords' : null;
}

function plain(tex: string): string {
  return tex.replace(/[{}"\\]/g, '').trim();
}

/** In a title that is all in capitals the word is one of its own: `RETRACTED PAPERS AND THEIR CITATIONS`. */
function isMarked(title: string): boolean {
  return setApart.test(title) || (inCapitals.test(title) && /\p{Ll}/u.test(title));
}
