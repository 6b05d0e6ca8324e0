import type { CancellationToken, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CheckedDraft,
  checkDraft,
  createDraftChecker,
  createDraftLibrary,
  createDraftReader,
  type Draft,
  readDraft,
  readFrontMatter,
  withoutMentions,
} from '../../shared/engine/index.ts';
import type { Settings } from '../../shared/protocol/settings.ts';
import type { LibraryLocation } from '../host/locate.ts';
import { type ConvertedText, convertText, documentIdOf, pathOf } from './convert.ts';
import type { Libraries, LibraryRequest, LocatedLibrary } from './libraries.ts';

/** A Markdown text as it was read, with the conversions of its positions. */
export interface ReadDraft {
  readonly uri: string;
  readonly version: number | null;
  readonly converted: ConvertedText;
  readonly draft: Draft;
}

/** A draft with the library it belongs to. */
export interface PlacedDraft extends ReadDraft, LocatedLibrary {
  readonly settings: Settings;
  /** The document is itself a source of its library, and so nothing to be checked. */
  readonly isSource: boolean;
}

export interface CheckedPlacedDraft extends PlacedDraft {
  readonly checked: CheckedDraft;
}

export interface WorkspaceHost {
  readonly documents: TextDocuments<TextDocument>;
  readonly libraries: Libraries;
  readonly settingsOf: (uri: string | null) => Promise<Settings>;
  /** The folder of the workspace that a document lies in, as a path. */
  readonly rootOf: (uri: string | null) => string | null;
}

/** Open drafts with their libraries and checks. Every result is kept until the text, the library or the settings change. */
export interface Workspace {
  /** The open draft with the library that is at hand; null where the document is not open. */
  placed(uri: string): Promise<PlacedDraft | null>;
  /** The same with its claims judged. A cancelled check is null. */
  checked(uri: string, token?: CancellationToken): Promise<CheckedPlacedDraft | null>;
  /** Any Markdown text, checked against the library as it is on disk now. */
  checkText(uri: string, text: string, token?: CancellationToken): Promise<CheckedPlacedDraft | null>;
  /** The library of the workspace itself, for requests without a draft. */
  library(uri: string | null): Promise<LocatedLibrary>;
  /** Looks at the disk again for one open draft, and checks it. */
  checkedFresh(uri: string, token?: CancellationToken): Promise<CheckedPlacedDraft | null>;
  forget(uri: string): void;
  /** The last check of every open draft. */
  lastChecks(): readonly CheckedPlacedDraft[];
}

