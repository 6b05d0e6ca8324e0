import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticTag } from 'vscode-languageserver/node';
import type { CiteKey, DocumentId, Library, Source, Span } from '../../shared/engine/index.ts';
import { type RuleCode, sameWorks } from '../../shared/findings/index.ts';
import type { Settings } from '../../shared/protocol/settings.ts';
import type { LibraryStore } from '../host/libraryStore.ts';
import type { SourceRanges } from './convert.ts';
import { diagnostic, ofProblem } from './diagnostics.ts';
import { duplicateKeys } from './duplicateKeys.ts';

/** A library with all that decides what is said of it. */
export interface LibraryView {
  readonly library: Library;
  readonly settings: Settings;
  readonly ranges: SourceRanges;
  readonly textOf: LibraryStore['textOf'];
  /** The addresses of open bibliographies, one by line. */
  readonly open: string;
  /** Entries that no draft cites; empty where nobody asked for them. */
  readonly unused: readonly Source[];
}

/**
 * What is wrong with a library's files, by the address of the file. What is odd about entries that are not broken is
 * said in files that are open.
 */
export function libraryDiagnostics(view: LibraryView): Map<string, Diagnostic[]> {
  const { library, settings, ranges } = view;
  const byUri = new Map<string, Diagnostic[]>();
  const add = (uri: string, diagnostics: readonly Diagnostic[]): void => {
    byUri.set(uri, [...(byUri.get(uri) ?? []), ...diagnostics]);
  };
  for (const { id, problem } of library.problems) {
    if (problem.code === 'bib-key-duplicate') continue;
    const { uri, range } = ranges.inFile(id, problem.span ?? { start: 0, end: 0 });
    add(uri, ofProblem(problem, range, settings));
  }
  for (const { id, span, code, message, related, tags } of remarks(view)) {
    const { uri, range } = ranges.inFile(id, span);
    const relatedInformation = related.map(
      (place): DiagnosticRelatedInformation => ({
        location: ranges.locationOf(place.id, place.span),
        message: place.message,
      }),
    );
    add(
      uri,
      diagnostic(code, message, range, settings).map((one) => ({ ...one, relatedInformation, ...tags })),
    );
  }
  return byUri;
}

interface Place {
  readonly id: DocumentId;
  readonly span: Span;
}

/** Something that is said of an entry, at its key. */
interface Remark extends Place {
  readonly code: RuleCode;
  readonly message: string;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly tags: Pick<Diagnostic, 'tags'>;
}

function remarks({ library, ranges, textOf, open, unused }: LibraryView): Remark[] {
  const uris = open.split('\n');
  const inOpenFile = ({ id, span }: Place): boolean => uris.includes(ranges.inFile(id, span).uri);
  return [...ofDuplicateKeys(library, textOf), ...ofSameWorks(library).filter(inOpenFile), ...unused.flatMap(ofUnused)];
}

/** Each of several entries with one key leads to the others. */
function ofDuplicateKeys(library: Library, textOf: LibraryStore['textOf']): Remark[] {
  return duplicateKeys(library, textOf).flatMap(({ source, others }) => {
    const used = keyPlace(source);
    if (used === null) return [];
    const name = `The key \`${source.key}\``;
    const code = 'citation-duplicate';
    const first: Remark = {
      ...used,
      code,
      message: `${name} is defined ${others.length + 1} times, and this entry is the one that is used: rename or delete the others.`,
      related: others.map((place) => ({ ...place, message: 'This one is not used' })),
      tags: {},
    };
    const rest = others.map(
      (place): Remark => ({
        ...place,
        code,
        message: `${name} is defined before, and this entry is not used: rename or delete it.`,
        related: [{ ...used, message: 'This one is used' }],
        tags: {},
      }),
    );
    return [first, ...rest];
  });
}

function ofSameWorks(library: Library): Remark[] {
  return [...sameWorks(library)].flatMap(([key, works]) => {
    const place = placeOfKey(library, key);
    return works.flatMap(({ keys, as, common }) => {
      const other = keys.find((one) => one !== key) as CiteKey;
      const related = placeOfKey(library, other);
      if (place === null || related === null) return [];
      const code = as === 'work' ? 'citation-duplicate-work' : 'citation-duplicate-version';
      const what = as === 'work' ? 'are one work' : 'are a preprint and its published version';
      const message = `@${key} and @${other} ${what}: they share ${common}.`;
      return [
        { ...place, code, message, related: [{ ...related, message: `The entry of @${other}` }], tags: {} } as const,
      ];
    });
  });
}

function ofUnused(source: Source): Remark[] {
  const place = keyPlace(source);
  const message = `No draft of the workspace cites @${source.key}.`;
  const tags = { tags: [DiagnosticTag.Unnecessary] };
  return place === null ? [] : [{ ...place, code: 'citation-unused', message, related: [], tags }];
}

function placeOfKey(library: Library, key: CiteKey): Place | null {
  const source = library.sources.get(key);
  return source === undefined ? null : keyPlace(source);
}

function keyPlace({ bibliography, entry }: Source): Place | null {
  return bibliography === null || entry === null ? null : { id: bibliography, span: entry.keySpan };
}
