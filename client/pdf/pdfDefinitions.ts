// Go to definition, where it leads into a PDF: the protocol can name the file, the server knows the place as well.
import type * as vscode from 'vscode';
import type { LanguageClient, Middleware } from 'vscode-languageclient/node';
import { type SourceAtResult, sourceAt } from '../../shared/protocol/messages.ts';
import { request } from '../request.ts';
import { addressOf } from './pdfPlaces.ts';

/** Definitions as the server gives them, with the address of the place for the PDF that holds it. */
export function definitionsInPdfs(clientOf: () => LanguageClient): NonNullable<Middleware['provideDefinition']> {
  return async (document, position, token, next) => {
    const found = await next(document, position, token);
    const links = [found ?? []].flat().map(asLink);
    if (!links.some(({ targetUri }) => isPdf(targetUri))) return found;
    const client = clientOf();
    const { code2ProtocolConverter, protocol2CodeConverter } = client;
    const cursor = {
      uri: code2ProtocolConverter.asUri(document.uri),
      position: code2ProtocolConverter.asPosition(position),
    };
    const place = await request<SourceAtResult>(client, sourceAt.method, cursor, token);
    if (place?.at.kind !== 'page') return found;
    const file = protocol2CodeConverter.asUri(place.uri);
    const targetUri = addressOf(file, place.at);
    return links.map((link) => (link.targetUri.toString() === file.toString() ? { ...link, targetUri } : link));
  };
}

const isPdf = ({ path }: vscode.Uri): boolean => /\.pdf$/i.test(path);

function asLink(link: vscode.Location | vscode.LocationLink): vscode.LocationLink {
  return 'targetUri' in link ? link : { targetUri: link.uri, targetRange: link.range };
}
