import { basename } from 'node:path';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';

/** A load is shown once it has taken this long, in milliseconds. */
const patience = 400;

/** Shows the reading of a library in the client, where it takes long enough to be noticed. */
export interface IndexingProgress {
  report(progress: { readonly done: number; readonly total: number; readonly path: string }): void;
  done(): void;
}

export function createIndexingProgress(connection: Connection, isShown: boolean): IndexingProgress {
  let begun: number | null = null;
  let reporter: Promise<WorkDoneProgressServerReporter | null> | null = null;
  let lastPercentage = -1;
  return {
    report({ done, total, path }) {
      begun ??= Date.now();
      if (!isShown || Date.now() - begun < patience) return;
      const percentage = Math.floor((100 * done) / Math.max(1, total));
      if (reporter === null) {
        reporter = connection.window.createWorkDoneProgress().then(
          (created) => {
            created.begin('Grounded: reading the library', percentage, basename(path));
            return created;
          },
          () => null,
        );
      } else if (percentage !== lastPercentage) {
        void reporter.then((created) => created?.report(percentage, basename(path)));
      }
      lastPercentage = percentage;
    },
    done() {
      void reporter?.then((created) => created?.done());
      reporter = null;
      begun = null;
      lastPercentage = -1;
    },
  };
}
