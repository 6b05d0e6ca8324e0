// The commands of the palette, each by its name in package.json.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { checkDocumentCommand, checkWorkspaceCommand } from './commands/check.ts';
import { insertCitation } from './commands/citation.ts';
import { explainClaim, showSource } from './commands/cursor.ts';
import { openSample } from './commands/sample.ts';
import { searchLibrary } from './commands/search.ts';
import { reindexLibrary, restartServer } from './commands/service.ts';
import { showTables } from './commands/tables.ts';
import { importBibliographyFromZotero } from './commands/zotero.ts';
import type { EvidenceChanges } from './evidenceChanges.ts';
import type { PdfView } from './pdf/pdfView.ts';
import type { ReportView } from './reportView.ts';
import type { TablesView } from './tablesView.ts';

/** What a command works with. */
export interface Session {
  readonly context: vscode.ExtensionContext;
  readonly client: LanguageClient;
  readonly log: vscode.LogOutputChannel;
  readonly reports: ReportView;
  readonly tables: TablesView;
  readonly pdfs: PdfView;
  readonly changes: EvidenceChanges;
}

/** `argument` is what a code action of the server hands over. */
type Command = (session: Session, argument?: unknown) => Promise<void> | void;

const COMMANDS: Record<string, Command> = {
  'grounded.checkDocument': checkDocumentCommand,
  'grounded.checkWorkspace': checkWorkspaceCommand,
  'grounded.showSource': showSource,
  'grounded.explainClaim': explainClaim,
  'grounded.showTables': showTables,
  'grounded.insertCitation': insertCitation,
  'grounded.showChangedVerdicts': ({ changes }) => changes.show(),
  'grounded.searchLibrary': searchLibrary,
  'grounded.reindexLibrary': reindexLibrary,
  'grounded.importFromZotero': importBibliographyFromZotero,
  'grounded.restartServer': restartServer,
  'grounded.openSample': openSample,
  'grounded.showLog': ({ log }) => log.show(),
};

export function registerCommands(session: Session): vscode.Disposable[] {
  return Object.entries(COMMANDS).map(([name, run]) =>
    vscode.commands.registerCommand(name, (argument?: unknown) => report(name, session, () => run(session, argument))),
  );
}

/** A command that fails says so once, with the way to the log; a cancelled one says nothing. */
async function report(name: string, session: Session, run: () => Promise<void> | void): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    const message = error instanceof Error ? error.message : String(error);
    session.log.error(`${name}: ${message}`);
    void vscode.window.showErrorMessage(`Grounded: ${message}`, 'Show Log').then((choice) => {
      if (choice !== undefined) session.log.show();
    });
  }
}
