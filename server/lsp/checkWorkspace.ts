import { basename } from 'node:path';
import type { CancellationToken } from 'vscode-languageserver/node';
import { readDraft } from '../../shared/engine/index.ts';
import { listDrafts } from '../host/listFiles.ts';
import { readTextFile, stampOf } from '../host/readText.ts';
import { uriOf } from './convert.ts';
import { type CheckedPlacedDraft, cites, syntaxOf, type Workspace } from './workspace.ts';

export interface CheckWorkspaceOptions {
  readonly folders: readonly string[];
  readonly exclude: readonly string[];
  /** Bytes. */
  readonly maxFileSize: number;
  /** Addresses of open documents. */
  readonly open: readonly string[];
  readonly report: (percentage: number, name: string) => void;
}

/** Checks the open drafts and every file of the workspace that may be a draft and cites something, in the order of their paths. */
export async function checkWorkspace(
  workspace: Workspace,
  { folders, exclude, maxFileSize, open, report }: CheckWorkspaceOptions,
  token: CancellationToken,
): Promise<CheckedPlacedDraft[]> {
  const listed = await listDrafts(folders, exclude);
  const files = new Map(listed.map((path) => [uriOf(path), path]));
  const uris = [...new Set([...files.keys(), ...open])].sort();
  const checked: CheckedPlacedDraft[] = [];
  for (const [index, uri] of uris.entries()) {
    if (token.isCancellationRequested) break;
    const path = files.get(uri);
    report(Math.floor((100 * index) / uris.length), basename(path ?? uri));
    const result = open.includes(uri)
      ? await workspace.checkedFresh(uri, token)
      : path === undefined
        ? null
        : await checkFile(workspace, path, maxFileSize, token);
    if (result !== null && !result.isSource && cites(result.draft)) checked.push(result);
    // Judging is synchronous; a cancellation can only arrive when the event loop gets its turn.
    await new Promise<void>((resume) => setImmediate(resume));
  }
  return checked;
}

async function checkFile(
  workspace: Workspace,
  path: string,
  maxFileSize: number,
  token: CancellationToken,
): Promise<CheckedPlacedDraft | null> {
  const stamp = await stampOf(path);
  const file = stamp === null ? null : await readTextFile(path, stamp, maxFileSize);
  if (file?.kind !== 'text' || !cites(readDraft(file.text, syntaxOf(path)))) return null;
  return workspace.checkText(uriOf(path), file.text, token);
}
