import { setTimeout as pause } from 'node:timers/promises';
import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver/node';
import { isBibliography } from './convert.ts';
import { draftDiagnostics } from './diagnostics.ts';
import type { Session } from './languageFeatures.ts';
import { createSchedule } from './schedule.ts';

export interface DiagnosticsFlow {
  /** Checks all open drafts again, as their libraries or settings have changed. */
  recheckAll(): void;
  dispose(): void;
}

/** Diagnostics to clients that ask for them, and to those that wait for them. */
export function registerDiagnostics(session: Session, events: { readonly checked: () => void }): DiagnosticsFlow {
  return session.client.pullsDiagnostics
    ? registerPull(session, events.checked)
    : registerPush(session, events.checked);
}

function registerPush(
  { connection, documents, workspace, ranges, settings }: Session,
  checked: () => void,
): DiagnosticsFlow {
  const schedule = createSchedule(async (uri, token) => {
    try {
      const placed = await workspace.checked(uri, token);
      if (placed === null || token.isCancellationRequested) return;
      const diagnostics = draftDiagnostics(placed, ranges);
      const version = placed.version === null ? {} : { version: placed.version };
      await connection.sendDiagnostics({ uri, ...version, diagnostics });
      checked();
    } catch (error) {
      if (token.isCancellationRequested) return;
      connection.console.error(`The check of ${uri} failed: ${error instanceof Error ? error.stack : error}`);
    }
  });
  const opened = new Set<string>();
  documents.onDidChangeContent(async ({ document: { uri } }) => {
    const isNew = !opened.has(uri);
    opened.add(uri);
    const { run, delay } = await settings.of(uri);
    if (isNew) schedule.request(uri, 0);
    else if (run === 'onType') schedule.request(uri, delay);
  });
  documents.onDidSave(({ document: { uri } }) => schedule.request(uri, 0));
  documents.onDidClose(({ document: { uri } }) => {
    opened.delete(uri);
    schedule.cancel(uri);
    workspace.forget(uri);
    // What is said of a bibliography is about the library, and stays.
    if (!isBibliography(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return {
    recheckAll() {
      for (const { uri } of documents.all()) schedule.request(uri, 0);
    },
    dispose: () => schedule.dispose(),
  };
}

function registerPull(
  { connection, documents, workspace, ranges, settings, guard, client }: Session,
  checked: () => void,
): DiagnosticsFlow {
  const results = new Map<string, { id: string; diagnostics: string }>();
  const saved = new Map<string, number>();
  let count = 0;
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const pull = guard<{ textDocument: { uri: string }; previousResultId?: string }, DocumentDiagnosticReport>(
    'The check',
    empty,
    async ({ textDocument: { uri }, previousResultId }, token) => {
      const { run, delay } = await settings.of(uri);
      const last = results.get(uri);
      const unchanged = last !== undefined && last.id === previousResultId;
      if (unchanged && run === 'onSave' && documents.get(uri)?.version !== saved.get(uri)) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.id };
      }
      if (last !== undefined && run === 'onType') await pause(delay);
      const placed = token.isCancellationRequested ? null : await workspace.checked(uri, token);
      if (placed === null) return empty;
      const items = draftDiagnostics(placed, ranges);
      checked();
      const key = JSON.stringify(items);
      if (unchanged && last.diagnostics === key)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.id };
      const id = String(++count);
      results.set(uri, { id, diagnostics: key });
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
    },
  );
  connection.languages.diagnostics.on((params, token) => pull(params, token));
  documents.onDidOpen(({ document }) => saved.set(document.uri, document.version));
  documents.onDidSave(({ document }) => {
    saved.set(document.uri, document.version);
    void settings.of(document.uri).then(({ run }) => run === 'onSave' && recheckAll());
  });
  documents.onDidClose(({ document: { uri } }) => {
    results.delete(uri);
    saved.delete(uri);
    workspace.forget(uri);
  });

  function recheckAll(): void {
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  }
  return { recheckAll, dispose() {} };
}
