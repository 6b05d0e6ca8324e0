import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver/node';
import type { ClientFeatures } from './client.ts';
import { fixAllKind } from './codeActions.ts';
import { triggerCharacters } from './completion.ts';

export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  const always: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    definitionProvider: true,
    completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: true },
    referencesProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: { label: 'Grounded' },
    workspaceSymbolProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
  };
  return {
    ...always,
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: { identifier: 'grounded', interFileDependencies: false, workspaceDiagnostics: false },
        }
      : {}),
    ...(client.followsFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}
