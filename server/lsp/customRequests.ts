import { randomUUID } from 'node:crypto';
import {
  type CancellationToken,
  CancellationTokenSource,
  type RequestHandler,
  RequestType,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver/node';
import type { Library } from '../../shared/engine/index.ts';
import {
  type CitationChoicesParams,
  type CitationChoicesResult,
  type CitationEditParams,
  type CitationEditResult,
  citationChoices,
  citationEdit,
  type SourcePlaceParams,
  type SourcePlaceResult,
  sourcePlace,
} from '../../shared/protocol/citations.ts';
import {
  type CheckDocumentParams,
  type CheckDocumentResult,
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  checkDocument,
  checkWorkspace,
  type ExplainParams,
  type ExplainResult,
  explain,
  type ReindexResult,
  reindex,
  type SearchParams,
  type SearchResult,
  type SourceAtParams,
  type SourceAtResult,
  search,
  sourceAt,
} from '../../shared/protocol/messages.ts';
import {
  type SourcesParams,
  type SourcesResult,
  type SourceTablesParams,
  type SourceTablesResult,
  sources,
  sourceTables,
} from '../../shared/protocol/tables.ts';
import { checkWorkspace as checkAllDrafts } from './checkWorkspace.ts';
import { choicesAt, editAt, placeOf } from './citing.ts';
import { documentIdOf } from './convert.ts';
import type { DiagnosticsFlow } from './diagnosticsFlow.ts';
import type { Session } from './languageFeatures.ts';
import { explanationAt, placeAt, searchHits } from './lookups.ts';
import { reportOn } from './reports.ts';
import { sourceKeyAt, sourceKeyOf, sourcesOf, tablesOf } from './sourceTables.ts';
import type { StatusReporter } from './status.ts';

/** The requests of `shared/protocol/messages.ts`. */
export function registerCustomRequests(session: Session, diagnostics: DiagnosticsFlow, status: StatusReporter): void {
  const { connection, documents, client, guard, settings, folders, libraries, workspace, ranges } = session;
  const on = <P, R>(
    method: string,
    empty: R,
    handle: (params: P, token: CancellationToken) => R | Promise<R>,
  ): void => {
    const type = new RequestType<P, R, void>(method);
    connection.onRequest(type, guard(method, empty, handle) as RequestHandler<P, R, void>);
  };

  on<CheckDocumentParams, CheckDocumentResult>(checkDocument.method, null, async ({ uri }, token) => {
    libraries.invalidate();
    const placed = await workspace.checkedFresh(uri, token);
    return placed === null ? null : reportOn([placed], folders.rootOf(uri), ranges);
  });

  const nothing: CheckWorkspaceResult = reportOn([], null, ranges);
  on<CheckWorkspaceParams | null, CheckWorkspaceResult>(checkWorkspace.method, nothing, async (params, requested) => {
    libraries.invalidate();
    const { exclude, maxFileSize } = await settings.of(null);
    const { reporter, token, dispose } = await progressOf(params, requested);
    reporter?.begin('Checking claims', 0, undefined, true);
    const checked = await checkAllDrafts(
      workspace,
      {
        folders: folders.paths(),
        exclude,
        maxFileSize: maxFileSize * 1_000_000,
        open: documents.all().map(({ uri }) => uri),
        report: (percentage, name) => reporter?.report(percentage, name),
      },
      token,
    ).finally(() => {
      reporter?.done();
      dispose();
    });
    return reportOn(checked, folders.rootOf(null), ranges);
  });

  on<SourceAtParams, SourceAtResult>(sourceAt.method, null, async ({ uri, position }, token) => {
    const placed = await workspace.checked(uri, token);
    return placed && placeAt(placed, position, ranges);
  });
  on<ExplainParams, ExplainResult>(explain.method, null, async ({ uri, position }, token) => {
    const placed = await workspace.checked(uri, token);
    return placed && explanationAt(placed, position);
  });
  on<SearchParams, SearchResult>(search.method, [], async ({ query, limit, uri }) => {
    const placed = uri === undefined ? null : await workspace.placed(uri);
    return searchHits(placed ?? (await workspace.library(uri ?? null)), query, limit, ranges);
  });
  const noSources: SourcesResult = { sources: [], current: null };
  on<SourcesParams, SourcesResult>(sources.method, noSources, async ({ uri, position }, token) => {
    const library = await libraryAround(uri);
    const itself = uri === undefined ? null : sourceKeyOf(library, uri);
    if (itself !== null || uri === undefined || position === undefined) return sourcesOf(library, itself);
    const checked = await workspace.checked(uri, token);
    return sourcesOf(library, checked && sourceKeyAt(checked, position));
  });
  on<SourceTablesParams, SourceTablesResult>(sourceTables.method, null, async ({ source, uri }) =>
    tablesOf(await libraryAround(uri), source, ranges, randomUUID()),
  );
  on<CitationChoicesParams, CitationChoicesResult>(citationChoices.method, null, async ({ uri, position }) => {
    const placed = await workspace.placed(uri);
    return placed && choicesAt(placed, position);
  });
  on<CitationEditParams, CitationEditResult>(citationEdit.method, null, async ({ uri, position, keys }) => {
    const placed = await workspace.placed(uri);
    return placed && editAt(placed, position, keys);
  });
  on<SourcePlaceParams, SourcePlaceResult>(sourcePlace.method, null, async ({ uri, key }) => {
    const placed = await workspace.placed(uri);
    return placed && placeOf(placed, key, ranges);
  });
  connection.onRequest(reindex.method, async (): Promise<ReindexResult> => {
    libraries.invalidate();
    await Promise.all(documents.all().map(({ uri }) => workspace.checkedFresh(uri)));
    diagnostics.recheckAll();
    return status.current();
  });

  /** The library that a file is a source of, else that of the draft, else that of the workspace. */
  async function libraryAround(uri: string | undefined): Promise<Library> {
    if (uri === undefined) return (await workspace.library(null)).library;
    const id = documentIdOf(uri);
    const holding = id === null ? undefined : libraries.loaded().find(({ documents }) => documents.has(id));
    return holding ?? ((await workspace.placed(uri)) ?? (await workspace.library(uri))).library;
  }

  /** Progress where the request asks for it or the client can show it; its cancel button and the request's own both count. */
  async function progressOf(
    params: CheckWorkspaceParams | null,
    requested: CancellationToken,
  ): Promise<{ reporter: WorkDoneProgressReporter | null; token: CancellationToken; dispose: () => void }> {
    const asked = params?.workDoneToken;
    if (asked !== undefined) {
      const reporter = connection.window.attachWorkDoneProgress(asked);
      return { reporter, token: requested, dispose() {} };
    }
    if (!client.showsProgress) return { reporter: null, token: requested, dispose() {} };
    const reporter = await connection.window.createWorkDoneProgress();
    const both = new CancellationTokenSource();
    const listeners = [requested, reporter.token].map((one) => one.onCancellationRequested(() => both.cancel()));
    if (requested.isCancellationRequested) both.cancel();
    const dispose = (): void => {
      for (const listener of listeners) listener.dispose();
    };
    return { reporter, token: both.token, dispose };
  }
}
