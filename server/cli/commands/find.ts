import { type Found, searchPassages } from '../../../shared/engine/index.ts';
import { pageOf } from '../../../shared/findings/index.ts';
import { type Palette, place } from '../../../shared/report/index.ts';
import { CallError } from '../callError.ts';
import { placeJson } from '../json/place.ts';
import { choice, readOptions } from '../options.ts';
import { writeResult } from '../output.ts';
import { shownPath } from '../paths.ts';
import { type OpenedLibrary, openLibrary } from '../sources.ts';
import { paletteFor } from '../terminal.ts';

const most = 20;

/** `grounded find`: full-text search over the passages of the sources. */
export async function find(args: readonly string[]): Promise<number> {
  const { positionals, library: folders, values } = readOptions('find', args, ['format']);
  const format = choice('format', values.format, ['text', 'json']);
  const query = positionals.join(' ').trim();
  if (query === '') throw new CallError('there is nothing to search for. Call: grounded find QUERY');
  const opened = await openLibrary(folders);
  const found = searchPassages(opened.library, query, most);
  await writeResult(
    format === 'json' ? findJson(query, found, opened) : findText(found, opened, paletteFor(undefined)),
  );
  return opened.failed > 0 ? 2 : 0;
}

function findJson(query: string, found: readonly Found[], { libraries, library }: OpenedLibrary): string {
  const results = found.map(({ source, id, passage, score }) => ({
    source,
    path: shownPath(id),
    kind: passage.kind,
    text: passage.text,
    section: passage.section,
    ...placeJson(library, id, passage.span),
    position: libraries.placeIn(id, passage.span).position,
    score: Math.round(score * 1000) / 1000,
  }));
  return `${JSON.stringify({ schema: 1, query, results }, null, 2)}\n`;
}

function findText(found: readonly Found[], { libraries, library }: OpenedLibrary, palette: Palette): string {
  if (found.length === 0) return 'Nothing was found.\n';
  return found
    .map(({ source, id, passage }) => {
      const { file, position } = libraries.placeIn(id, passage.span);
      const page = pageOf(library, id, passage.span);
      const where = `${place(file, position)}${page === null ? '' : `, page ${page}`}`;
      const section = passage.section.length > 0 ? palette.dim(`  ${passage.section.join(' › ')}`) : '';
      return `${palette.cyan(where)}  ${palette.bold(`@${source}`)}${section}\n    ${passage.text}\n`;
    })
    .join('');
}
