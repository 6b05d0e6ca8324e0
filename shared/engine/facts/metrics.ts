import { words } from './names.ts';

/** Whether more or less of a measure is the better result. */
export type Direction = 'up' | 'down';

/** A known measure: how it is called, and which way it is better. */
export interface Metric {
  readonly better: Direction;
  /** Spellings in running text and in headers; case, plural and word ends do not matter. */
  readonly names: readonly string[];
  /** Spellings too short to mean the measure beside other words: they count only as a whole header. */
  readonly alone?: readonly string[];
  /** What a result costs, not how good it is: "better" alone does not speak of it. */
  readonly cost?: true;
}

/** The measures whose direction is known, one line each. Add a line to teach another; the test reads this table. */
export const METRICS: readonly Metric[] = [
  // Classification and retrieval.
  { better: 'up', names: ['accuracy', 'acc', 'top-1', 'top-5', 'rank-1', 'rank-5', 'rank-10'] },
  { better: 'up', names: ['precision', 'AntePre'], alone: ['P', 'Pr', 'Pre'] },
  { better: 'up', names: ['recall', 'sensitivity', 'specificity'], alone: ['R', 'Re', 'Rec'] },
  {
    better: 'up',
    names: ['F1', 'F-score', 'F-measure', 'F1 score', 'F 1', 'macro F', 'micro F', 'F0.5', 'F2'],
    alone: ['F'],
  },
  { better: 'up', names: ['average precision', 'mean average precision', 'mAP', 'AP50', 'AP75'], alone: ['AP'] },
  { better: 'up', names: ['AUC', 'AUROC', 'ROC AUC', 'AUPRC', 'area under the curve'] },
  { better: 'up', names: ['exact match', 'match rate'], alone: ['EM'] },
  {
    better: 'up',
    names: [
      'MRR',
      'reciprocal rank',
      'NDCG',
      'hits',
      'hits@1',
      'hits@3',
      'hits@10',
      'hit rate',
      'recall@k',
      'R@1',
      'R@5',
      'R@10',
      'R@20',
      'R@50',
      'R@100',
      'P@1',
      'P@5',
      'P@10',
    ],
  },
  { better: 'down', names: ['mean rank', 'median rank', 'MedR', 'MdR', 'MnR'], alone: ['Mr', 'MR'] },
  {
    better: 'up',
    names: [
      'MCC',
      'kappa',
      'agreement',
      'correlation',
      'Pearson',
      'Spearman',
      'C-index',
      'concordance',
      'R²',
      'coefficient of determination',
    ],
  },
  { better: 'up', names: ['success', 'success rate', 'win rate', 'reward', 'return', 'preference', 'coverage'] },
  { better: 'up', names: ['purity', 'NMI', 'ARI', 'silhouette'] },
  { better: 'up', names: ['GLUE', 'CoNLL score', 'MUC', 'CEAF', 'B3', 'LAS', 'UAS', 'BLANC'] },
  // Generation.
  { better: 'up', names: ['BLEU', 'BLEU-1', 'BLEU-2', 'BLEU-3', 'BLEU-4', 'sacreBLEU', 'B@4', 'NIST'] },
  {
    better: 'up',
    names: [
      'ROUGE',
      'ROUGE-1',
      'ROUGE-2',
      'ROUGE-L',
      'R-1',
      'R-2',
      'R-L',
      'METEOR',
      'CIDEr',
      'SPICE',
      'chrF',
      'BERTScore',
      'BLEURT',
      'COMET',
      'CLIPScore',
    ],
  },
  {
    better: 'up',
    names: [
      'fluency',
      'adequacy',
      'readability',
      'coherence',
      'relevance',
      'naturalness',
      'informativeness',
      'faithfulness',
      'grammaticality',
      'diversity',
      'MOS',
      'mean opinion score',
    ],
  },
  { better: 'up', names: ['inception score', 'PSNR', 'SSIM', 'MS-SSIM', 'VMAF'] },
  { better: 'down', names: ['FID', 'FVD', 'KID', 'LPIPS', 'Fréchet distance', 'inception distance'] },
  {
    better: 'down',
    names: [
      'perplexity',
      'PPL',
      'bits per character',
      'bits per dimension',
      'BPC',
      'BPD',
      'bpw',
      'NLL',
      'negative log likelihood',
    ],
  },
  {
    better: 'down',
    names: ['repetition', 'hallucination', 'hallucination rate', 'CHAIR', 'redundancy', 'toxicity'],
    alone: ['Rep'],
  },
  // Vision.
  {
    better: 'up',
    names: ['IoU', 'mIoU', 'Jaccard', 'Dice', 'DSC', 'PCK', 'PCKh', 'MOTA', 'IDF1', 'OKS', 'success plot'],
  },
  {
    better: 'down',
    names: [
      'Hausdorff',
      'ASSD',
      'MPJPE',
      'EPE',
      'endpoint error',
      'Chamfer distance',
      'IDs switches',
      'AbsRel',
      'Sq Rel',
    ],
  },
  // Errors and losses.
  {
    better: 'down',
    names: ['error', 'error rate', 'err', 'top-1 error', 'top-5 error', 'test error', 'misclassification rate'],
  },
  {
    better: 'down',
    names: [
      'WER',
      'word error rate',
      'CER',
      'character error rate',
      'phoneme error rate',
      'TER',
      'DER',
      'EER',
      'equal error rate',
    ],
  },
  {
    better: 'down',
    names: [
      'MAE',
      'MSE',
      'RMSE',
      'NRMSE',
      'MAPE',
      'SMAPE',
      'mean absolute error',
      'mean squared error',
      'absolute error',
      'squared error',
      'RMSLE',
      'Brier score',
      'ECE',
      'calibration error',
    ],
  },
  { better: 'down', names: ['loss', 'log loss', 'cross-entropy', 'KL', 'KL divergence', 'divergence', 'regret'] },
  {
    better: 'down',
    names: [
      'false positive rate',
      'false negative rate',
      'FPR',
      'FNR',
      'false alarm',
      'miss rate',
      'FAR',
      'FRR',
      'FPR95',
      'attack success rate',
      'ASR',
    ],
  },
  { better: 'down', names: ['forgetting', 'violation', 'violations', 'collision rate', 'mistakes'] },
  // Cost.
  {
    better: 'down',
    names: [
      'time',
      'training time',
      'inference time',
      'runtime',
      'running time',
      'run time',
      'latency',
      'delay',
      'duration',
      'seconds',
      'msec',
      'wall clock',
    ],
  },
  {
    better: 'up',
    names: ['FPS', 'throughput', 'tokens per second', 'samples per second', 'speedup', 'speed-up'],
    cost: true,
  },
  {
    better: 'down',
    names: [
      'memory',
      'memory usage',
      'VRAM',
      'model size',
      'parameters',
      'params',
      '#params',
      'number of parameters',
      'FLOPs',
      'GFLOPs',
      'MACs',
      'energy',
      'carbon',
      'cost',
    ],
  },
  { better: 'down', names: ['turns', 'dialog turns', 'number of turns'], cost: true },
];

