import type { CancellationToken, Location, LocationLink, Position } from 'vscode-languageserver/node';
import { citedSpans, type Relied, reliedAt, relyingSpans, statedKeyAt } from '../../shared/editor/references.ts';
import { keyReferences } from '../../shared/editor/renameKey.ts';
import {
  type CiteKey,
  checkDraft,
  type DocumentId,
  holds,
  type Library,
  type Span,
} from '../../shared/engine/index.ts';
import { type BibliographyFile, bibliographyAt, definingFiles } from './bibliographies.ts';
import { isBibliography, pathOf } from './convert.ts';
import type { Session } from './languageFeatures.ts';
import type { CheckedPlacedDraft, PlacedDraft } from './workspace.ts';
import type { WorkspaceDrafts } from './workspaceDrafts.ts';

export interface ReferenceRequest {
  readonly uri: string;
  readonly position: Position;
  /** The entries of a key, the place of a table, belong to the answer. */
  readonly includeDeclaration: boolean;
}

/**
 * Who relies on what stands at a position: of a key the citations in all drafts of the workspace, of an entry in its
 * bibliography also the numbers that rest on the work uncited, of a source's table or sentence the numbers that rest
 * on it.
 */
export async function referencesAt(
  session: Session,
  drafts: WorkspaceDrafts,
  { uri, position, includeDeclaration }: ReferenceRequest,
  token: CancellationToken,
): Promise<Location[]> {
  const all = await drafts.all(token);
  const asked = await askedAt(session, all, uri, position, token);
  if (asked === null) return [];
  const { relied, isMeant } = asked;
  const meant = all.filter(isMeant);
  const places: Location[] = [];
  if ('key' in relied) {
    const files = await filesDefining(meant, relied.key, session.documents);
    if (includeDeclaration) places.push(...definitionsOf(relied.key, meant, files));
    // Parts name the entry of what they stand in.
    for (const file of files) places.push(...placesIn(file, keyReferences(file.path, file.converted.text, relied.key)));
  } else if (includeDeclaration) places.push(...placeOfEvidence(relied, meant, session.ranges));
  for (const placed of meant) {
    if (token.isCancellationRequested) break;
    const spans =
      relied.kind === 'key'
        ? citedSpans(placed.draft, placed.library, relied.key)
        : await spansIn(session, placed, relied, token);
    for (const span of spans) places.push({ uri: placed.uri, range: placed.converted.rangeOf(span) });
    // Judging is synchronous; a cancellation can only arrive when the event loop gets its turn.
    await new Promise<void>((resume) => setImmediate(resume));
  }
  return places;
}

/** The entry of a bibliography at a position, as a definition: editors then offer its references. */
export async function entryAt({ documents }: Session, uri: string, position: Position): Promise<LocationLink[]> {
  const file = await bibliographyAt(pathOf(uri) ?? '', documents);
  const offset = file?.converted.offsetAt(position) ?? 0;
  const entry = file?.entries.find(({ keySpan }) => holds(keySpan, offset));
  if (file === null || entry === undefined) return [];
  const range = file.converted.rangeOf(entry.keySpan);
  return [{ originSelectionRange: range, targetUri: file.uri, targetRange: range, targetSelectionRange: range }];
}

interface Asked {
  readonly relied: Relied;
  /** The drafts for which it is this very thing: another folder may have another work under the same key. */
  readonly isMeant: (draft: PlacedDraft) => boolean;
}

