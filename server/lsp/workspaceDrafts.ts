import { dirname, resolve } from 'node:path';
import type { CancellationToken } from 'vscode-languageserver/node';
import { bibliographiesOf } from '../../shared/engine/index.ts';
import { draftsBelow, latexBelow } from '../host/draftsBelow.ts';
import { type FileStamp, readTextFile, stampOf } from '../host/readText.ts';
import { isBibliography, pathOf, uriOf } from './convert.ts';
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

  async function onDisk(path: string, isDraft: (text: string) => boolean): Promise<PlacedDraft | null> {
    const stamp = await stampOf(path);
    const known = quiet.get(path);
    if (stamp === null || (known?.modified === stamp.modified && known.size === stamp.size)) return null;
    const { maxFileSize } = await settings.of(null);
    const file = await readTextFile(path, stamp, maxFileSize * 1_000_000);
    if (file.kind === 'text' && !isDraft(file.text)) return null;
    const draft = file.kind === 'text' ? await workspace.placeText(uriOf(path), file.text) : null;
    if (draft === null) quiet.set(path, stamp);
    return draft;
  }

  return {
    async all(token) {
      const open = documents.all().map(({ uri }) => uri);
      const drafts: PlacedDraft[] = [];
      const take = (draft: PlacedDraft | null): void => {
        if (draft !== null && cites(draft.draft)) drafts.push(draft);
      };
      for (const uri of open) {
        if (token.isCancellationRequested) return drafts;
        take(await workspace.placed(uri));
      }
      for (const path of await below(draftsBelow)) {
        if (token.isCancellationRequested) return drafts;
        if (!open.includes(uriOf(path))) take(await onDisk(path, () => true));
      }
      // Whoever names a bibliography of the writer's own is a draft; papers that are sources have theirs.
      const own = new Set([...open.filter(isBibliography).map(pathOf), ...bibliographiesIn(drafts)]);
      for (const path of await below(latexBelow)) {
        if (token.isCancellationRequested) return drafts;
        const namesOwn = (text: string): boolean =>
          bibliographiesOf(text, 'latex').some((stated) => own.has(resolve(dirname(path), stated.path)));
        if (!open.includes(uriOf(path))) take(await onDisk(path, namesOwn));
      }
      return drafts.sort((a, b) => (a.uri < b.uri ? -1 : 1));
    },
  };

  async function below(list: (folder: string) => Promise<string[]>): Promise<string[]> {
    return [...new Set((await Promise.all(folders.paths().map(list))).flat())];
  }
}

function bibliographiesIn(drafts: readonly PlacedDraft[]): string[] {
  return drafts.flatMap(({ location }) => location.bibliographies);
}
