import type { Problem } from '../problem.ts';
import { createLineIndex, type LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { type BibEntry, createEntry, type DetailsReader, type EntryFields, noDetails } from './entry.ts';
import type { Bibliography, BibliographyFormat, EarlierBibliography } from './format.ts';
import { fieldReader, referredTo, refersToOthers } from './inherit.ts';
import { type RawEntry, type ScannedBib, scanBib, scanOne } from './scanBib.ts';
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
  const scanned = scanBib(text);
  const find = byKey(scanned.entries);
  const known = earlier === null ? null : knownEntries(text, earlier);
  const details = detailsReader(text);
  const share = createSharedNames();
  const lines = createLineIndex(text);
  const problems: Problem[] = [];
  const entries: BibEntry[] = [];
  for (const raw of scanned.entries) {
    if (raw.fault !== null) problems.push(problemOf(raw, lines));
    // BibLaTeX's containers of fields are there to be taken over, and cannot be cited.
    if (raw.key === '' || raw.type === 'xdata') continue;
    const same = known === null || refersToOthers(raw) ? undefined : known.get(sourceOf(text, raw.span));
    const fields = same === undefined ? toFields(raw, fieldReader(raw, find), share) : movedTo(same, raw);
    entries.push(createEntry(fields, details));
  }
  return { entries, problems };
}

/** Reads the entry again, and what it takes over: the file tells more of an entry than is kept of thousands. */
function detailsReader(text: string): DetailsReader {
  let context: Context | null = null;
  return (span) => {
    const source = sourceOf(text, span);
    const alone = scanOne(source, []);
    if (alone === null) return noDetails;
    if (!alone.usesMacros && !refersToOthers(alone)) return toDetails(fieldReader(alone, () => undefined));
    context ??= contextOf(text);
    const { strings, find } = context;
    const known = strings.filter(({ at }) => at < span.start);
    return toDetails(fieldReader(scanOne(source, known) ?? alone, find));
  };
}

/** What entries of a file may refer to. */
interface Context {
  readonly strings: ScannedBib['strings'];
  readonly find: FindRaw;
}

function contextOf(text: string): Context {
  const { entries, strings } = scanBib(text);
  const named = new Set(entries.flatMap(referredTo));
  const parents = entries.filter(({ key }) => named.has(key.toLowerCase()));
  return { strings, find: byKey(parents) };
}

type FindRaw = (key: string) => RawEntry | undefined;

function byKey(entries: readonly RawEntry[]): FindRaw {
  let index: Map<string, RawEntry> | null = null;
  return (key) => {
    index ??= new Map(entries.toReversed().map((raw) => [raw.key.toLowerCase(), raw]));
    return index.get(key.trim().toLowerCase());
  };
}

/** The entries of the earlier text by their words; null where these may mean something else now. */
function knownEntries(text: string, { text: before, entries }: EarlierBibliography): Map<string, BibEntry> | null {
  if (stringsOf(text) !== stringsOf(before)) return null;
  return new Map(entries.map((entry) => [sourceOf(before, entry.span), entry]));
}

function stringsOf(text: string): string {
  return text.match(/^[ \t]{0,99}@[ \t]{0,9}string\b.*$/gim)?.join('\n') ?? '';
}

function sourceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
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
