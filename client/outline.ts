// The outline of drafts, beside what VS Code shows by itself.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

/**
 * VS Code names the headings of Markdown, and would have each of them twice: there the outline adds only the tables and
 * the works that are cited, each work once.
 */
export const symbolsBesideHeadings: NonNullable<Middleware['provideDocumentSymbols']> = async (
  document,
  token,
  next,
) => {
  const found = await next(document, token);
  if (document.languageId !== 'markdown' || !found) return found;
  const works = new Set<string>();
  return flat(found as vscode.DocumentSymbol[])
    .filter(({ kind }) => kind !== vscode.SymbolKind.String)
    .filter(({ kind, name }) => kind !== vscode.SymbolKind.Constant || (!works.has(name) && works.add(name)));
};

function flat(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
