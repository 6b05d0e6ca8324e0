import type { Problem } from '../problem.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import type { BibEntry } from './entry.ts';
import { readCslJson } from './readCslJson.ts';
import { type RawEntry, scanBib } from './scanBib.ts';
import { toEntry } from './toEntry.ts';

export interface Bibliography {
  readonly entries: readonly BibEntry[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a bibliography file (by extension: .bib, or .json for CSL JSON). A broken entry costs only itself: it is
 * named in `problems`, and what stands before its fault is still read. Of entries with one key the first counts.
 */
export function readBibliography(path: string, text: string): Bibliography {
  return withoutDuplicates(/\.json$/i.test(path) ? readCslJson(text) : readBib(text), text);
}

function readBib(text: string): Bibliography {
  const raws = scanBib(text);
  const problems: Problem[] = [];
  const entries: BibEntry[] = [];
  const byKey = new Map<string, RawEntry>();
  for (const raw of raws) if (raw.key !== '') byKey.set(raw.key.toLowerCase(), raw);
  const lines = createLineIndex(text);
  for (const raw of raws) {
    if (raw.fault !== null) {
      const line = lines.positionAt(raw.span.start).line + 1;
      const at = lines.positionAt(raw.fault.at).line + 1;
      const place = at === line ? '' : ` (at line ${at})`;
      const name = raw.key === '' ? `The ${raw.type} entry` : `The entry \`${raw.key}\``;
      problems.push({
        code: 'bib-entry-broken',
        message: `${name} in line ${line} ${raw.fault.message}${place}.`,
        span: raw.key === '' ? { start: raw.span.start, end: raw.span.start + raw.type.length + 1 } : raw.keySpan,
      });
    }
    if (raw.key === '') continue;
    const parent = raw.fields.get('crossref')?.trim().toLowerCase();
    const inherited = parent === undefined ? null : (byKey.get(parent)?.fields ?? null);
    entries.push(toEntry(raw, inherited));
  }
  return { entries, problems };
}

function withoutDuplicates({ entries, problems }: Bibliography, text: string): Bibliography {
  const first = new Map<string, BibEntry>();
  const kept: BibEntry[] = [];
  const duplicates: Problem[] = [];
  const lines = createLineIndex(text);
  for (const entry of entries) {
    const earlier = first.get(entry.key);
    if (earlier === undefined) {
      first.set(entry.key, entry);
      kept.push(entry);
      continue;
    }
    const line = lines.positionAt(earlier.span.start).line + 1;
    duplicates.push({
      code: 'bib-key-duplicate',
      message: `The key \`${entry.key}\` stands already in line ${line}, and only that entry is used; rename or delete one of them.`,
      span: entry.keySpan,
    });
  }
  return { entries: kept, problems: [...problems, ...duplicates] };
}
