import { type Found, searchPassages } from '../../../shared/engine/index.ts';
import { type Palette, place } from '../../../shared/report/index.ts';
import { CallError } from '../callError.ts';
import type { Libraries } from '../libraries.ts';
import { choice, readOptions } from '../options.ts';
import { writeResult } from '../output.ts';
import { shownPath } from '../paths.ts';
import { openLibrary } from '../sources.ts';
import { paletteFor } from '../terminal.ts';

const most = 20;

/** `grounded find`: full-text search over the passages of the sources. */
export async function find(args: readonly string[]): Promise<number> {
  const { positionals, library: folders, values } = readOptions('find', args, ['format']);
  const format = choice('format', values.format, ['text', 'json']);
  const query = positionals.join(' ').trim();
  if (query === '') throw new CallError('there is nothing to search for. Call: grounded find QUERY');
  const { libraries, library, failed } = await openLibrary(folders);
  const found = searchPassages(library, query, most);
  await writeResult(
    format === 'json' ? findJson(query, found, libraries) : findText(found, libraries, paletteFor(undefined)),
  );
  return failed > 0 ? 2 : 0;
}

function findJson(query: string, found: readonly Found[], { positionIn }: Libraries): string {
  const results = found.map(({ source, id, passage, score }) => ({
    source,
    path: shownPath(id),
    kind: passage.kind,
    text: passage.text,
    section: passage.section,
    start: passage.span.start,
    end: passage.span.end,
    position: positionIn(id, passage.span.start),
    score: Math.round(score * 1000) / 1000,
  }));
  return `${JSON.stringify({ schema: 1, query, results }, null, 2)}\n`;
}

function findText(found: readonly Found[], { positionIn }: Libraries, palette: Palette): string {
  if (found.length === 0) return 'Nothing was found.\n';
  return found
    .map(({ source, id, passage }) => {
      const where = place(shownPath(id), positionIn(id, passage.span.start));
      const section = passage.section.length > 0 ? palette.dim(`  ${passage.section.join(' › ')}`) : '';
      return `${palette.cyan(where)}  ${palette.bold(`@${source}`)}${section}\n    ${passage.text}\n`;
    })
    .join('');
}
