import type { Problem } from '../problem.ts';
import { createLineIndex, type LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { type BibEntry, createEntry, type DetailsReader, type EntryFields, noDetails } from './entry.ts';
import type { Bibliography, BibliographyFormat, EarlierBibliography } from './format.ts';
import { fieldReader, referredTo, refersToOthers } from './inherit.ts';
import { type RawEntry, type StringDefinition, scanBib, scanOne } from './scanBib.ts';
import { createSharedNames } from './sharedNames.ts';
import { toDetails, toFields } from './toEntry.ts';

/** BibTeX and BibLaTeX. */
export const bibtex: BibliographyFormat = {
  name: 'bibtex',
  extensions: ['.bib', '.bibtex', '.biblatex'],
  recognizes: (head) => /^\s{0,200}@[A-Za-z]{2,30}\s{0,20}[{(]/m.test(head),
  read: readBib,
  detailsReader,
};

function readBib(text: string, earlier: EarlierBibliography | null): Bibliography {
  const known = earlier === null ? null : knownEntries(text, earlier);
  const details = detailsReader(text);
  const share = createSharedNames();
  const read = (raw: RawEntry, find: FindRaw): EntryFields => {
    const fields = toFields(raw, fieldReader(raw, find), share);
    return earlier === null ? fields : detached(fields);
  };
  const entries: (BibEntry | null)[] = [];
  const broken: RawEntry[] = [];
  const referring: { readonly raw: RawEntry; readonly at: number }[] = [];
  scanBib(text, (raw) => {
    if (raw.fault !== null) broken.push(raw);
    // BibLaTeX's containers of fields are there to be taken over, and cannot be cited.
    if (raw.key === '' || raw.type === 'xdata') return;
    if (refersToOthers(raw)) {
      // What it refers to may stand behind it.
      referring.push({ raw, at: entries.push(null) - 1 });
      return;
    }
    const same = known?.get(sourceOf(text, raw.span));
    entries.push(createEntry(same === undefined ? read(raw, nobody) : movedTo(same, raw), details));
  });
  if (referring.length > 0) {
    const { find } = contextOf(text);
    for (const { raw, at } of referring) entries[at] = createEntry(read(raw, find), details);
  }
  const lines = broken.length === 0 ? null : createLineIndex(text);
  return {
    entries: entries.filter((entry) => entry !== null),
    problems: lines === null ? [] : broken.map((raw) => problemOf(raw, lines)),
  };
}

const nobody: FindRaw = () => undefined;

/** Reads the entry again, and what it takes over: the file tells more of an entry than is kept of thousands. */
function detailsReader(text: string): DetailsReader {
  let context: Context | null = null;
  return (span) => {
    const source = sourceOf(text, span);
    const alone = scanOne(source, []);
    if (alone === null) return noDetails;
    if (!alone.usesMacros && !refersToOthers(alone)) return toDetails(fieldReader(alone, nobody));
    context ??= contextOf(text);
    const { strings, find } = context;
    const known = strings.filter(({ at }) => at < span.start);
    return toDetails(fieldReader(scanOne(source, known) ?? alone, find));
  };
}

/** What entries of a file may refer to. */
interface Context {
  readonly strings: readonly StringDefinition[];
  readonly find: FindRaw;
}

/** Reads the file again for the entries that others take fields over from. */
function contextOf(text: string): Context {
  const named = new Set<string>();
  scanBib(text, (raw) => {
    for (const key of referredTo(raw)) named.add(key);
  });
  const parents = new Map<string, RawEntry>();
  const strings = scanBib(text, (raw) => {
    const key = raw.key.toLowerCase();
    if (named.has(key) && !parents.has(key)) parents.set(key, raw);
  });
  return { strings, find: (key) => parents.get(key.trim().toLowerCase()) };
}

type FindRaw = (key: string) => RawEntry | undefined;

/** The entries of the earlier text by their words; null where these may mean something else now. */
function knownEntries(text: string, { text: before, entries }: EarlierBibliography): Map<string, BibEntry> | null {
  if (stringsOf(text) !== stringsOf(before)) return null;
  return new Map(entries.map((entry) => [sourceOf(before, entry.span), entry]));
}

function stringsOf(text: string): string {
  return text.match(/@[ \t]{0,9}string\b.*/gi)?.join('\n') ?? '';
}

function sourceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/**
 * The same without a part of the text in it: parts of a text keep the whole of it in memory, and entries that are taken
 * over from one reading to the next would keep each text in which one of them was new.
 */
function detached(fields: EntryFields): EntryFields {
  return { ...(JSON.parse(JSON.stringify(fields)) as EntryFields), fieldNames: fields.fieldNames };
}

function movedTo(entry: BibEntry, { span, keySpan }: RawEntry): EntryFields {
  return { ...entry, span, keySpan };
}

function problemOf({ key, type, span, keySpan, fault }: RawEntry, lines: LineIndex): Problem {
  const line = lines.positionAt(span.start).line + 1;
  const at = fault === null ? line : lines.positionAt(fault.at).line + 1;
  const place = at === line ? '' : ` (at line ${at})`;
  const name = key === '' ? `The ${type} entry` : `The entry \`${key}\``;
  return {
    code: 'bib-entry-broken',
    message: `${name} in line ${line} ${fault?.message}${place}.`,
    span: key === '' ? { start: span.start, end: span.start + type.length + 1 } : keySpan,
  };
}
