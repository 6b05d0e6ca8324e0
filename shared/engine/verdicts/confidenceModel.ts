import type { ConfidenceModel } from './confidence.ts';

/** Written by `npm run calibrate`; docs/confidence.md tells how. */
export const CONFIDENCE_MODEL: ConfidenceModel = {
  cell: {
    bias: -3.59,
    weights: {
      alone: 0.43,
      exact: 1.73,
      margin: 3.48,
      named: 0.16,
      near: 0.73,
      once: 1.15,
      row: 0.26,
      sole: 0.97,
    },
    samples: 5065,
    right: 4374,
  },
  derivation: {
    bias: -2.15,
    weights: {
      brief: 1.35,
      digits: 1.17,
      plain: 1.13,
      score: 1.61,
    },
    samples: 494,
    right: 431,
  },
  passage: {
    bias: 1.75,
    weights: {
      shared: 0.67,
    },
    samples: 49,
    right: 36,
  },
  'other-cell': {
    bias: -1.46,
    weights: {
      alike: 1.88,
      alone: 1.47,
      brief: 1.38,
      margin: 0.88,
      score: 0.66,
      topical: 0.63,
    },
    samples: 3162,
    right: 3131,
  },
  'other-derivation': {
    bias: 2.73,
    weights: {},
    samples: 208,
    right: 207,
  },
  'other-passage': {
    bias: 1.85,
    weights: {},
    samples: 15,
    right: 14,
  },
  'absence-from-text': {
    bias: 3.29,
    weights: {
      near: 0.02,
    },
    samples: 408,
    right: 407,
  },
  'absence-from-tables': {
    bias: -4.6,
    weights: {
      decimals: 2.65,
      digits: 1.67,
      measured: 1.48,
      near: 0.78,
      topical: 1.43,
    },
    samples: 804,
    right: 608,
  },
  'cell-elsewhere': {
    bias: -0.74,
    weights: {
      digits: 0.35,
      exact: 2.28,
      once: 0.04,
      score: 2.01,
    },
    samples: 1186,
    right: 1171,
  },
  'passage-elsewhere': {
    bias: 2.28,
    weights: {},
    samples: 4,
    right: 4,
  },
  comparison: {
    bias: 1.11,
    weights: {
      named: 0.54,
      topical: 1.46,
    },
    samples: 182,
    right: 170,
  },
  'comparison-refuted': {
    bias: 2.01,
    weights: {
      named: 1.23,
      topical: 0.07,
    },
    samples: 147,
    right: 141,
  },
};
