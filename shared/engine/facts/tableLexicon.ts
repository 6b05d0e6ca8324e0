import type { Label, Table } from '../tables/table.ts';
import { crossedHeaders } from './crossedHeaders.ts';
import { otherNames } from './metrics.ts';
import { joined, words } from './names.ts';

/** A header or stub of a table with the rows or columns it stands for. */
export interface Name {
  readonly axis: 'row' | 'column';
  readonly text: string;
  /** Its words, in canonical form. */
  readonly forms: readonly string[];
  /** Its words run together, with their inflection. */
  readonly plain: string;
  /** Rows or columns, by index. */
  readonly places: readonly number[];
  /** How many headers lie outside of it: names of one level exclude each other. */
  readonly level: number;
}

/** All names of a table, ready to be looked for in a sentence. */
export interface TableLexicon {
  readonly names: readonly Name[];
  /** Names by their words run together, in canonical form and with their inflection; several may be written alike. */
  readonly byJoined: ReadonlyMap<string, readonly Name[]>;
  /** Names by each of their words. */
  readonly byWord: ReadonlyMap<string, readonly Name[]>;
  /** Words of the caption, the section and headers that all columns share. */
  readonly context: ReadonlySet<string>;
  /** Longest name, in words. */
  readonly longest: number;
}

/** Names that stand for the source's own system. */
export const OWN = /^(?:ours?\b|proposed\b|this (?:work|paper)|\(ours\)|we\b)|\bours?\)?$|\(proposed\)/i;

const lexicons = new WeakMap<Table, TableLexicon>();

/** The lexicon of a table; `aliases` gives further spellings of a label, such as the long form of an abbreviation. */
export function tableLexicon(table: Table, aliases: (label: string) => readonly string[]): TableLexicon {
  const known = lexicons.get(table);
  if (known) return known;
  const lexicon = buildLexicon(table, aliases);
  lexicons.set(table, lexicon);
  return lexicon;
}

function buildLexicon(table: Table, aliases: (label: string) => readonly string[]): TableLexicon {
  const found = new Map<string, { name: Omit<Name, 'places'>; places: Set<number> }>();
  const whole = new Set<string>();
  const add = (axis: Name['axis'], level: number, text: string, place: number, alias = false): void => {
    const named = words(text);
    const forms = named.map((word) => word.form);
    if (forms.length === 0) return;
    const id = `${axis} ${level} ${forms.join('')}`;
    // A part of an alias names nothing: "BLIP-2" alone is not "our adapted BLIP-2".
    if (!alias) whole.add(id);
    const plain = named.map((word) => word.plain).join('');
    const entry = found.get(id) ?? { name: { axis, text, forms, plain, level }, places: new Set<number>() };
    entry.places.add(place);
    found.set(id, entry);
  };
  const addPath = (axis: Name['axis'], path: readonly Label[], place: number): void => {
    path.forEach((label, index) => {
      const level = path.length - 1 - index;
      for (const text of spellings(label.text)) add(axis, level, text, place);
      for (const text of [...aliasesOf(label.text, aliases), ...otherNames(label.text)])
        add(axis, level, text, place, true);
      if (label.means) add(axis, level, label.means, place);
      for (const author of authorsOf(label)) add(axis, level, author, place, true);
      if (label.axis && axis === 'row' && index > 0 && /^\d/.test(label.text))
        add(axis, level, `${label.text} ${label.axis}`, place);
    });
  };
  for (const [r, row] of table.rows.entries()) addPath('row', row.header, r);
  for (const [c, column] of table.columns.entries()) addPath('column', column.header, c);
  const leaves = table.columns.map((column) => column.header.at(-1)?.text ?? '');
  for (const [c, parts] of crossedHeaders(leaves).entries())
    for (const [i, part] of parts?.entries() ?? [])
      for (const text of [part, ...otherNames(part)]) add('column', i === 0 ? UPPER_HALF : 0, text, c, text !== part);
  const names: Name[] = [];
  const parted: Name[] = [];
  for (const [id, { name, places }] of found) {
    const complete = { ...name, places: [...places] };
    names.push(complete);
    if (whole.has(id)) parted.push(complete);
  }
  const byJoined = new Map<string, Name[]>();
  const byWord = new Map<string, Name[]>();
  for (const name of names) for (const key of new Set([name.forms.join(''), name.plain])) push(byJoined, key, name);
  for (const name of parted) for (const form of new Set(name.forms)) push(byWord, form, name);
  const context = new Set(words(`${table.caption} ${table.section.at(-1) ?? ''}`).map((word) => word.form));
  return { names, byJoined, byWord, context, longest: Math.max(1, ...names.map((name) => name.forms.length)) };
}

/** The level of the first part of a header whose two levels were run together: between the last and the one above it. */
const UPPER_HALF = 0.5;

function push(map: Map<string, Name[]>, key: string, name: Name): void {
  const list = map.get(key);
  if (list) list.push(name);
  else map.set(key, [name]);
}

/** A label as printed, without what it has in brackets, and what is in brackets alone. */
function spellings(label: string): string[] {
  const texts = new Set([label]);
  const bare = withoutBrackets(label);
  const inner = /[([]([^()[\]]+)[)\]]/.exec(label)?.[1]?.trim() ?? '';
  if (bare !== '' && joined(bare) !== '') texts.add(bare);
  if (inner.length > 1 && bare !== '' && !UNIT.test(inner)) texts.add(inner);
  return [...texts];
}

/** The authors by whom a sentence may call a label: "Devlin et al." of `Devlin et al., 2019` and of `devlin2019bert`. */
function authorsOf({ text, citations }: Label): string[] {
  const named = (citations ?? []).flatMap((citation) => AUTHOR.exec(citation)?.[1] ?? []);
  const key = KEY.exec(text)?.[1];
  return key ? [...named, key] : named;
}

const AUTHOR = /^(\p{Lu}[\p{L}'’-]+(?:\s+(?:et al\.?|(?:and|&)\s+\p{Lu}[\p{L}'’-]+))?),?\s+\(?(?:19|20)\d{2}/u;
/**
 * A citation key that a converter left in place of its citation: `kiros:15`, `devlin2019bert`. Digits alone behind a
 * word are a name's: `resnet50`, `voc2012`.
 */
const KEY = /(?:^|\s)([a-z]{3,})(?:[:_](?:(?:19|20)\d{2}|\d{2})|[:_-]?(?:19|20)\d{2}[a-z]{2,})$/;

const UNIT = /^(?:[%\d\s]+|[mck]?m|m?s|secs?|mins?|hrs?|h|[kmg]b?|db|k?hz|px|points?|in %)$/i;

function aliasesOf(label: string, aliases: (label: string) => readonly string[]): string[] {
  return [...new Set([...aliases(label), ...aliases(withoutBrackets(label))])];
}

/** A label without what it has in brackets. */
export const withoutBrackets = (label: string): string => label.replace(/\s*[([][^()[\]]*[)\]]\s*/g, ' ').trim();
