// Commands on the claim or citation under the cursor.
import * as vscode from 'vscode';
import {
  type DocumentPosition,
  type ExplainResult,
  explain,
  type SourceAtResult,
  sourceAt,
} from '../../shared/protocol/messages.ts';
import type { Session } from '../commands.ts';
import { openSourcePlace } from '../places.ts';
import { request } from '../request.ts';

export async function showSource(session: Session): Promise<void> {
  const { client } = session;
  const params = cursor(client.code2ProtocolConverter);
  if (params === undefined) return;
  const place = await request<SourceAtResult>(client, sourceAt.method, params);
  if (place === null) {
    void vscode.window.showInformationMessage(
      'No source is known here. Put the cursor on a number that a source confirms or contradicts, or on a citation.',
    );
    return;
  }
  await openSourcePlace(session, place);
}

export async function explainClaim({ client, reports }: Session): Promise<void> {
  const params = cursor(client.code2ProtocolConverter);
  if (params === undefined) return;
  const explanation = await request<ExplainResult>(client, explain.method, params);
  if (explanation === null) {
    void vscode.window.showInformationMessage('There is no claim here. Put the cursor on a number of the text.');
    return;
  }
  await reports.show('Explanation of a claim', explanation.markdown);
}

function cursor(converter: Session['client']['code2ProtocolConverter']): DocumentPosition | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage('Open a draft and put the cursor on a number or a citation.');
    return undefined;
  }
  return { uri: converter.asUri(editor.document.uri), position: converter.asPosition(editor.selection.active) };
}
