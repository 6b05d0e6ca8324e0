// Which documents the language server sees, and how it is started.
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { showPdfPlace } from '../shared/protocol/pdfPlaces.ts';
import { symbolsBesideHeadings } from './outline.ts';

const LANGUAGES = ['markdown', 'quarto', 'rmd', 'myst', 'latex', 'tex', 'typst', 'org'];
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

/** The documents that are checked: drafts on disk or not yet on disk, not our own reports. */
export const DRAFTS: { language: string; scheme: string }[] = LANGUAGES.flatMap((language) =>
  SCHEMES.map((scheme) => ({ language, scheme })),
);

/** Bibliographies are sent, too, for who relies on an entry, for other names of a key, links and outlines. */
const BIBLIOGRAPHIES = [{ scheme: 'file', pattern: '**/*.bib' }];

/**
 * A small nursery that need not grow first, and few heaps of the C library (as in glibc, elsewhere without effect):
 * reading a large bibliography leaves tens of megabytes less behind, at no cost in time.
 */
const serverOptions = {
  execArgv: ['--max-semi-space-size=4', '--min-semi-space-size=2'],
  env: { MALLOC_ARENA_MAX: '2' },
};

/** A client that is not started yet. The server runs in a Node process of its own, spoken to over IPC. */
export function createClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const options: LanguageClientOptions = {
    documentSelector: [...DRAFTS, ...BIBLIOGRAPHIES],
    outputChannel: log,
    traceOutputChannel: log,
    initializationOptions: {
      // What was read of the library is kept where the editor wants what belongs to an extension.
      cacheFolder: vscode.Uri.joinPath(context.globalStorageUri, 'cache').fsPath,
      searchCommand: 'grounded.searchLibrary',
      pdfPlaces: true,
    },
    // A hover quotes third-party text: no HTML in it, and of commands only the one that opens a place in a PDF.
    markdown: { isTrusted: { enabledCommands: [showPdfPlace] }, supportHtml: false },
    middleware: { provideDocumentSymbols: symbolsBesideHeadings },
  };
  const ipc = { module, transport: TransportKind.ipc };
  const run = { ...ipc, options: serverOptions };
  const debug = { ...ipc, options: { execArgv: ['--nolazy', '--inspect=127.0.0.1:6009'] } };
  return new LanguageClient('grounded', 'Grounded', { run, debug }, options);
}
