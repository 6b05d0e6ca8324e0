import type { Problem } from '../problem.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import type { BibEntry } from './entry.ts';
import type { Bibliography, EarlierBibliography } from './format.ts';
import { formatOf } from './formats.ts';

/**
 * Reads a bibliography file, without its byte order mark, in the format that its extension and first words show. A
 * broken entry costs only itself: it is named in `problems`, and what stands before its fault is still read. Of
 * entries with one key the first counts. What `earlier` has in the same words is not read again.
 */
export function readBibliography(path: string, text: string, earlier: EarlierBibliography | null = null): Bibliography {
  return withoutDuplicates(formatOf(path, text).read(text, earlier), text);
}

function withoutDuplicates(bibliography: Bibliography, text: string): Bibliography {
  const first = new Map<string, BibEntry>();
  for (const entry of bibliography.entries) if (!first.has(entry.key)) first.set(entry.key, entry);
  if (first.size === bibliography.entries.length) return bibliography;
  const lines = createLineIndex(text);
  const duplicates = bibliography.entries
    .filter((entry) => first.get(entry.key) !== entry)
    .map((entry): Problem => {
      const earlier = first.get(entry.key) as BibEntry;
      const line = lines.positionAt(earlier.span.start).line + 1;
      const message = `The key \`${entry.key}\` stands already in line ${line}, and only that entry is used; rename or delete one of them.`;
      return { code: 'bib-key-duplicate', message, span: entry.keySpan };
    });
  return { entries: [...first.values()], problems: [...bibliography.problems, ...duplicates] };
}
