import type { InitializeParams } from 'vscode-languageserver/node';

/** What the server wants to know of its client, in words. */
export interface ClientFeatures {
  /** It asks for diagnostics; else they are published to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly watchesFiles: boolean;
  /** It can watch files outside the workspace. */
  readonly watchesElsewhere: boolean;
  readonly registersConfiguration: boolean;
  readonly followsFolders: boolean;
  readonly versionedEdits: boolean;
  /** An edit may create a file. */
  readonly createsFiles: boolean;
  readonly definitionLinks: boolean;
  readonly preparesRename: boolean;
  readonly registersReferences: boolean;
  /** It can be asked to send more documents, and to offer for them what it offers for others. */
  readonly registersDocuments: boolean;
  /** It takes what all completion items share once, in front of them. */
  readonly completionDefaults: boolean;
  readonly showsProgress: boolean;
  /** The command of the client that opens a search of the library for its argument; null where it names none. */
  readonly searchCommand: string | null;
  /** It opens the addresses of places in PDFs. */
  readonly opensPdfPlaces: boolean;
}

export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { textDocument, workspace, window } = capabilities;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesElsewhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    followsFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    completionDefaults: ['editRange', 'data'].every((name) =>
      textDocument?.completion?.completionList?.itemDefaults?.includes(name),
    ),
    preparesRename: textDocument?.rename?.prepareSupport === true,
    registersReferences: textDocument?.references?.dynamicRegistration === true,
    registersDocuments: [
      textDocument?.synchronization,
      textDocument?.definition,
      textDocument?.references,
      textDocument?.rename,
      textDocument?.documentLink,
      textDocument?.documentSymbol,
    ].every((feature) => feature?.dynamicRegistration === true),
    definitionLinks: textDocument?.definition?.linkSupport === true,
    showsProgress: window?.workDoneProgress === true,
    searchCommand: optionIn(initializationOptions, 'searchCommand'),
    opensPdfPlaces: initializationOptions?.pdfPlaces === true,
  };
}

/** A text among the client's own options. */
export function optionIn(options: unknown, name: string): string | null {
  const value = typeof options === 'object' && options !== null ? (options as Record<string, unknown>)[name] : null;
  return typeof value === 'string' ? value : null;
}
