import { CancellationToken } from 'vscode-languageserver/node';
import type { Library, Source } from '../../shared/engine/index.ts';
import { unusedEntries } from '../../shared/findings/index.ts';
import { levelOf } from './diagnostics.ts';
import type { Session } from './languageFeatures.ts';
import type { WorkspaceDrafts } from './workspaceDrafts.ts';

/** Entries that no draft cites, for those who ask for them by a severity. */
export interface UnusedEntries {
  /** Those that were found last. */
  of(library: Library): readonly Source[];
  /** Says that drafts or libraries have changed; they are looked at when nothing has changed for a while. */
  look(): void;
  dispose(): void;
}

const none: readonly Source[] = [];

/** Milliseconds: drafts on disk are read again, so not on every keystroke. */
const pause = 1000;

/** `onChange` is called when the entries have been looked for again. */
export function createUnusedEntries(
  { settings, libraries }: Pick<Session, 'settings' | 'libraries'>,
  drafts: WorkspaceDrafts,
  onChange: () => void,
): UnusedEntries {
  let found = new Map<Library, readonly Source[]>();
  let waiting: NodeJS.Timeout | undefined;

  async function search(): Promise<void> {
    const isAsked = levelOf('citation-unused', await settings.of(null)) !== 'off';
    if (!isAsked && found.size === 0) return;
    const all = isAsked ? await drafts.all(CancellationToken.None) : [];
    const loaded = isAsked ? libraries.loaded() : [];
    found = new Map(loaded.map((library) => [library, unusedEntries(library, all, libraries.fieldsOf)]));
    onChange();
  }

  return {
    of: (library) => found.get(library) ?? none,
    look() {
      clearTimeout(waiting);
      waiting = setTimeout(() => void search(), pause);
    },
    dispose: () => clearTimeout(waiting),
  };
}