async function askedAt(
  { documents, workspace, ranges }: Session,
  all: readonly PlacedDraft[],
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<Asked | null> {
  const path = pathOf(uri);
  if (path !== null && isBibliography(uri)) {
    const file = await bibliographyAt(path, documents);
    const offset = file?.converted.offsetAt(position) ?? 0;
    const entry = file?.entries.find(({ span }) => holds(span, offset));
    if (entry === undefined) return null;
    const isMeant = ({ library }: PlacedDraft): boolean => definingFiles(library, entry.key).includes(path);
    return { relied: { kind: 'work', key: entry.key }, isMeant };
  }
  for (const { library } of path === null ? [] : all) {
    const document = documentAt(library, path as string, position, ranges.placeOf);
    if (document !== null) return { relied: document.relied, isMeant: holding(document.id) };
  }
  const checked = await workspace.checked(uri, token);
  const relied = checked && reliedInDraft(checked, checked.converted.offsetAt(position));
  if (checked === null || relied === null) return null;
  if (relied.kind === 'table' || relied.kind === 'passage') return { relied, isMeant: holding(relied.document) };
  // What is cited by another name is the same work.
  const key = checked.library.sources.get(relied.key)?.key ?? relied.key;
  return {
    relied: { ...relied, key },
    isMeant: ({ library }) => isSameSource(library, checked.library, key),
  };
}

function reliedInDraft({ draft, checked }: CheckedPlacedDraft, offset: number): Relied | null {
  const stated = statedKeyAt(draft, offset);
  return stated === null ? reliedAt(checked, offset) : { kind: 'key', key: stated.key };
}

function holding(document: DocumentId): Asked['isMeant'] {
  return ({ library }) => library.documents.has(document);
}

/** The source whose file this is, with its table or sentence at the position; the work itself between them. */
function documentAt(
  library: Library,
  path: string,
  position: Position,
  placeOf: Session['ranges']['placeOf'],
): { readonly id: DocumentId; readonly relied: Relied } | null {
  for (const [id, { document }] of library.documents) {
    if (id !== path && document.origin.kind !== 'parts') continue;
    const isHere = ({ span }: { readonly span: Span }): boolean => {
      const { path: file, range } = placeOf(id, span);
      return file === path && range !== null && !isBefore(position, range.start) && !isBefore(range.end, position);
    };
    const tableIndex = document.tables.findIndex(isHere);
    if (tableIndex >= 0) return { id, relied: { kind: 'table', document: id, tableIndex } };
    const sentence = document.passages.find((passage) => passage.kind === 'sentence' && isHere(passage));
    if (sentence !== undefined) return { id, relied: { kind: 'passage', document: id, span: sentence.span } };
    const source = [...library.sources.values()].find((one) => id === path && one.id === id);
    if (source !== undefined) return { id, relied: { kind: 'work', key: source.key } };
  }
  return null;
}

/** True where two libraries have one source behind a key, or both none. */
function isSameSource(a: Library, b: Library, key: CiteKey): boolean {
  if (a === b) return true;
  const [one, other] = [a.sources.get(key), b.sources.get(key)];
  return one !== undefined && other !== undefined && one.bibliography === other.bibliography && one.id === other.id;
}

async function spansIn(
  { workspace, documents }: Session,
  placed: PlacedDraft,
  relied: Relied,
  token: CancellationToken,
) {
  // A draft may lie among the sources of its library; what cites is judged here all the same.
  const open = documents.get(placed.uri) === undefined ? null : await workspace.checked(placed.uri, token);
  const checked = open?.checked ?? checkDraft(placed.draft, placed.library, token);
  return relyingSpans(placed.draft, checked, placed.library, relied);
}

/** The bibliographies that define a key. */
async function filesDefining(
  drafts: readonly PlacedDraft[],
  key: CiteKey,
  documents: Session['documents'],
): Promise<BibliographyFile[]> {
  const libraries = new Set(drafts.map(({ library }) => library));
  const paths = new Set([...libraries].flatMap((library) => definingFiles(library, key)));
  const files = await Promise.all([...paths].sort().map((path) => bibliographyAt(path, documents)));
  return files.filter((file) => file !== null);
}

function placesIn({ uri, converted }: Pick<BibliographyFile, 'uri' | 'converted'>, spans: readonly Span[]): Location[] {
  return spans.map((span) => ({ uri, range: converted.rangeOf(span) }));
}

/** Where a work is defined, in bibliographies and in drafts themselves. */
function definitionsOf(key: CiteKey, drafts: readonly PlacedDraft[], files: readonly BibliographyFile[]): Location[] {
  const ownEntries = ({ draft }: PlacedDraft): Span[] =>
    draft.references.filter((entry) => entry.key === key).map(({ keySpan }) => keySpan);
  return [
    ...files.flatMap((file) => placesIn(file, file.definitionsOf(key))),
    ...drafts.flatMap((placed) => placesIn(placed, ownEntries(placed))),
  ];
}

/** Where the table or sentence stands. */
function placeOfEvidence(
  relied: Exclude<Relied, { readonly key: CiteKey }>,
  [placed]: readonly PlacedDraft[],
  ranges: Session['ranges'],
): Location[] {
  if (relied.kind === 'passage') return [ranges.locationOf(relied.document, relied.span)];
  const table = placed?.library.documents.get(relied.document)?.document.tables[relied.tableIndex];
  return table === undefined ? [] : [ranges.locationOf(relied.document, table.span)];
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
