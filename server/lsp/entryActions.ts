import { basename, dirname, join, relative } from 'node:path';
import { type CodeAction, CodeActionKind, type TextDocuments, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { citationAt } from '../../shared/editor/at.ts';
import { newEntry } from '../../shared/editor/newEntry.ts';
import type { Source } from '../../shared/engine/index.ts';
import { stampOf } from '../host/readText.ts';
import { bibliographyAt } from './bibliographies.ts';
import type { ClientFeatures } from './client.ts';
import { uriOf } from './convert.ts';
import { workspaceEditOf } from './edits.ts';
import type { PlacedDraft } from './workspace.ts';

/** At a citation of a source that no bibliography has an entry for: to add one. */
export async function entryActions(
  placed: PlacedDraft,
  offset: number,
  documents: TextDocuments<TextDocument>,
  client: ClientFeatures,
): Promise<CodeAction[]> {
  const citation = citationAt(placed.draft, offset);
  const source = citation === null ? undefined : placed.library.sources.get(citation.key);
  if (source === undefined || source.id === null || source.entry !== null) return [];
  const path = bibliographyFor(placed);
  const edit = path === null ? null : await addEntry(source, path, documents, client);
  if (path === null || edit === null) return [];
  const title = `Add an entry for @${source.key} to ${basename(path)}`;
  return [{ title, kind: CodeActionKind.QuickFix, edit }];
}

/** The file that the draft names, else one that the library has, else a new one beside the sources. */
function bibliographyFor({ location, library }: PlacedDraft): string | null {
  const [named] = location.bibliographies;
  if (named !== undefined) return named;
  for (const { bibliography } of library.sources.values()) if (bibliography !== null) return bibliography;
  const [folder] = location.folders;
  return folder === undefined ? null : join(folder, 'references.bib');
}

async function addEntry(
  source: Source,
  path: string,
  documents: TextDocuments<TextDocument>,
  client: ClientFeatures,
): Promise<WorkspaceEdit | null> {
  const file = relative(dirname(path), source.id ?? '').replace(/\\/g, '/');
  const known = await bibliographyAt(path, documents);
  if (known !== null) {
    const edit = newEntry(source, file, { path, text: known.converted.text });
    if (edit === null) return null;
    const changes = [{ range: known.converted.rangeOf(edit.span), newText: edit.text }];
    return workspaceEditOf([{ uri: known.uri, version: known.version, changes }], client);
  }
  const start = { line: 0, character: 0 };
  const edit = newEntry(source, file, { path, text: '' });
  if (edit === null || !client.createsFiles || (await stampOf(path)) !== null) return null;
  const uri = uriOf(path);
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: edit.text }] },
    ],
  };
}
