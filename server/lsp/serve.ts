import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { systemCacheFolder } from '../host/cache/cacheFolder.ts';
import { startServer } from './server.ts';

/** Serves the client that started this process, over what its arguments say: `--stdio`, `--node-ipc`, `--socket`, `--pipe`. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all);
  // The protocol owns standard output, so nothing else may write there.
  console.log = (...parts: unknown[]) => connection.console.log(parts.map(String).join(' '));
  process.on('unhandledRejection', (reason) => {
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  });
  startServer(connection, systemCacheFolder());
  connection.listen();
}
