// The tables of a source: which one is picked from a list, with the one that the cursor is about on top.
import * as vscode from 'vscode';
import {
  type SourcesParams,
  type SourcesResult,
  type SourceTablesParams,
  type SourceTablesResult,
  sources,
  sourceTables,
  type WireSource,
} from '../../shared/protocol/tables.ts';
import type { Session } from '../commands.ts';
import { draftInFront } from '../drafts.ts';
import { request } from '../request.ts';

interface SourceItem extends vscode.QuickPickItem {
  readonly source?: WireSource;
}

export async function showTables({ client, tables }: Session): Promise<void> {
  const place = inFront(client.code2ProtocolConverter);
  const items = request<SourcesResult>(client, sources.method, place).then(itemsOf);
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Show Tables of Source',
    placeHolder: 'A source of the library',
    matchOnDetail: true,
  });
  if (picked?.source === undefined) return;
  const { uri } = place;
  const params: SourceTablesParams = { source: picked.source.key, ...(uri === undefined ? {} : { uri }) };
  const found = await request<SourceTablesResult>(client, sourceTables.method, params);
  if (found === null) throw new Error(`${picked.source.file} is not in the library any more.`);
  tables.show(found);
}

/** The text editor in front with its cursor; else the file that another kind of editor shows; else an open draft. */
function inFront(converter: Session['client']['code2ProtocolConverter']): SourcesParams {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined) {
    return { uri: converter.asUri(editor.document.uri), position: converter.asPosition(editor.selection.active) };
  }
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof vscode.TabInputCustom ? input.uri : draftInFront()?.uri;
  return uri === undefined ? {} : { uri: converter.asUri(uri) };
}

function itemsOf({ sources, current }: SourcesResult): SourceItem[] {
  if (sources.length === 0) throw new Error('The library has no document: name one in the front matter of a draft.');
  const meant = sources.filter(({ key }) => key === current).map(item);
  const others = sources.filter(({ key }) => key !== current).map(item);
  const separator = (label: string): SourceItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return meant.length === 0 ? others : [separator('at the cursor'), ...meant, separator('library'), ...others];
}

function item(source: WireSource): SourceItem {
  const count = source.tables === 1 ? '1 table' : `${source.tables || 'no'} tables`;
  const unclear = source.unclear === 0 ? '' : `, ${source.unclear} not understood in full`;
  return { label: source.title, detail: `@${source.key} · ${count}${unclear} · ${source.file}`, source };
}
