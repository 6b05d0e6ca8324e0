import type { CancellationToken } from 'vscode-languageserver/node';
import { draftsBelow } from '../host/draftsBelow.ts';
import { type FileStamp, readTextFile, stampOf } from '../host/readText.ts';
import { uriOf } from './convert.ts';
import type { Session } from './languageFeatures.ts';
import { cites, type PlacedDraft } from './workspace.ts';

/** The drafts of a workspace: the open ones as they are on screen, all others as they are on disk. */
export interface WorkspaceDrafts {
  /** Those that cite something, each with its library, in the order of their addresses. */
  all(token: CancellationToken): Promise<readonly PlacedDraft[]>;
}

export function createWorkspaceDrafts({
  documents,
  folders,
  settings,
  workspace,
}: Pick<Session, 'documents' | 'folders' | 'settings' | 'workspace'>): WorkspaceDrafts {
  // Most Markdown files of a workspace cite nothing: they are read once, and again only when they change.
  const quiet = new Map<string, FileStamp>();

  async function onDisk(path: string): Promise<PlacedDraft | null> {
    const stamp = await stampOf(path);
    const known = quiet.get(path);
    if (stamp === null || (known?.modified === stamp.modified && known.size === stamp.size)) return null;
    const { maxFileSize } = await settings.of(null);
    const file = await readTextFile(path, stamp, maxFileSize * 1_000_000);
    const draft = file.kind === 'text' ? await workspace.placeText(uriOf(path), file.text) : null;
    if (draft === null) quiet.set(path, stamp);
    return draft;
  }

  return {
    async all(token) {
      const open = documents.all().map(({ uri }) => uri);
      const listed = await Promise.all(folders.paths().map(draftsBelow));
      const files = new Map(listed.flat().map((path) => [uriOf(path), path]));
      const drafts: PlacedDraft[] = [];
      for (const uri of [...new Set([...files.keys(), ...open])].sort()) {
        if (token.isCancellationRequested) break;
        const path = files.get(uri);
        const draft = open.includes(uri) ? await workspace.placed(uri) : path ? await onDisk(path) : null;
        if (draft !== null && cites(draft.draft)) drafts.push(draft);
      }
      return drafts;
    },
  };
}
