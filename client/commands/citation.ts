// Citations picked from the editor's own list, and put in at the cursor.
import * as vscode from 'vscode';
import {
  type CitationChoicesResult,
  type CitationEditParams,
  type CitationEditResult,
  citationChoices,
  citationEdit,
  type SourcePlaceParams,
  type SourcePlaceResult,
  sourcePlace,
  type WireCitationChoice,
} from '../../shared/protocol/citations.ts';
import type { DocumentPosition } from '../../shared/protocol/messages.ts';
import { type SourceTablesParams, type SourceTablesResult, sourceTables } from '../../shared/protocol/tables.ts';
import type { Session } from '../commands.ts';
import { request } from '../request.ts';

interface ChoiceItem extends vscode.QuickPickItem {
  readonly choice?: WireCitationChoice;
}

export async function insertCitation(session: Session): Promise<void> {
  const { client } = session;
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage('Open a draft and put the cursor where the citation is to stand.');
    return;
  }
  const { document } = editor;
  const { version } = document;
  const at: DocumentPosition = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
  const found = await request<CitationChoicesResult>(client, citationChoices.method, at);
  if (found === null || found.choices.length === 0) {
    const why =
      found === null ? 'Nothing can be cited here.' : 'The library has nothing else that could be cited here.';
    void vscode.window.showInformationMessage(why);
    return;
  }
  const keys = await pick(session, at.uri, found);
  if (keys.length === 0) return;
  const params: CitationEditParams = { ...at, keys };
  const edit = await request<CitationEditResult>(client, citationEdit.method, params);
  if (edit === null) return;
  if (document.version !== version) throw new Error('The draft has changed meanwhile: the citation was not inserted.');
  const range = client.protocol2CodeConverter.asRange(edit.range);
  // What the list's buttons opened may stand in front of the draft.
  const shown = await vscode.window.showTextDocument(document, editor.viewColumn);
  await shown.edit((builder) => builder.replace(range, edit.newText));
  const end = document.positionAt(document.offsetAt(range.start) + edit.newText.length);
  shown.selection = new vscode.Selection(end, end);
}

const openSource: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: 'Open Source' };
const showTables: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('table'),
  tooltip: 'Show Tables of Source',
};

/** The keys of the checked items, or of the one in focus where none is checked; none when the list is dismissed. */
function pick(
  session: Session,
  uri: string,
  { query, choices }: NonNullable<CitationChoicesResult>,
): Promise<string[]> {
  const list = vscode.window.createQuickPick<ChoiceItem>();
  list.title = 'Insert Citation';
  list.placeholder = 'Key, author, title, year, venue; check several to cite them together';
  list.canSelectMany = true;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  // What a button opens must not close the list.
  list.ignoreFocusOut = true;
  list.items = itemsOf(choices);
  list.value = query;
  // A list in which several can be checked has none in focus by itself, and Enter would take nothing.
  const focusFirst = (value: string): void => {
    list.activeItems = firstWith(list.items, value);
  };
  list.onDidChangeValue(focusFirst);
  focusFirst(query);
  list.onDidTriggerItemButton(({ item, button }) => {
    if (item.choice !== undefined) void preview(session, uri, item.choice.key, button);
  });
  list.show();
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const chosen = list.selectedItems.length > 0 ? list.selectedItems : list.activeItems;
      if (chosen.length === 0) return;
      resolve(chosen.flatMap(({ choice }) => (choice === undefined ? [] : [choice.key])));
      list.hide();
    });
    list.onDidHide(() => {
      resolve([]);
      list.dispose();
    });
  });
}

/** The first of the items that the editor shows for what was typed. */
function firstWith(items: readonly ChoiceItem[], typed: string): ChoiceItem[] {
  const wanted = typed.trim().toLowerCase();
  const first = items.find(
    ({ choice, label, description = '', detail = '' }) =>
      choice !== undefined && [label, description, detail].some((text) => text.toLowerCase().includes(wanted)),
  );
  return first === undefined ? [] : [first];
}

/** Those that state what the sentence says stand apart, on top. */
function itemsOf(choices: readonly WireCitationChoice[]): ChoiceItem[] {
  const separator = (label: string): ChoiceItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const stating = choices.filter(({ states }) => states !== null).map(item);
  const others = choices.filter(({ states }) => states === null).map(item);
  if (stating.length === 0) return others;
  return [separator('states this number'), ...stating, separator('library'), ...others];
}

function item(choice: WireCitationChoice): ChoiceItem {
  const { key, byline, title, reference, tables, states } = choice;
  const count = tables === 0 ? '' : tables === 1 ? ' · 1 table' : ` · ${tables} tables`;
  return {
    label: byline || key,
    description: `@${key}${states === null ? count : ` · ${states}`}`,
    // The list cuts the line at its width: what works are told apart by comes first, what else is searched for behind it.
    detail: `${title} · ${reference}`,
    buttons: tables === 0 ? [openSource] : [openSource, showTables],
    choice,
  };
}

/** Opens the source, or its tables, beside the draft; the list stays. */
async function preview(
  { client, log, tables }: Session,
  uri: string,
  key: string,
  button: vscode.QuickInputButton,
): Promise<void> {
  try {
    if (button === showTables) {
      const params: SourceTablesParams = { source: key, uri };
      const found = await request<SourceTablesResult>(client, sourceTables.method, params);
      if (found !== null) tables.show(found);
      return;
    }
    const params: SourcePlaceParams = { uri, key };
    const place = await request<SourcePlaceResult>(client, sourcePlace.method, params);
    if (place === null) return;
    const { asUri, asRange } = client.protocol2CodeConverter;
    const options = { selection: asRange(place.range), viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await vscode.commands.executeCommand('vscode.open', asUri(place.uri), options);
  } catch (error) {
    log.error(`Preview of ${key}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
