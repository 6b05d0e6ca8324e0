import {
  CodeActionKind,
  type Connection,
  type Location,
  type LocationLink,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientFeatures } from './client.ts';
import { codeActions, wants } from './codeActions.ts';
import { completionList, draftOfItem, resolveItem } from './completion.ts';
import { isBibliography, type SourceRanges } from './convert.ts';
import { entryActions } from './entryActions.ts';
import type { Folders } from './folders.ts';
import type { Guard } from './guard.ts';
import type { Libraries } from './libraries.ts';
import { definitionLinks, hoverAt } from './lookups.ts';
import { entryAt } from './references.ts';
import type { SettingsSource } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What the handlers of one session share. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: ClientFeatures;
  readonly guard: Guard;
  readonly settings: SettingsSource;
  readonly folders: Folders;
  readonly libraries: Libraries;
  readonly workspace: Workspace;
  readonly ranges: SourceRanges;
}

/** Hover, definition, completion and code actions. */
export function registerLanguageFeatures(session: Session): void {
  const { connection, client, guard, workspace, ranges } = session;
  connection.onHover(
    guard('Hover', null, async ({ textDocument, position }, token) => {
      const placed = await workspace.checked(textDocument.uri, token);
      return placed && hoverAt(placed, position, ranges);
    }),
  );
  connection.onDefinition(
    guard('Definition', null, async ({ textDocument, position }, token) => {
      const placed = await workspace.checked(textDocument.uri, token);
      const links = placed
        ? definitionLinks(placed, position, ranges)
        : isBibliography(textDocument.uri)
          ? await entryAt(session, textDocument.uri, position)
          : [];
      return client.definitionLinks ? links : links.map(locationOf);
    }),
  );
  connection.onCompletion(
    guard('Completion', null, async (params) => {
      const placed = await workspace.placed(params.textDocument.uri);
      return placed && completionList(placed, params, client.completionDefaults);
    }),
  );
  connection.onCompletionResolve(async (item, token) => {
    const uri = draftOfItem(item);
    const resolve = guard('Completion details', item, async () => {
      const placed = uri === null ? null : await workspace.placed(uri);
      return placed === null ? item : resolveItem(item, placed, ranges);
    });
    return resolve(item, token);
  });
  connection.onCodeAction(
    guard('Quick fixes', null, async (params, token) => {
      const placed = await workspace.checked(params.textDocument.uri, token);
      if (placed === null) return null;
      const entries = wants(params.context, CodeActionKind.QuickFix)
        ? await entryActions(placed, placed.converted.offsetAt(params.range.start), session.documents, client)
        : [];
      return [...codeActions(placed, params, client), ...entries];
    }),
  );
}

function locationOf({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
