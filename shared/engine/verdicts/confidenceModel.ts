import type { ConfidenceModel } from './confidence.ts';

/** Written by `npm run calibrate`; docs/confidence.md tells how. */
export const CONFIDENCE_MODEL: ConfidenceModel = {
  cell: {
    bias: -3.7,
    weights: {
      alone: 0.67,
      exact: 1.86,
      margin: 3.38,
      named: 0.24,
      near: 0.63,
      once: 1.03,
      row: 0.02,
      sole: 1.12,
    },
    samples: 5192,
    right: 4361,
  },
  derivation: {
    bias: -1.88,
    weights: {
      brief: 1.32,
      digits: 0.84,
      plain: 1.06,
      score: 1.61,
    },
    samples: 440,
    right: 393,
  },
  passage: {
    bias: 1.66,
    weights: {
      shared: 0.04,
    },
    samples: 57,
    right: 42,
  },
  'other-cell': {
    bias: -1.88,
    weights: {
      alike: 2.27,
      alone: 0.8,
      brief: 1.69,
      margin: 0.44,
      score: 1.34,
      topical: 0.16,
    },
    samples: 2876,
    right: 2821,
  },
  'other-derivation': {
    bias: 2.93,
    weights: {},
    samples: 190,
    right: 190,
  },
  'other-passage': {
    bias: 1.74,
    weights: {},
    samples: 16,
    right: 15,
  },
  'absence-from-text': {
    bias: 2.57,
    weights: {
      near: 0.32,
    },
    samples: 611,
    right: 602,
  },
  'absence-from-tables': {
    bias: -4.7,
    weights: {
      decimals: 2.65,
      digits: 1.8,
      measured: 1.43,
      near: 0.44,
      topical: 1.19,
    },
    samples: 856,
    right: 627,
  },
  'cell-elsewhere': {
    bias: -0.98,
    weights: {
      digits: 0.34,
      exact: 2.08,
      once: 0.36,
      score: 2.14,
    },
    samples: 1170,
    right: 1154,
  },
  'passage-elsewhere': {
    bias: 2.12,
    weights: {},
    samples: 4,
    right: 4,
  },
  comparison: {
    bias: 0.91,
    weights: {
      named: 0.32,
      topical: 1.07,
    },
    samples: 140,
    right: 125,
  },
  'comparison-refuted': {
    bias: 1.31,
    weights: {
      named: 0.65,
      topical: 0.36,
    },
    samples: 99,
    right: 93,
  },
};
