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
