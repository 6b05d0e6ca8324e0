import { isOthers, type Library, type Source } from '../../../shared/engine/index.ts';
import { plural, ruleCodeOf } from '../../../shared/findings/index.ts';
import { type Palette, place, type ReportProblem, reportProblems } from '../../../shared/report/index.ts';
import { libraryJson } from '../json/library.ts';
import { choice, readOptions } from '../options.ts';
import { writeResult } from '../output.ts';
import { shownPath } from '../paths.ts';
import { openLibrary } from '../sources.ts';
import { paletteFor } from '../terminal.ts';

/** `grounded index`: the sources of the library and what was read from each. */
export async function index(args: readonly string[]): Promise<number> {
  const { positionals, library: folders, values } = readOptions('index', args, ['format']);
  const format = choice('format', values.format, ['text', 'json']);
  const { libraries, library, failed } = await openLibrary([...folders, ...positionals]);
  const problems = reportProblems(library, libraries.placeIn);
  await writeResult(
    format === 'json' ? indexJson(library, problems) : indexText(library, problems, paletteFor(undefined)),
  );
  return failed > 0 ? 2 : 0;
}

function indexJson(library: Library, problems: readonly ReportProblem[]): string {
  const result = {
    schema: 1,
    library: libraryJson(library.counts, problems),
    sources: [...library.sources.values()].map((source) => ({
      key: source.key,
      ...titleOf(source),
      path: source.id === null ? null : shownPath(source.id),
      bibliography: source.bibliography === null ? null : shownPath(source.bibliography),
      tables: source.document?.tables.length ?? 0,
      passages: source.document?.passages.length ?? 0,
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function indexText(library: Library, problems: readonly ReportProblem[], palette: Palette): string {
  const lines = [...library.sources.values()].map((source) => {
    const { title, authors, year } = titleOf(source);
    const isCut = source.entry?.authors.some(isOthers) ?? false;
    const names = `${authors.join(', ')}${isCut ? ' et al' : ''}`;
    const work = [names, year, title].filter(Boolean).join('. ');
    const read =
      source.id === null || source.document === null
        ? palette.yellow('no document')
        : `${shownPath(source.id)}, ${plural(source.document.tables.length, 'table')}, ${plural(source.document.passages.length, 'passage')}`;
    return `${palette.bold(`@${source.key}`)}  ${work}\n    ${palette.dim(read)}`;
  });
  for (const { file, position, problem } of problems)
    lines.push(`${place(file, position)}  ${palette.yellow(ruleCodeOf(problem))}  ${problem.message}`);
  const { sources, tables, facts } = library.counts;
  lines.push(`${plural(sources, 'source')}, ${plural(tables, 'table')}, ${plural(facts, 'fact')}`);
  return `${lines.join('\n')}\n`;
}

function titleOf({ entry, document }: Source): {
  title: string | null;
  authors: readonly string[];
  year: string | null;
} {
  if (entry !== null) {
    const authors = entry.authors.filter((author) => !isOthers(author)).map(({ family }) => family);
    return { title: entry.title, authors, year: entry.year || null };
  }
  const metadata = document?.metadata;
  return { title: metadata?.title ?? null, authors: metadata?.authors ?? [], year: metadata?.year ?? null };
}
