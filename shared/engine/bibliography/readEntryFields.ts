import { scanOne } from './scanBib.ts';

/**
 * The fields of one entry as its file writes them, by lower-case name, TeX and markup included. `text` is the entry's
 * own stretch of the file; null where the format of the file (by its extension) is another than BibTeX or CSL JSON.
 */
export function readEntryFields(path: string, text: string): ReadonlyMap<string, string> | null {
  if (/\.bib$/i.test(path)) return scanOne(text, [])?.fields ?? null;
  return /\.json$/i.test(path) ? readItem(text) : null;
}

function readItem(json: string): ReadonlyMap<string, string> | null {
  try {
    const item: unknown = JSON.parse(json);
    if (typeof item !== 'object' || item === null) return null;
    return new Map(Object.entries(item).map(([name, value]) => [name.toLowerCase(), written(value)]));
  } catch {
    return null;
  }
}

function written(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
