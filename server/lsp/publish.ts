import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { Library } from '../../shared/engine/index.ts';
import type { Settings } from '../../shared/protocol/settings.ts';
import type { SourceRanges } from './convert.ts';
import { libraryDiagnostics } from './diagnostics.ts';

/** Publishes the problems of library files on these files, and takes back what no longer holds. */
export interface LibraryPublisher {
  publish(libraries: readonly Library[], settings: Settings): void;
}

export function createLibraryPublisher(connection: Connection, ranges: SourceRanges): LibraryPublisher {
  let published = new Map<string, string>();
  return {
    publish(libraries, settings) {
      const now = new Map<string, readonly Diagnostic[]>();
      for (const library of libraries) {
        for (const [uri, diagnostics] of libraryDiagnostics(library, settings, ranges)) now.set(uri, diagnostics);
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
