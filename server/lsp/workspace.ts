import type { CancellationToken, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  bibliographiesNamed,
  type CheckedDraft,
  checkDraft,
  createDraftChecker,
  createDraftLibrary,
  createDraftReader,
  type DocumentId,
  type Draft,
  type DraftContext,
  type DraftSyntax,
  draftSyntaxOf,
  withoutMentions,
} from '../../shared/engine/index.ts';
import { type EntryKnowledge, requiredFields } from '../../shared/findings/index.ts';
import type { Settings } from '../../shared/protocol/settings.ts';
import { draftContextOf } from '../host/draftContext.ts';
import type { LibraryLocation } from '../host/locate.ts';
import { type ConvertedText, convertText, documentIdOf, isBibliography, pathOf } from './convert.ts';
import { isLatexSource } from './latexSource.ts';
import type { Libraries, LibraryRequest, LocatedLibrary } from './libraries.ts';

/** The text of a draft as it was read, with the conversions of its positions. */
export interface ReadDraft {
  readonly uri: string;
  readonly version: number | null;
  readonly converted: ConvertedText;
  readonly draft: Draft;
}

/** A draft with the library it belongs to. */
export interface PlacedDraft extends ReadDraft, LocatedLibrary {
  readonly settings: Settings;
  readonly entries: EntryKnowledge;
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
  /** An open draft has been checked again. */
  readonly rechecked: (before: CheckedPlacedDraft, after: CheckedPlacedDraft) => void;
}

/** Open drafts with their libraries and checks. Every result is kept until the text, the library or the settings change. */
export interface Workspace {
  /** The open draft with the library that is at hand; null where the document is not open. */
  placed(uri: string): Promise<PlacedDraft | null>;
  /** The same with its claims judged. A cancelled check is null. */
  checked(uri: string, token?: CancellationToken): Promise<CheckedPlacedDraft | null>;
  /** A text that is not open, with the library that is at hand; null where it cites nothing and so is no draft. */
  placeText(uri: string, text: string): Promise<PlacedDraft | null>;
  /** The text of any draft, checked against the library as it is on disk now. */
  checkText(uri: string, text: string, token?: CancellationToken): Promise<CheckedPlacedDraft | null>;
  /** The library of the workspace itself, for requests without a draft. */
  library(uri: string | null): Promise<LocatedLibrary>;
  /** Looks at the disk again for one open draft, and checks it. */
  checkedFresh(uri: string, token?: CancellationToken): Promise<CheckedPlacedDraft | null>;
  forget(uri: string): void;
  /** Files have changed on disk: LaTeX drafts that they may define something for are read again. */
  filesChanged(uris: readonly string[]): void;
  /** The last check of every open draft. */
  lastChecks(): readonly CheckedPlacedDraft[];
}

