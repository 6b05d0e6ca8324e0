import type { ConfidenceModel } from './confidence.ts';

/** Written by `npm run calibrate`; docs/confidence.md tells how. */
export const CONFIDENCE_MODEL: ConfidenceModel = {
  cell: {
    bias: -3.96,
    weights: {
      alone: 0.02,
      exact: 1.79,
      margin: 4.27,
      named: 0.1,
      near: 1.04,
      once: 1.17,
      row: 0.11,
      sole: 0.91,
    },
    samples: 5486,
    right: 4364,
  },
  derivation: {
    bias: -1.97,
    weights: {
      brief: 1.4,
      certain: 0.06,
      digits: 1.44,
      plain: 0.94,
      score: 1.43,
    },
    samples: 469,
    right: 423,
  },
  passage: {
    bias: 1.74,
    weights: {
      shared: 0.69,
    },
    samples: 47,
    right: 36,
  },
  'other-cell': {
    bias: -1.63,
    weights: {
      alike: 1.99,
      alone: 1.22,
      brief: 1.28,
      margin: 0.16,
      score: 1.25,
      topical: 0.56,
    },
    samples: 2621,
    right: 2577,
  },
  'other-derivation': {
    bias: 2.65,
    weights: {},
    samples: 194,
    right: 193,
  },
  'other-passage': {
    bias: 1.79,
    weights: {},
    samples: 16,
    right: 15,
  },
  'absence-from-text': {
    bias: 3.16,
    weights: {
      digits: 0.14,
      near: 0.12,
    },
    samples: 558,
    right: 553,
  },
  'absence-from-tables': {
    bias: -5.03,
    weights: {
      decimals: 2.77,
      digits: 2.05,
      measured: 1.49,
      near: 0.68,
      topical: 1.37,
    },
    samples: 820,
    right: 610,
  },
  'cell-elsewhere': {
    bias: -0.85,
    weights: {
      digits: 0.32,
      exact: 2.21,
      once: 0.28,
      score: 2,
    },
    samples: 1167,
    right: 1152,
  },
  'passage-elsewhere': {
    bias: 2.19,
    weights: {},
    samples: 4,
    right: 4,
  },
  comparison: {
    bias: 1.02,
    weights: {
      named: 0.7,
      topical: 1.41,
    },
    samples: 198,
    right: 184,
  },
  'comparison-refuted': {
    bias: 1.98,
    weights: {
      named: 1.22,
      topical: 0.1,
    },
    samples: 162,
    right: 156,
  },
};