export function createWorkspace(host: WorkspaceHost): Workspace {
  const { documents, libraries, settingsOf, rootOf } = host;
  const drafts = new Map<string, ReadDraft>();
  const checks = new Map<string, CheckedPlacedDraft>();
  // Each open draft has a reader and a checker of its own: they remember what an edit leaves as it was.
  const engines = new Map<string, Engine>();

  function engineOf(uri: string): Engine {
    const engine = engines.get(uri) ?? {
      read: createDraftReader(),
      see: createDraftLibrary(),
      check: createDraftChecker(),
    };
    engines.set(uri, engine);
    return engine;
  }

  function read(document: TextDocument): ReadDraft {
    const known = drafts.get(document.uri);
    if (known?.version === document.version) return known;
    const draft = readText(document.uri, document.version, document.getText(), engineOf(document.uri).read);
    drafts.set(document.uri, draft);
    return draft;
  }

  /** Open documents that cite something: they are drafts even if they lie in a folder of sources. */
  function openDrafts(): string[] {
    const open = documents.all().filter((document) => namesBibliography(document) || cites(read(document).draft));
    return open
      .map(({ uri }) => pathOf(uri))
      .filter((path) => path !== null)
      .sort();
  }

  /** Of a draft that has not been read yet the front matter tells enough, and soon. */
  function namesBibliography(document: TextDocument): boolean {
    return !drafts.has(document.uri) && statedIn(document).length > 0;
  }

  /**
   * The open document, or null. Its library is read before its text is for the first time: both take long, and the
   * library is what everything waits for.
   */
  async function openDocument(uri: string, source: 'get' | 'fresh'): Promise<TextDocument | null> {
    const document = documents.get(uri);
    if (document === undefined || drafts.has(uri)) return document ?? null;
    const paths = statedIn(document);
    if (paths.length > 0) await libraries[source](requestFor(uri, paths, await settingsOf(uri)));
    // It may have been closed meanwhile.
    return documents.get(uri) ?? null;
  }

  function requestFor(uri: string | null, bibliographies: readonly string[], settings: Settings): LibraryRequest {
    return {
      locate: {
        draft: uri === null ? null : pathOf(uri),
        bibliographies,
        workspaceRoot: rootOf(uri),
        library: settings.library,
      },
      exclude: [...settings.exclude, ...openDrafts()],
      maxFileSize: settings.maxFileSize * 1_000_000,
    };
  }

  async function place(read: ReadDraft, see: Engine['see'], source: 'get' | 'fresh'): Promise<PlacedDraft> {
    const settings = await settingsOf(read.uri);
    const paths = read.draft.bibliographies.map(({ path }) => path);
    const located = await libraries[source](requestFor(read.uri, paths, settings));
    const id = documentIdOf(read.uri);
    const isSource = id !== null && located.library.documents.has(id);
    const library = see(located.library, read.draft, id);
    const draft = withoutMentions(read.draft, library);
    return { ...read, draft, location: locationFor(located.location, draft), library, settings, isSource };
  }

  function check(placed: PlacedDraft, judge: Engine['check'], token?: CancellationToken): CheckedPlacedDraft | null {
    if (placed.isSource) return { ...placed, checked: { claims: [], citations: [] } };
    if (token?.isCancellationRequested) return null;
    const checked = judge(placed.draft, placed.library, token);
    return token?.isCancellationRequested ? null : { ...placed, checked };
  }

  async function checkOpen(
    uri: string,
    source: 'get' | 'fresh',
    token?: CancellationToken,
  ): Promise<CheckedPlacedDraft | null> {
    const document = await openDocument(uri, source);
    if (document === null) return null;
    const placed = await place(read(document), engineOf(uri).see, source);
    const last = checks.get(uri);
    if (last !== undefined && isSame(last, placed)) return last;
    const result = check(placed, engineOf(uri).check, token);
    if (result !== null && documents.get(uri)?.version === result.version) checks.set(uri, result);
    return result;
  }

  return {
    async placed(uri) {
      const document = await openDocument(uri, 'get');
      return document === null ? null : place(read(document), engineOf(uri).see, 'get');
    },
    checked: (uri, token) => checkOpen(uri, 'get', token),
    checkedFresh: (uri, token) => checkOpen(uri, 'fresh', token),
    checkText: async (uri, text, token) =>
      check(await place(readText(uri, null, text, readDraft), createDraftLibrary(), 'fresh'), checkDraft, token),
    async library(uri) {
      const settings = await settingsOf(uri);
      return libraries.get(requestFor(uri, [], settings));
    },
    forget(uri) {
      drafts.delete(uri);
      checks.delete(uri);
      engines.delete(uri);
    },
    lastChecks: () => [...checks.values()],
  };
}

/** True where a text names a bibliography, lists references or cites a key. */
export function cites(draft: Draft): boolean {
  return draft.bibliographies.length > 0 || draft.references.length > 0 || draft.citations.length > 0;
}

/** What reads and judges the versions of one open draft. */
interface Engine {
  readonly read: typeof readDraft;
  /** Gives the library as the draft sees it. */
  readonly see: ReturnType<typeof createDraftLibrary>;
  readonly check: typeof checkDraft;
}

function statedIn(document: TextDocument): string[] {
  const text = document.getText().replace(/^\uFEFF/, '');
  return readFrontMatter(text).bibliographies.map(({ path }) => path);
}

/** A draft that lists its references itself needs no library. */
function locationFor(location: LibraryLocation, { references }: Draft): LibraryLocation {
  if (references.length === 0) return location;
  return { ...location, problems: location.problems.filter(({ problem }) => problem.code !== 'library-missing') };
}

function readText(uri: string, version: number | null, text: string, read: Engine['read']): ReadDraft {
  const converted = convertText(text);
  return { uri, version, converted, draft: read(converted.text) };
}

function isSame(last: PlacedDraft, now: PlacedDraft): boolean {
  return (
    last.draft === now.draft &&
    last.library === now.library &&
    last.settings === now.settings &&
    last.isSource === now.isSource &&
    sameProblems(last.location, now.location)
  );
}

function sameProblems(a: LibraryLocation, b: LibraryLocation): boolean {
  return a === b || JSON.stringify(a.problems) === JSON.stringify(b.problems);
}
