import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Session } from './languageFeatures.ts';
import { referencesAt } from './references.ts';
import { type OrRefusal, prepareRename, renameKey } from './rename.ts';
import { createWorkspaceDrafts } from './workspaceDrafts.ts';

/** What leads from one file to others: references, rename, links and symbols. */
export function registerNavigation(session: Session): void {
  const { connection, guard } = session;
  const drafts = createWorkspaceDrafts(session);
  connection.onReferences(
    guard('References', null, ({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
      referencesAt(session, drafts, { uri, position, includeDeclaration }, token),
    ),
  );
  connection.onPrepareRename(async ({ textDocument: { uri }, position }, token) =>
    accepted(await guard('Rename', failed, () => prepareRename(session, uri, position))(null, token)),
  );
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token) =>
    accepted(
      await guard('Rename', failed, () => renameKey(session, drafts, { uri, position, newName }, token))(null, token),
    ),
  );
}

const failed: OrRefusal<never> = { kind: 'refusal', reason: 'The rename failed; the log says why.' };

/** A refusal is told by an error of the protocol: editors show its message. */
function accepted<T>(result: OrRefusal<T>): T {
  if (result.kind === 'answer') return result.answer;
  throw new ResponseError(LSPErrorCodes.RequestFailed, result.reason);
}
