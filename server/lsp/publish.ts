import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import { type LibraryView, libraryDiagnostics } from './libraryDiagnostics.ts';

/** Publishes the problems of library files on these files, and takes back what no longer holds. */
export interface LibraryPublisher {
  publish(views: readonly LibraryView[]): void;
}

export function createLibraryPublisher(connection: Connection): LibraryPublisher {
  let published = new Map<string, string>();
  let last: readonly LibraryView[] = [];
  return {
    publish(views) {
      // This is asked for after every check of a draft, and mostly nothing has changed.
      if (views.length === last.length && views.every((view, index) => isSame(view, last[index] as LibraryView)))
        return;
      last = views;
      const now = new Map<string, readonly Diagnostic[]>();
      for (const view of views) {
        for (const [uri, diagnostics] of libraryDiagnostics(view)) now.set(uri, diagnostics);
      }
      const next = new Map<string, string>();
      for (const [uri, diagnostics] of now) {
        const key = JSON.stringify(diagnostics);
        if (diagnostics.length > 0) next.set(uri, key);
        if (diagnostics.length > 0 && published.get(uri) !== key) send(uri, diagnostics);
      }
      for (const uri of published.keys()) if (!next.has(uri)) send(uri, []);
      published = next;
    },
  };

  function send(uri: string, diagnostics: readonly Diagnostic[]): void {
    void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }
}

function isSame(a: LibraryView, b: LibraryView): boolean {
  return a.library === b.library && a.settings === b.settings && a.open === b.open && a.unused === b.unused;
}