interface Known {
  readonly forms: readonly string[];
  readonly better: Direction;
  readonly cost: boolean;
  readonly alone: boolean;
}

const formsOf = (text: string): string[] => words(text).map((word) => word.form);

const KNOWN: readonly Known[] = METRICS.flatMap(({ better, names, alone = [], cost = false }) => [
  ...names.map((name) => ({ forms: formsOf(name), better, cost, alone: false })),
  ...alone.map((name) => ({ forms: [name.toLowerCase()], better, cost, alone: true })),
]).filter(({ forms }) => forms.length > 0);

const BY_FIRST = new Map<string, Known[]>();
for (const known of KNOWN) {
  const first = known.forms[0] ?? '';
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), known]);
}

/** A measure that a text names, with its place in it. */
export interface NamedMetric {
  readonly better: Direction;
  readonly cost: boolean;
  readonly start: number;
  readonly end: number;
}

/** All known measures that a text names, the longest reading of each place. Offsets are UTF-16, into `text`. */
export function findMetrics(text: string): NamedMetric[] {
  const found = words(text);
  const metrics: NamedMetric[] = [];
  for (let i = 0; i < found.length; ) {
    let best: Known | null = null;
    for (const known of BY_FIRST.get(found[i]?.form ?? '') ?? []) {
      if (known.alone && (found.length > known.forms.length || !isUpper(text))) continue;
      if (!known.forms.every((form, k) => found[i + k]?.form === form)) continue;
      if (!best || known.forms.length > best.forms.length) best = known;
    }
    const first = found[i];
    const last = found[i + (best?.forms.length ?? 1) - 1];
    if (best && first && last)
      metrics.push({ better: best.better, cost: best.cost, start: first.start, end: last.end });
    i += best?.forms.length ?? 1;
  }
  return metrics;
}

const isUpper = (text: string): boolean => /^\W*\p{Lu}/u.test(text);

/** Which way a header's measure is better; null where it names no known measure, or measures of both kinds. */
export function directionOf(header: string): Direction | null {
  const found = findMetrics(header);
  const first = found[0];
  if (!first) return null;
  // "accuracy loss" and "error reduction" are neither: the last word turns the sense of the first.
  if (/\b(?:drop|reduction|decrease|degradation)\b/i.test(header)) return null;
  return found.every(({ better }) => better === first.better) ? first.better : null;
}
