import { basename, extname } from 'node:path';
import { type RequestHandler, RequestType } from 'vscode-languageserver/node';
import {
  type ImportFromZoteroParams,
  type ImportFromZoteroResult,
  importFromZotero,
} from '../../shared/protocol/zotero.ts';
import { writeWhole } from '../host/writeFile.ts';
import { readZotero } from '../host/zotero.ts';
import { pathOf } from './convert.ts';
import type { Session } from './languageFeatures.ts';

/** Answers `grounded/importFromZotero`; `changed` is called when a file was written. */
export function registerZotero({ connection, guard }: Session, changed: () => void): void {
  const type = new RequestType<ImportFromZoteroParams, ImportFromZoteroResult, void>(importFromZotero.method);
  const failed: ImportFromZoteroResult = { kind: 'problem', message: 'The bibliography could not be imported.' };
  const handle = guard(importFromZotero.method, failed, async ({ target }: ImportFromZoteroParams) => {
    const result = await importTo(target);
    if (result.kind === 'written') changed();
    return result;
  });
  connection.onRequest(type, handle as RequestHandler<ImportFromZoteroParams, ImportFromZoteroResult, void>);
}

async function importTo(target: string): Promise<ImportFromZoteroResult> {
  const path = pathOf(target);
  if (path === null || extname(path).toLowerCase() !== '.bib')
    return { kind: 'problem', message: 'Choose a file on disk whose name ends in .bib.' };
  const library = await readZotero(fetch);
  if (library.kind === 'problem') return library;
  const { bibtex, entries, from } = library;
  try {
    await writeWhole(path, bibtex);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'problem', message: `${basename(path)} could not be written: ${reason}.` };
  }
  const count = entries === 1 ? '1 entry' : `${entries} entries`;
  const keys = from === 'zotero' ? ' Its citation keys may change; Better BibTeX for Zotero keeps them.' : '';
  return { kind: 'written', entries, message: `${basename(path)} has ${count} from Zotero.${keys}` };
}
