import type { ConfidenceModel } from './confidence.ts';

/** Written by `npm run calibrate`; docs/confidence.md tells how. */
export const CONFIDENCE_MODEL: ConfidenceModel = {
  cell: {
    bias: -3.71,
    weights: {
      exact: 1.73,
      margin: 3.6,
      named: 0.1,
      near: 1.1,
      once: 1.12,
      row: 0.28,
      sole: 1.02,
    },
    samples: 5354,
    right: 4367,
  },
  derivation: {
    bias: -2.1,
    weights: {
      brief: 1.4,
      digits: 1.08,
      plain: 1.13,
      score: 1.61,
    },
    samples: 479,
    right: 425,
  },
  passage: {
    bias: 1.71,
    weights: {
      shared: 0.69,
    },
    samples: 47,
    right: 35,
  },
  'other-cell': {
    bias: -1.34,
    weights: {
      alike: 1.81,
      alone: 1.6,
      brief: 1.26,
      margin: 0.92,
      score: 0.42,
      topical: 0.59,
    },
    samples: 2832,
    right: 2791,
  },
  'other-derivation': {
    bias: 2.66,
    weights: {},
    samples: 194,
    right: 193,
  },
  'other-passage': {
    bias: 1.8,
    weights: {},
    samples: 16,
    right: 15,
  },
  'absence-from-text': {
    bias: 3.11,
    weights: {
      digits: 0.13,
      near: 0.08,
    },
    samples: 488,
    right: 483,
  },
  'absence-from-tables': {
    bias: -4.78,
    weights: {
      decimals: 2.75,
      digits: 1.74,
      measured: 1.44,
      near: 0.9,
      topical: 1.48,
    },
    samples: 820,
    right: 609,
  },
  'cell-elsewhere': {
    bias: -0.98,
    weights: {
      digits: 0.37,
      exact: 2.17,
      once: 0.23,
      score: 2.16,
    },
    samples: 1170,
    right: 1154,
  },
  'passage-elsewhere': {
    bias: 2.21,
    weights: {},
    samples: 4,
    right: 4,
  },
  comparison: {
    bias: 1,
    weights: {
      named: 0.56,
      topical: 1.5,
    },
    samples: 200,
    right: 185,
  },
  'comparison-refuted': {
    bias: 2.01,
    weights: {
      named: 1.23,
      topical: 0.08,
    },
    samples: 163,
    right: 157,
  },
};
