import type { ConfidenceModel } from '../../../shared/engine/verdicts/confidence.ts';
import type { Bin } from './reliability.ts';

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** How sure and how right, stretch by stretch, as a table of a page. */
export function reliabilityTable(bins: readonly Bin[]): string {
  const rows = bins
    .filter(({ count }) => count > 0)
    .map(
      ({ from, to, count, confidence, right }) =>
        `| ${percent(from)} – ${percent(to)} | ${count} | ${percent(confidence)} | ${percent(right)} |`,
    );
  return ['| confidence | verdicts | mean confidence | right |', '| --- | ---: | ---: | ---: |', ...rows].join('\n');
}

/** The grounds of a model with what they were measured on, as a table of a page. */
export function groundsTable(model: ConfidenceModel): string {
  const rows = Object.entries(model).map(([ground, { samples, right, weights }]) => {
    const signs = Object.entries(weights)
      .toSorted(([, a], [, b]) => b - a)
      .map(([sign]) => sign);
    return `| ${ground} | ${samples} | ${samples === 0 ? '' : percent(right / samples)} | ${signs.join(', ')} |`;
  });
  return ['| ground | verdicts | right | signs, the weightiest first |', '| --- | ---: | ---: | --- |', ...rows].join(
    '\n',
  );
}

/** A page with the text between `<!-- name -->` and `<!-- /name -->` replaced. */
export function withSection(page: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = page.indexOf(open);
  const end = page.indexOf(close);
  if (start < 0 || end < start) throw new Error(`The page has no section ${open} … ${close}.`);
  return `${page.slice(0, start + open.length)}\n\n${text}\n\n${page.slice(end)}`;
}
