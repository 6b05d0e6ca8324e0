import type { ConfidenceModel } from './confidence.ts';

/** Written by `npm run calibrate`; docs/confidence.md tells how. */
export const CONFIDENCE_MODEL: ConfidenceModel = {
  cell: {
    bias: -3.37,
    weights: {
      alone: 0.35,
      exact: 1.68,
      margin: 3.29,
      named: 0.09,
      near: 0.63,
      once: 1.14,
      row: 0.19,
      sole: 1.22,
    },
    samples: 5073,
    right: 4367,
  },
  derivation: {
    bias: -2.1,
    weights: {
      brief: 1.4,
      digits: 1.09,
      plain: 1.13,
      score: 1.61,
    },
    samples: 484,
    right: 429,
  },
  passage: {
    bias: 1.7,
    weights: {
      shared: 0.69,
    },
    samples: 48,
    right: 35,
  },
  'other-cell': {
    bias: -1.47,
    weights: {
      alike: 1.88,
      alone: 1.57,
      brief: 1.32,
      margin: 0.93,
      score: 0.58,
      topical: 0.59,
    },
    samples: 3148,
    right: 3108,
  },
  'other-derivation': {
    bias: 2.7,
    weights: {},
    samples: 194,
    right: 193,
  },
  'other-passage': {
    bias: 1.84,
    weights: {},
    samples: 15,
    right: 14,
  },
  'absence-from-text': {
    bias: 3.32,
    weights: {
      near: 0.02,
    },
    samples: 440,
    right: 439,
  },
  'absence-from-tables': {
    bias: -4.63,
    weights: {
      decimals: 2.68,
      digits: 1.67,
      measured: 1.46,
      near: 0.74,
      topical: 1.47,
    },
    samples: 805,
    right: 609,
  },
  'cell-elsewhere': {
    bias: -0.74,
    weights: {
      digits: 0.35,
      exact: 2.28,
      once: 0.05,
      score: 2,
    },
    samples: 1183,
    right: 1168,
  },
  'passage-elsewhere': {
    bias: 2.28,
    weights: {},
    samples: 4,
    right: 4,
  },
  comparison: {
    bias: 1.01,
    weights: {
      named: 0.55,
      topical: 1.51,
    },
    samples: 200,
    right: 185,
  },
  'comparison-refuted': {
    bias: 2.02,
    weights: {
      named: 1.23,
      topical: 0.08,
    },
    samples: 163,
    right: 157,
  },
};
