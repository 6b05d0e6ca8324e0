import type { ConfidenceModel } from '../../../shared/engine/verdicts/confidence.ts';

/** The source text of the module that holds a model. */
export function modelText(model: ConfidenceModel): string {
  const grounds = Object.entries(model).map(([ground, { bias, weights, samples, right }]) => {
    const lines = Object.entries(weights).map(([sign, weight]) => `      ${sign}: ${weight},`);
    const shown = lines.length > 0 ? ['{', ...lines, '    }'].join('\n') : '{}';
    const name = ground.includes('-') ? `'${ground}'` : ground;
    return [
      `  ${name}: {`,
      `    bias: ${bias},`,
      `    weights: ${shown},`,
      `    samples: ${samples},`,
      `    right: ${right},`,
      '  },',
    ].join('\n');
  });
  return [
    "import type { ConfidenceModel } from './confidence.ts';",
    '',
    '/** Written by `npm run calibrate`; docs/confidence.md tells how. */',
    'export const CONFIDENCE_MODEL: ConfidenceModel = {',
    ...grounds,
    '};',
    '',
  ].join('\n');
}
