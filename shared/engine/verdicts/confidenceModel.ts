import type { ConfidenceModel } from './confidence.ts';

/** Written by `npm run calibrate`; docs/confidence.md tells how. */
export const CONFIDENCE_MODEL: ConfidenceModel = {
  cell: {
    bias: -3.32,
    weights: {
      alone: 0.22,
      exact: 1.73,
      margin: 3.25,
      named: 0.09,
      near: 0.76,
      once: 1.08,
      row: 0.14,
      sole: 1.18,
    },
    samples: 5067,
    right: 4367,
  },
  derivation: {
    bias: -2.1,
    weights: {
      brief: 1.4,
      digits: 1.08,
      plain: 1.13,
      score: 1.62,
    },
    samples: 479,
    right: 425,
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
    bias: -1.39,
    weights: {
      alike: 1.84,
      alone: 1.65,
      brief: 1.3,
      margin: 0.88,
      score: 0.51,
      topical: 0.56,
    },
    samples: 3149,
    right: 3108,
  },
  'other-derivation': {
    bias: 2.69,
    weights: {},
    samples: 194,
    right: 193,
  },
  'other-passage': {
    bias: 1.85,
    weights: {},
    samples: 16,
    right: 15,
  },
  'absence-from-text': {
    bias: 3.08,
    weights: {
      digits: 0.12,
      near: 0.09,
    },
    samples: 444,
    right: 439,
  },
  'absence-from-tables': {
    bias: -4.72,
    weights: {
      decimals: 2.74,
      digits: 1.71,
      measured: 1.43,
      near: 0.9,
      topical: 1.46,
    },
    samples: 811,
    right: 609,
  },
  'cell-elsewhere': {
    bias: -1.01,
    weights: {
      digits: 0.37,
      exact: 2.18,
      once: 0.23,
      score: 2.21,
    },
    samples: 1183,
    right: 1167,
  },
  'passage-elsewhere': {
    bias: 2.27,
    weights: {},
    samples: 4,
    right: 4,
  },
  comparison: {
    bias: 1.01,
    weights: {
      named: 0.56,
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
