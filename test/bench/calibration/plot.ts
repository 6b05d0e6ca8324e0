import type { Bin } from './reliability.ts';

const SIDE = 320;
const LEFT = 56;
const TOP = 24;
const WIDTH = LEFT + SIDE + 24;
const HEIGHT = TOP + SIDE + 56;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const INK = '#6b7280';
const DOT = '#2563eb';

const x = (share: number): string => (LEFT + share * SIDE).toFixed(1);
const y = (share: number): string => (TOP + (1 - share) * SIDE).toFixed(1);

/** A reliability plot as SVG: confidence to the right, share of right verdicts upwards, a dot for each stretch. */
export function reliabilityPlot(bins: readonly Bin[]): string {
  const most = Math.max(...bins.map(({ count }) => count));
  const ticks = TICKS.flatMap((tick) => [
    `<line x1="${x(tick)}" y1="${y(0)}" x2="${x(tick)}" y2="${y(1)}" stroke="${INK}" stroke-opacity="0.15"/>`,
    `<line x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}" stroke="${INK}" stroke-opacity="0.15"/>`,
    `<text x="${x(tick)}" y="${TOP + SIDE + 18}" text-anchor="middle">${tick * 100} %</text>`,
    `<text x="${LEFT - 8}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick * 100} %</text>`,
  ]);
  const dots = bins
    .filter(({ count }) => count > 0)
    .map(({ confidence, right, count }) => {
      const radius = (4 + 10 * Math.sqrt(count / most)).toFixed(1);
      const told = `${count} verdicts: confidence ${percent(confidence)}, right ${percent(right)}`;
      return `<circle cx="${x(confidence)}" cy="${y(right)}" r="${radius}" fill="${DOT}" fill-opacity="0.6"><title>${told}</title></circle>`;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="${INK}">`,
    '<title>Confidence and share of right verdicts</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...ticks,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="${INK}" stroke-dasharray="4 4"/>`,
    ...dots,
    `<text x="${x(0.5)}" y="${HEIGHT - 12}" text-anchor="middle">confidence</text>`,
    `<text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle">right</text>`,
    '</svg>',
    '',
  ].join('\n');
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
