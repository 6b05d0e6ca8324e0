import { readArgument } from '../text/texArgument.ts';
import { decodeTex } from './decodeTex.ts';
import { type BibEntry, citeKey, createEntry, noDetails, type Person } from './entry.ts';
import type { Bibliography } from './format.ts';
import { readArxiv, readBareArxiv } from './identifiers.ts';

/** What biber writes: every field of an entry by its name, between `\entry{key}{type}…` and `\endentry`. */
export function readBiberEntries(text: string): Bibliography {
  const entries = [...text.matchAll(/\\entry\{([^{}]+)\}\{([^{}]*)\}[\s\S]*?\\endentry/g)].map((match): BibEntry => {
    const { 0: whole, 1: key = '', 2: type = '', index: start } = match;
    const keyStart = start + '\\entry{'.length;
    const found = fieldsIn(whole);
    const field = (...names: string[]): string =>
      decodeTex(names.map((name) => found.get(name)).find((one) => one) ?? '');
    const subtitle = field('subtitle');
    const eprint = found.get('eprint') ?? '';
    return createEntry(
      {
        key: citeKey(key),
        aliases: [],
        type: type.toLowerCase(),
        title: subtitle === '' ? field('title') : `${field('title')}: ${subtitle}`,
        authors: personsIn(whole, 'author') ?? personsIn(whole, 'editor') ?? [],
        year: field('year') || (/\d{4}/.exec(field('date'))?.[0] ?? ''),
        venue: field('journaltitle', 'booktitle', 'publisher', 'institution', 'organization'),
        doi: found.get('doi') ?? null,
        arxiv: readBareArxiv(eprint) ?? readArxiv(found.get('url') ?? ''),
        url: found.get('url') ?? null,
        files: [],
        fieldNames: [...found.keys()],
        span: { start, end: start + whole.length },
        keySpan: { start: keyStart, end: keyStart + key.length },
      },
      noDetails,
    );
  });
  return { entries, problems: [] };
}

/** `\field{name}{value}`, `\list{name}{1}{{value}}`, `\verb{name}` with its lines; names of persons without them. */
function fieldsIn(entry: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const match of entry.matchAll(/\\(?:field\{(\w+)\}|(?:list|name)\{(\w+)\}\{\d+\})/g)) {
    const value = readArgument(entry, match.index + match[0].length, '{');
    if (value !== null)
      fields.set((match[1] ?? match[2]) as string, entry.slice(value.inner.start, value.inner.end).trim());
  }
  for (const [, name = '', value = ''] of entry.matchAll(/\\verb\{(\w+)\}\s+\\verb ([^\n]*)\n/g))
    fields.set(name, value.trim());
  return fields;
}

function personsIn(entry: string, role: string): Person[] | null {
  const list = new RegExp(`\\\\name\\{${role}\\}\\{\\d+\\}\\{[^{}]*\\}`).exec(entry);
  const names = list === null ? null : readArgument(entry, list.index + list[0].length, '{');
  if (names === null) return null;
  return entry
    .slice(names.inner.start, names.inner.end)
    .split(/(?=\bhash=)/)
    .flatMap((person): Person[] => {
      const part = (name: string): string => {
        const mark = new RegExp(`\\b${name}=`).exec(person);
        const value = mark === null ? null : readArgument(person, mark.index + mark[0].length, '{');
        return value === null ? '' : decodeTex(person.slice(value.inner.start, value.inner.end));
      };
      const family = [part('prefix'), part('family')].filter((one) => one !== '').join(' ');
      return family === '' ? [] : [{ family, given: part('given') }];
    });
}
