import { ruleCodeOf } from '../../../shared/findings/index.ts';
import {
  joinReports,
  type Report,
  renderHtml,
  renderMarkdown,
  renderSarif,
  renderText,
} from '../../../shared/report/index.ts';
import { rulePage } from '../../host/rulePages.ts';
import { type CheckedFiles, checkFiles } from '../checkFiles.ts';
import { readFailOn } from '../failOn.ts';
import { checkJson } from '../json/check.ts';
import { choice, readOptions } from '../options.ts';
import { writeResult } from '../output.ts';
import { linksFrom, uriOf } from '../paths.ts';
import { paletteFor, widthFor } from '../terminal.ts';
import { productVersion } from '../version.ts';
import { explain } from './explain.ts';

const formats = ['text', 'json', 'sarif', 'markdown', 'html'] as const;
type Format = (typeof formats)[number];

/** `grounded check`: drafts against their libraries. */
export async function check(args: readonly string[]): Promise<number> {
  const { positionals, library, values } = readOptions('check', args, [
    'format',
    'output',
    'fail-on',
    'show',
    'explain',
  ]);
  const format = choice('format', values.format, formats);
  const fails = readFailOn(values['fail-on']);
  const showsUnused =
    choice('show', values.show, ['findings', 'citation-unused']) === 'citation-unused' || fails('citation-unused');
  if (values.explain !== undefined) return explain(values.explain, library, paletteFor(values.output), values.output);
  const result = await checkFiles(positionals.length > 0 ? positionals : ['.'], library, showsUnused);
  await writeResult(render(format, result, values.output), values.output);
  if (result.failed > 0) return 2;
  return hasFinding(result.report, fails) ? 1 : 0;
}

function hasFinding(report: Report, fails: ReturnType<typeof readFailOn>): boolean {
  return (
    report.documents.some(({ findings }) => findings.some(({ code, silenced }) => !silenced && fails(code))) ||
    report.library.problems.some(({ problem }) => fails(ruleCodeOf(problem)))
  );
}

function render(
  format: Format,
  { report: clean, problems, documents }: CheckedFiles,
  file: string | undefined,
): string {
  const report = joinReports([clean], problems);
  switch (format) {
    case 'text':
      return renderText(clean, paletteFor(file), widthFor(file));
    case 'json':
      return checkJson(report, documents);
    case 'sarif':
      return `${JSON.stringify(renderSarif(report, { version: productVersion(), helpUri: rulePage, uriOf }), null, 2)}\n`;
    case 'markdown':
      return renderMarkdown(report, linksFrom(file));
    case 'html':
      return renderHtml(report);
    default:
      return format satisfies never;
  }
}
