import { parseDocument } from 'yaml';
import { scanOne } from './scanBib.ts';

/**
 * The fields of one entry as its file writes them, by lower-case name, TeX and markup included; several of one name
 * are joined by semicolons. `text` is the entry's own stretch of the file; null where it cannot be read alone.
 */
export function readEntryFields(path: string, text: string): ReadonlyMap<string, string> | null {
  const extension = /\.([^./\\]*)$/.exec(path)?.[1]?.toLowerCase();
  switch (extension) {
    case 'json':
      return fieldsOf(() => JSON.parse(text));
    case 'yaml':
    case 'yml':
      return fieldsOf(() => parseYaml(text)) ?? fieldsOf(() => parseYaml(indented(text)));
    case 'ris':
      return taggedIn(text);
    default:
      return scanOne(text, [])?.fields ?? null;
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  return document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 });
}

/** An item of a list begins behind its dash, where its other lines are indented. */
function indented(text: string): string {
  const indents = [...text.matchAll(/\n([ \t]*)(?=[^\s])/g)].map(([, indent = '']) => indent.length);
  return ' '.repeat(indents.reduce((least, one) => Math.min(least, one), 99)) + text;
}

function fieldsOf(read: () => unknown): ReadonlyMap<string, string> | null {
  try {
    const item = itemIn(read());
    return item && new Map(Object.entries(item).map(([name, value]) => [name.toLowerCase(), written(value)]));
  } catch {
    return null;
  }
}

/** The item itself, the only one of a list, or what stands below its key. */
function itemIn(value: unknown): object | null {
  if (typeof value !== 'object' || value === null) return null;
  const [only, ...others] = Object.values(value);
  const isWrapped = others.length === 0 && typeof only === 'object' && only !== null;
  return isWrapped ? only : value;
}

function written(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function taggedIn(record: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [, tag = '', value = ''] of record.matchAll(/^([A-Z][A-Z0-9])[ \t]{1,4}-[ \t]([^\r\n]*)/gm)) {
    const name = tag.toLowerCase();
    const before = fields.get(name);
    fields.set(name, before === undefined ? value.trim() : `${before}; ${value.trim()}`);
  }
  return fields;
}
