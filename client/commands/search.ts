// Full-text search over the library in the editor's own pick list.
import * as vscode from 'vscode';
import { type SearchHit, type SearchParams, type SearchResult, search } from '../../shared/protocol/messages.ts';
import type { Session } from '../commands.ts';
import { draftInFront } from '../drafts.ts';
import { openSourcePlace } from '../places.ts';
import { request } from '../request.ts';

const LIMIT = 50;
const PAUSE_MS = 120;

interface HitItem extends vscode.QuickPickItem {
  readonly hit: SearchHit;
}

/** Searches for `query` at once, where it is one. Resolves when the list is closed. */
export function searchLibrary(session: Session, query?: unknown): Promise<void> {
  const { client, log } = session;
  const pick = vscode.window.createQuickPick<HitItem>();
  pick.title = 'Search Library';
  pick.placeholder = 'Words of a passage, a table, a model, a metric …';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const document = draftInFront()?.uri;
  let running = new vscode.CancellationTokenSource();
  let pause: NodeJS.Timeout | undefined;

  const ask = async (query: string): Promise<void> => {
    const { token } = running;
    const uri = document === undefined ? {} : { uri: client.code2ProtocolConverter.asUri(document) };
    const params: SearchParams = { query, limit: LIMIT, ...uri };
    try {
      const hits = await request<SearchResult>(client, search.method, params, token);
      if (!token.isCancellationRequested) pick.items = hits.map(item);
    } catch (error) {
      if (!token.isCancellationRequested) log.error(`Search: ${String(error)}`);
    } finally {
      if (!token.isCancellationRequested) pick.busy = false;
    }
  };

  const look = (value: string): void => {
    running.cancel();
    running = new vscode.CancellationTokenSource();
    clearTimeout(pause);
    const query = value.trim();
    pick.busy = query !== '';
    if (query === '') pick.items = [];
    else pause = setTimeout(() => void ask(query), PAUSE_MS);
  };
  pick.onDidChangeValue(look);
  pick.onDidAccept(() => {
    const hit = pick.selectedItems[0]?.hit;
    pick.hide();
    if (hit !== undefined) void openSourcePlace(session, hit.place);
  });
  if (typeof query === 'string') {
    pick.value = query;
    look(query);
  }
  pick.show();
  return new Promise((resolve) => {
    pick.onDidHide(() => {
      clearTimeout(pause);
      running.cancel();
      pick.dispose();
      resolve();
    });
  });
}

/** The server has already matched: the list must not filter by its own, stricter rule. */
function item(hit: SearchHit): HitItem {
  // Long titles push out what stands beside them: the key goes first.
  return { label: `@${hit.key}`, description: hit.title, detail: hit.text, alwaysShow: true, hit };
}
