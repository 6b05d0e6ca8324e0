import { LSPErrorCodes, ReferencesRequest, ResponseError } from 'vscode-languageserver/node';
import { draftExtensions, textExtensions } from '../../shared/engine/index.ts';
import { type BibliographyFile, bibliographyAt } from './bibliographies.ts';
import { isBibliography, pathOf } from './convert.ts';
import type { Session } from './languageFeatures.ts';
import { linksOfBibliography, linksOfDraft } from './links.ts';
import { referencesAt } from './references.ts';
import { type OrRefusal, prepareRename, renameKey } from './rename.ts';
import { librarySymbols, symbolsOfBibliography, symbolsOfDraft } from './symbols.ts';
import type { WorkspaceDrafts } from './workspaceDrafts.ts';

/** What leads from one file to others: references, rename, links and symbols. */
export function registerNavigation(session: Session, drafts: WorkspaceDrafts): void {
  const { connection, guard, documents, libraries, workspace, ranges } = session;
  const openBibliography = async (uri: string): Promise<BibliographyFile | null> => {
    const path = isBibliography(uri) ? pathOf(uri) : null;
    return path === null ? null : bibliographyAt(path, documents);
  };
  connection.onDocumentLinks(
    guard('Links', null, async ({ textDocument: { uri } }) => {
      const bibliography = await openBibliography(uri);
      if (bibliography !== null) return linksOfBibliography(bibliography);
      const placed = await workspace.placed(uri);
      return placed && linksOfDraft(placed, ranges);
    }),
  );
  connection.onDocumentSymbol(
    guard('Outline', null, async ({ textDocument: { uri } }, token) => {
      const bibliography = await openBibliography(uri);
      if (bibliography !== null) return symbolsOfBibliography(bibliography);
      const placed = await workspace.checked(uri, token);
      return placed && symbolsOfDraft(placed);
    }),
  );
  connection.onWorkspaceSymbol(
    guard('Symbols', null, async ({ query }) => {
      // Where no draft is open yet, the workspace may still say where its library is.
      if (libraries.loaded().length === 0) await workspace.library(null);
      return librarySymbols(libraries.loaded(), query, ranges);
    }),
  );
  connection.onReferences(
    guard('References', null, ({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
      referencesAt(session, drafts, { uri, position, includeDeclaration }, token),
    ),
  );
  connection.onPrepareRename(async ({ textDocument: { uri }, position }, token) =>
    accepted(await guard('Rename', failed, () => prepareRename(session, uri, position))(null, token)),
  );
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token) =>
    accepted(
      await guard('Rename', failed, () => renameKey(session, drafts, { uri, position, newName }, token))(null, token),
    ),
  );
}

/** Asks the client for references in sources, too, which are not sent to the server while they are open. */
export function followSources({ connection, client }: Session): void {
  if (!client.registersReferences) return;
  const extensions = textExtensions.filter((extension) => !draftExtensions.includes(extension.slice(1)));
  const pattern = `**/*{${extensions.join(',')}}`;
  const documentSelector = [{ scheme: 'file', pattern }];
  connection.client.register(ReferencesRequest.type, { documentSelector }).catch((error: unknown) => {
    connection.console.warn(`The editor shows no references in sources: ${error}`);
  });
}

const failed: OrRefusal<never> = { kind: 'refusal', reason: 'The rename failed; the log says why.' };

/** A refusal is told by an error of the protocol: editors show its message. */
function accepted<T>(result: OrRefusal<T>): T {
  if (result.kind === 'answer') return result.answer;
  throw new ResponseError(LSPErrorCodes.RequestFailed, result.reason);
}
