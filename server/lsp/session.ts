import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { prepareCiteIndex } from '../../shared/editor/citeIndex.ts';
import { type Library, prepareLookups } from '../../shared/engine/index.ts';
import { defaultSettings, type Settings } from '../../shared/protocol/settings.ts';
import type { ReadingCache } from '../host/cache/readingCache.ts';
import type { Logger } from '../host/log.ts';
import type { ClientFeatures } from './client.ts';
import { createSourceRanges, isBibliography, placesWithDrafts } from './convert.ts';
import { registerCustomRequests } from './customRequests.ts';
import { registerDiagnostics } from './diagnosticsFlow.ts';
import { reportEvidenceChanges } from './evidenceChanges.ts';
import { createFolders } from './folders.ts';
import { followBibliographies } from './followBibliographies.ts';
import { createGuard } from './guard.ts';
import { registerZotero } from './importFromZotero.ts';
import { createIndexingProgress } from './indexing.ts';
import { registerLanguageFeatures } from './languageFeatures.ts';
import { createLibraries } from './libraries.ts';
import { followSources, registerNavigation } from './navigation.ts';
import { createLibraryPublisher } from './publish.ts';
import { createMemoryRelease } from './releaseMemory.ts';
import { createSettingsSource } from './settings.ts';
import { createStatusReporter } from './status.ts';
import { createUnusedEntries } from './unusedEntries.ts';
import { createFileWatch } from './watch.ts';
import { createWorkspace } from './workspace.ts';
import { createWorkspaceDrafts } from './workspaceDrafts.ts';

/** So many entries and documents leave enough behind to be worth a pause. */
const many = 1000;

export interface SessionOptions {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly params: InitializeParams;
  readonly client: ClientFeatures;
  readonly logger: Logger;
  readonly cache: ReadingCache | null;
}

/** Everything that lives from `initialize` to `shutdown`: who knows whom, and what each event of the client sets off. */
export function startSession({ connection, documents, params, client, logger, cache }: SessionOptions): void {
  const guard = createGuard(logger);
  const settings = createSettingsSource(connection, params, logger);
  const folders = createFolders(params);
  const indexing = createIndexingProgress(connection, client.showsProgress);
  const libraries = createLibraries(
    {
      loading(progress) {
        if (progress.done === 0) status.indexing();
        indexing.report(progress);
      },
      loaded(changed) {
        indexing.done();
        status.report();
        // Looking over thousands of entries for problems takes longer than those who wait for the library should.
        setImmediate(publishLibraryState);
        if (changed) diagnostics.recheckAll();
      },
    },
    cache,
  );
  const workspace = createWorkspace({
    documents,
    libraries,
    settingsOf: settings.of,
    rootOf: folders.rootOf,
    rechecked: (before, after) => reportEvidenceChanges(connection, before, after),
  });
  const ranges = createSourceRanges(placesWithDrafts(libraries.placeOf, documents), client.opensPdfPlaces);
  const status = createStatusReporter(connection, libraries, workspace);
  const followed = followBibliographies(connection, client);
  const libraryProblems = createLibraryPublisher(connection);
  const session = { connection, documents, client, guard, settings, folders, libraries, workspace, ranges };
  const diagnostics = registerDiagnostics(session, {
    checked() {
      memory.putOff();
      publishLibraryState();
      unused.look();
      void prepareCompletions();
    },
  });
  registerLanguageFeatures(session);
  const drafts = createWorkspaceDrafts(session);
  const unused = createUnusedEntries(session, drafts, publishLibraryState);
  registerNavigation(session, drafts);
  registerCustomRequests(session, diagnostics, status);
  registerZotero(session, filesMayHaveChanged);

  const prepared = new WeakSet<Library>();
  const memory = createMemoryRelease();
  let workspaceSettings: Settings = defaultSettings;
  let watch: ReturnType<typeof createFileWatch> | null = null;

  function publishLibraryState(): void {
    status.report();
    followed.include(libraries.loaded());
    const bibliographies = documents.all().filter(({ uri }) => isBibliography(uri));
    const open = bibliographies.map(({ uri }) => uri).join('\n');
    libraryProblems.publish(
      libraries.loaded().map((library) => ({
        library,
        settings: workspaceSettings,
        ranges,
        textOf: libraries.textOf,
        open,
        unused: unused.of(library),
      })),
    );
    watch?.include(
      workspace.lastChecks().flatMap(({ location }) => location.folders),
      folders.paths(),
    );
  }

  async function readWorkspaceSettings(): Promise<void> {
    workspaceSettings = await settings.of(null);
  }

  /** What a completion looks up is made ready while nobody waits for it. */
  async function prepareCompletions(): Promise<void> {
    for (const library of libraries.loaded()) {
      if (prepared.has(library)) continue;
      prepared.add(library);
      const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));
      await pause();
      await prepareCiteIndex(library, pause);
      await prepareLookups(library, pause);
      if (library.sources.size + library.documents.size > many) memory.due();
    }
  }

  function filesMayHaveChanged(): void {
    libraries.invalidate();
    diagnostics.recheckAll();
  }

  connection.onInitialized(() => {
    watch = createFileWatch(connection, client);
    followSources(session);
    if (client.registersConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'grounded' });
    }
    if (client.followsFolders) folders.follow(connection, filesMayHaveChanged);
    void readWorkspaceSettings();
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    void readWorkspaceSettings().then(filesMayHaveChanged);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace.filesChanged(changes.map(({ uri }) => uri));
    filesMayHaveChanged();
  });
  for (const event of [documents.onDidOpen, documents.onDidClose])
    event(({ document: { uri } }) => isBibliography(uri) && publishLibraryState());
  connection.onShutdown(() => {
    diagnostics.dispose();
    libraries.dispose();
    unused.dispose();
    memory.dispose();
  });
  if (!client.watchesFiles) {
    documents.onDidSave(({ document }) => {
      workspace.filesChanged([document.uri]);
      filesMayHaveChanged();
    });
    documents.onDidOpen(() => libraries.invalidate());
  }
}