export function createWorkspace(host: WorkspaceHost): Workspace {
  const { documents, libraries, settingsOf, rootOf, rechecked } = host;
  const drafts = new Map<string, ReadDraft>();
  const checks = new Map<string, CheckedPlacedDraft>();
  // Each open draft has a reader and a checker of its own: they remember what an edit leaves as it was.
  const engines = new Map<string, Engine>();

  const entries = new WeakMap<Settings, EntryKnowledge>();

  function entriesBy(settings: Settings): EntryKnowledge {
    const required = { ...requiredFields, ...settings.requiredFields };
    const known = entries.get(settings) ?? { fieldsOf: libraries.fieldsOf, required };
    entries.set(settings, known);
    return known;
  }

  /** LaTeX documents that are drafts: any other may be a source, although it cites. */
  const latexDrafts = new Set<string>();

  function engineOf(document: TextDocument): Engine {
    const { uri } = document;
    const engine = engines.get(uri) ?? createEngine(syntaxIn(document));
    engines.set(uri, engine);
    return engine;
  }

  /** Gets ready to read a draft together with the files around it. */
  async function prepare(document: TextDocument): Promise<void> {
    const { uri } = document;
    if (syntaxIn(document) !== 'latex' || engines.has(uri)) return;
    const context = await contextOf(uri, document.getText());
    if (openDraft(uri) !== null && !engines.has(uri)) engines.set(uri, createEngine('latex', context));
  }

  function contextOf(uri: string, text: string): Promise<DraftContext | undefined> {
    return draftContextOf(pathOf(uri), text, rootOf(uri));
  }

  async function readAlone(uri: string, text: string): Promise<ReadDraft> {
    return readText(uri, null, text, createDraftReader(syntaxOf(uri), await contextOf(uri, text)));
  }

  function read(document: TextDocument): ReadDraft {
    const known = drafts.get(document.uri);
    if (known?.version === document.version) return known;
    const draft = readText(document.uri, document.version, document.getText(), engineOf(document).read);
    drafts.set(document.uri, draft);
    return draft;
  }

  /** Open documents that cite something: they are drafts even if they lie in a folder of sources. */
  function openDrafts(): string[] {
    const open = documents.all().filter((document) => {
      if (openDraft(document.uri) === null) return false;
      if (namesBibliography(document)) return true;
      const { uri } = document;
      if (syntaxIn(document) !== 'latex') return cites(read(document).draft);
      // Without its engine it waits for the files around it.
      return latexDrafts.has(uri) && (!engines.has(uri) || cites(read(document).draft));
    });
    return open
      .map(({ uri }) => pathOf(uri))
      .filter((path) => path !== null)
      .sort();
  }

  /** Of a draft that has not been read yet what it names tells enough, and soon; of LaTeX that may be a source not. */
  function namesBibliography(document: TextDocument): boolean {
    return !drafts.has(document.uri) && syntaxIn(document) !== 'latex' && statedIn(document).length > 0;
  }

  /**
   * The open document, or null. Its library is read before its text is for the first time: both take long, and the
   * library is what everything waits for.
   */
  async function openDocument(uri: string, source: 'get' | 'fresh'): Promise<TextDocument | null> {
    const document = openDraft(uri);
    if (document === null || drafts.has(uri)) return document;
    await prepare(document);
    const paths = statedIn(document);
    if (paths.length > 0) await libraries[source](requestFor(uri, paths, await settingsOf(uri)));
    // It may have been closed meanwhile.
    return openDraft(uri);
  }

  /** Bibliographies may be open, too; they are no drafts. */
  function openDraft(uri: string): TextDocument | null {
    return isBibliography(uri) ? null : (documents.get(uri) ?? null);
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
    const locate = (): Promise<LocatedLibrary> => libraries[source](requestFor(read.uri, paths, settings));
    const located = await locate();
    const id = documentIdOf(read.uri);
    const isIn = ({ library }: LocatedLibrary): boolean => id !== null && library.documents.has(id);
    const placed = { ...read, settings, entries: entriesBy(settings) };
    if (read.draft.syntax !== 'latex' || !cites(read.draft))
      return { ...placed, ...seen(read.draft, located, id, see), isSource: isIn(located) };
    const others = [...checks.values()].filter(({ uri, draft }) => uri !== read.uri && draft.syntax !== 'latex');
    const isSource = isLatexSource(
      pathOf(read.uri),
      located.location,
      others.map(({ location }) => location),
    );
    if (isSource) latexDrafts.delete(read.uri);
    else latexDrafts.add(read.uri);
    const latest = !isSource && isIn(located) ? await locate() : located;
    return { ...placed, ...seen(read.draft, latest, id, see), isSource };
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
    const placed = await place(read(document), engineOf(document).see, source);
    const last = checks.get(uri);
    if (last !== undefined && isSame(last, placed)) return last;
    const result = check(placed, engineOf(document).check, token);
    if (result !== null && documents.get(uri)?.version === result.version) {
      checks.set(uri, result);
      if (last !== undefined) rechecked(last, result);
    }
    return result;
  }

  return {
    async placed(uri) {
      const document = await openDocument(uri, 'get');
      return document && place(read(document), engineOf(document).see, 'get');
    },
    checked: (uri, token) => checkOpen(uri, 'get', token),
    checkedFresh: (uri, token) => checkOpen(uri, 'fresh', token),
    async placeText(uri, text) {
      const draft = await readAlone(uri, text);
      return cites(draft.draft) ? place(draft, createDraftLibrary(), 'get') : null;
    },
    checkText: async (uri, text, token) =>
      check(await place(await readAlone(uri, text), createDraftLibrary(), 'fresh'), checkDraft, token),
    async library(uri) {
      const settings = await settingsOf(uri);
      return libraries.get(requestFor(uri, [], settings));
    },
    forget(uri) {
      drafts.delete(uri);
      checks.delete(uri);
      engines.delete(uri);
      latexDrafts.delete(uri);
    },
    filesChanged(uris) {
      for (const document of documents.all()) {
        const { uri } = document;
        if (syntaxIn(document) !== 'latex' || !uris.some((one) => one !== uri && definesMacros.test(one))) continue;
        engines.delete(uri);
        drafts.delete(uri);
      }
    },
    lastChecks: () => [...checks.values()],
  };
}

/** True where a text names a bibliography, lists references or cites a key. */
export function cites(draft: Draft): boolean {
  return draft.bibliographies.length > 0 || draft.references.length > 0 || draft.citations.length > 0;
}

/** How a draft of this address is written, Markdown where its name does not tell. */
export function syntaxOf(uri: string): DraftSyntax {
  return draftSyntaxOf(uri) ?? 'markdown';
}

function syntaxIn({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): DraftSyntax {
  return draftSyntaxOf(languageId) ?? syntaxOf(uri);
}

/** What reads and judges the versions of one open draft. */
interface Engine {
  readonly read: (text: string) => Draft;
  /** Gives the library as the draft sees it. */
  readonly see: ReturnType<typeof createDraftLibrary>;
  readonly check: typeof checkDraft;
}

function createEngine(syntax: DraftSyntax, context?: DraftContext): Engine {
  return { read: createDraftReader(syntax, context), see: createDraftLibrary(), check: createDraftChecker() };
}

const definesMacros = /\.(?:tex|ltx|sty)$/i;

function statedIn(document: TextDocument): string[] {
  const text = document.getText().replace(/^\uFEFF/, '');
  return bibliographiesNamed(text, syntaxIn(document)).map(({ path }) => path);
}

/** The library and its location as the draft sees them, and the draft as the library does. */
function seen(
  draft: Draft,
  { location, library }: LocatedLibrary,
  id: DocumentId | null,
  see: Engine['see'],
): Pick<PlacedDraft, 'draft' | 'location' | 'library'> {
  const extended = see(library, draft, id);
  const citing = withoutMentions(draft, extended);
  return { draft: citing, location: locationFor(location, citing), library: extended };
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
