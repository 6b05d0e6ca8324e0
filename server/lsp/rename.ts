import { basename } from 'node:path';
import type { CancellationToken, Position, PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver/node';
import { citationAt } from '../../shared/editor/at.ts';
import { isCitedByMacro, keySpansIn, ownKeySpans, statedKeyAt } from '../../shared/editor/references.ts';
import { keyProblem, keyReferences } from '../../shared/editor/renameKey.ts';
import { type CiteKey, citeKey, holds, type Library, type Span } from '../../shared/engine/index.ts';
import { libraryFileKind } from '../host/listFiles.ts';
import { type BibliographyFile, bibliographyAt, definingFiles } from './bibliographies.ts';
import { type ConvertedText, isBibliography, pathOf } from './convert.ts';
import { type FileEdits, workspaceEditOf } from './edits.ts';
import type { Session } from './languageFeatures.ts';
import type { PlacedDraft } from './workspace.ts';
import type { WorkspaceDrafts } from './workspaceDrafts.ts';

/** An answer, or the reason why there is none, in a sentence for the writer. */
export type OrRefusal<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | { readonly kind: 'refusal'; readonly reason: string };

/** The key at a position, as an editor marks it before it asks for the new one. */
export async function prepareRename(
  session: Session,
  uri: string,
  position: Position,
): Promise<OrRefusal<PrepareRenameResult>> {
  const at = await keyAt(session, uri, position);
  if (at === null) return refusal('There is no citation key here.');
  const reason = whyFixed(at);
  if (reason !== null) return refusal(reason);
  return { kind: 'answer', answer: { range: at.converted.rangeOf(at.span), placeholder: at.key } };
}

export interface RenameRequest {
  readonly uri: string;
  readonly position: Position;
  readonly newName: string;
}

/** The edits that give a key another name in every draft of the workspace and in the bibliography files that define it. */
export async function renameKey(
  session: Session,
  drafts: WorkspaceDrafts,
  { uri, position, newName }: RenameRequest,
  token: CancellationToken,
): Promise<OrRefusal<WorkspaceEdit>> {
  const at = await keyAt(session, uri, position);
  if (at === null) return refusal('There is no citation key here.');
  const reason = whyFixed(at);
  if (reason !== null) return refusal(reason);
  const newKey = citeKey(newName.trim().replace(/^@/, ''));
  if (newKey === at.key) return { kind: 'answer', answer: {} };
  const { concerned, libraries, defining, own } = isOwn(at)
    ? reachOfOwn(at)
    : await reachOf(session, at, await drafts.all(token));
  if (defining.length === 0 && own.length === 0)
    return refusal(`No bibliography writes the key @${at.key} as it is: give the entry this key, or change it there.`);
  const hidden = concerned.find(({ draft }) => isCitedByMacro(draft, at.key));
  if (hidden !== undefined)
    return refusal(
      `A macro cites @${at.key} in ${hidden.uri}: cite it there by a command of its own, or rename by hand.`,
    );
  const isTaken =
    libraries.some(({ sources }) => sources.has(newKey)) ||
    defining.some(({ entries }) => entries.some(({ key }) => key === newKey));
  const wrong = keyProblem(newKey, isTaken, own.length > 0 ? [basename(uri)] : defining.map(({ path }) => path));
  if (wrong !== null) return refusal(wrong);
  const edits = [
    ...concerned.map((placed) => editsOf(placed, [...own, ...keySpansIn(placed.draft, at.key)], newKey)),
    ...defining.map((file) => editsOf(file, placesIn(file, at.key), newKey)),
  ];
  return { kind: 'answer', answer: workspaceEditOf(edits, session.client) };
}

interface KeyAt {
  readonly key: CiteKey;
  readonly span: Span;
  readonly converted: ConvertedText;
  /** The draft in which it stands; null where it stands in a bibliography. */
  readonly placed: PlacedDraft | null;
  /** The bibliography file in which it is defined; null where it stands in a draft. */
  readonly file: string | null;
}

async function keyAt({ documents, workspace }: Session, uri: string, position: Position): Promise<KeyAt | null> {
  const path = pathOf(uri);
  if (path !== null && isBibliography(uri)) {
    const file = await bibliographyAt(path, documents);
    const offset = file?.converted.offsetAt(position) ?? 0;
    const entry = file?.entries.find(({ keySpan }) => holds(keySpan, offset));
    if (file === null || entry === undefined) return null;
    return { key: entry.key, span: entry.keySpan, converted: file.converted, placed: null, file: path };
  }
  const placed = await workspace.placed(uri);
  if (placed === null) return null;
  const { converted, draft } = placed;
  const offset = converted.offsetAt(position);
  const at = citationAt(draft, offset) ?? statedKeyAt(draft, offset);
  return at && { key: at.key, span: at.keySpan, converted, placed, file: null };
}

/** Why no new name can be given to a key; null where one can. */
function whyFixed({ key, span, converted, placed }: KeyAt): string | null {
  if (placed === null)
    return converted.text.slice(span.start, span.end) === key
      ? null
      : `The entry has no key of its own, or writes it in another way than @${key}: give it the key that you like.`;
  const source = placed.library.sources.get(key);
  if (source !== undefined && source.key !== key)
    return `@${key} is another name of @${source.key}: change it where its entry has it.`;
  if (source === undefined)
    return `No bibliography defines @${key}, so there is nothing to rename; correct the citation.`;
  if (source.entry === null)
    return source.id === null
      ? `@${key} names the work itself and is looked up when the document is built: no bibliography defines it.`
      : `@${key} is made from the source's own file, as no bibliography has an entry for it: add one, and name it as you like.`;
  return null;
}

/** True where the draft itself defines the key, in its front matter. */
function isOwn(at: KeyAt): at is OwnKeyAt {
  const source = at.placed?.library.sources.get(at.key);
  return !!source && source.bibliography !== null && libraryFileKind(source.bibliography) !== 'bibliography';
}

interface OwnKeyAt extends KeyAt {
  readonly placed: PlacedDraft;
}

interface Reach {
  /** The drafts in which the key is that of a renamed entry. */
  readonly concerned: readonly PlacedDraft[];
  readonly libraries: readonly Library[];
  readonly defining: readonly BibliographyFile[];
  /** Where the front matter of the only draft concerned defines the key. */
  readonly own: readonly Span[];
}

function reachOfOwn({ placed, key }: OwnKeyAt): Reach {
  return { concerned: [placed], libraries: [placed.library], defining: [], own: ownKeySpans(placed.draft, key) };
}

/**
 * All that must change together: a file that defines the key may serve other drafts, whose libraries may have more
 * files that define it.
 */
async function reachOf({ documents }: Session, at: KeyAt, drafts: readonly PlacedDraft[]): Promise<Reach> {
  const defining = new Map<string, BibliographyFile>();
  const libraries = new Set<Library>();
  const concerned = new Set<PlacedDraft>();
  let paths = at.placed === null ? [at.file ?? ''] : definingFiles(at.placed.library, at.key);
  if (at.placed !== null) libraries.add(at.placed.library);
  const looked = new Set<string>();
  while (paths.length > 0) {
    for (const path of paths) looked.add(path);
    const files = await Promise.all(paths.map((path) => bibliographyAt(path, documents)));
    for (const file of files) if (file !== null && file.writtenKeys(at.key).length > 0) defining.set(file.path, file);
    const found = drafts.filter(({ library }) => definingFiles(library, at.key).some((path) => defining.has(path)));
    for (const placed of found) {
      concerned.add(placed);
      libraries.add(placed.library);
    }
    const named = [...libraries].flatMap((library) => definingFiles(library, at.key));
    paths = [...new Set(named)].filter((path) => !looked.has(path));
  }
  return {
    concerned: drafts.filter((placed) => concerned.has(placed)),
    libraries: [...libraries],
    defining: [...defining.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    own: [],
  };
}

function placesIn(file: BibliographyFile, key: CiteKey): Span[] {
  return [...file.writtenKeys(key), ...keyReferences(file.path, file.converted.text, key)];
}

function editsOf(
  { uri, version, converted }: Pick<BibliographyFile, 'uri' | 'version' | 'converted'>,
  spans: readonly Span[],
  text: string,
): FileEdits {
  return { uri, version, changes: spans.map((span) => ({ range: converted.rangeOf(span), newText: text })) };
}

function refusal(reason: string): { readonly kind: 'refusal'; readonly reason: string } {
  return { kind: 'refusal', reason };
}
