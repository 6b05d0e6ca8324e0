// A client and the server, joined by two streams in memory, over files in a temporary folder.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { startServer } from '../../server/lsp/server.ts';
import { type StatusParams, status } from '../../shared/protocol/messages.ts';
import { readFixture } from '../support/fixture.ts';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** What the client answers for the section `grounded`; it can be changed while the server runs. */
  readonly settings?: { value: unknown };
  readonly initializationOptions?: unknown;
}

export interface TestSession {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly root: string;
  uri(path: string): string;
  /** The offset of the fixture's cursor as a position in its file. */
  cursor(path: string): { line: number; character: number };
  /** Writes a file without telling the server. */
  write(path: string, text: string): Promise<void>;
  /** Opens a file of the fixture as Markdown, with other text if given. */
  open(path: string, text?: string, languageId?: string): Promise<void>;
  /** The next diagnostics published for a file for which `until` holds, or the last ones where it holds already. */
  published(path: string, until?: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** The next (or last) status for which `until` holds. */
  status(until: (params: StatusParams) => boolean): Promise<StatusParams>;
  readonly shown: readonly string[];
  readonly registered: readonly string[];
}

/** Starts a server for the files of a fixture; both are gone when the test ends. */
export async function startSession(t: TestContext, fixture: string, options: ClientOptions = {}): Promise<TestSession> {
  const files = readFixture(fixture);
  const root = await mkdtemp(join(tmpdir(), 'grounded-lsp-'));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  for (const { path, text } of files.files) await write(path, text);
  const uri = (path: string): string => URI.file(join(root, path)).toString();

  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server);
  server.listen();
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  t.after(async () => {
    await client.sendRequest(ShutdownRequest.type);
    // What was already under way ends before the connection does.
    await new Promise((resume) => setTimeout(resume, 5));
    client.dispose();
    server.dispose();
    toServer.destroy();
    toClient.destroy();
    await rm(root, { recursive: true, force: true });
  });

  const published = new Watched<Diagnostic[]>();
  const states = new Watched<StatusParams>();
  const shown: string[] = [];
  const registered: string[] = [];
  client.onNotification(PublishDiagnosticsNotification.type, (params) => published.set(params.uri, params.diagnostics));
  client.onNotification(status.method, (params: StatusParams) => states.set('', params));
  client.onNotification(ShowMessageNotification.type, ({ message }) => void shown.push(message));
  client.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations.map(({ method }) => method));
  });
  client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => options.settings?.value ?? null));
  client.listen();

  const initialized = await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: URI.file(root).toString(),
    workspaceFolders: [{ uri: URI.file(root).toString(), name: 'test' }],
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  await client.sendNotification(InitializedNotification.type, {});

  return {
    client,
    initialized,
    root,
    uri,
    write,
    shown,
    registered,
    cursor(path) {
      const { text, cursor } = files.file(path);
      const before = text.slice(0, cursor ?? 0).split(/\r\n|\n/);
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    },
    async open(path, text = files.file(path).text, languageId = 'markdown') {
      const textDocument = { uri: uri(path), languageId, version: 1, text };
      await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    published: (path, until = () => true) => published.until(uri(path), until),
    status: (until) => states.until('', until),
  };
}

/** The message of a diagnostic, which the protocol also lets be markup. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}

/** Waits for something that sends no message of its own. */
export async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries === 400) throw new Error('It did not come in time.');
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

/** Values by key that can be waited for. */
class Watched<T> {
  readonly #values = new Map<string, T>();
  readonly #listeners = new Set<() => void>();

  set(key: string, value: T): void {
    this.#values.set(key, value);
    for (const listener of this.#listeners) listener();
  }

  until(key: string, holds: (value: T) => boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const value = this.#values.get(key);
        if (value === undefined || !holds(value)) return;
        this.#listeners.delete(look);
        clearTimeout(limit);
        resolve(value);
      };
      const limit = setTimeout(() => {
        this.#listeners.delete(look);
        reject(new Error(`It did not come in time; last: ${JSON.stringify(this.#values.get(key), null, 1)}`));
      }, 4000);
      this.#listeners.add(look);
      look();
    });
  }
}
