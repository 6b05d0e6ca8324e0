import { joined, words } from './names.ts';

/** Whether more or less of a measure is the better result. */
export type Direction = 'up' | 'down';

/** A known measure: how it is called, and which way it is better. */
export interface Metric {
  readonly better: Direction;
  /** Spellings of this one measure, each as good as the other, in running text and in headers; case, plural and word ends do not matter. */
  readonly names: readonly string[];
  /** Spellings too short to mean the measure beside other words: they count only as a whole header. */
  readonly alone: readonly string[];
  /** What a result costs, not how good it is: "better" alone does not speak of it. */
  readonly cost: boolean;
}

const up = (names: string, alone = ''): Metric => ({
  better: 'up',
  names: list(names),
  alone: list(alone),
  cost: false,
});
const down = (names: string, alone = ''): Metric => ({
  better: 'down',
  names: list(names),
  alone: list(alone),
  cost: false,
});
const costs = (names: string, better: Direction = 'down'): Metric => ({
  better,
  names: list(names),
  alone: [],
  cost: true,
});
const list = (names: string): string[] =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * The measures whose direction is known: one line each, with its spellings; a second list holds those that count only
 * as a whole header. Add a line to teach another; the test reads this table.
 */
export const METRICS: readonly Metric[] = [
  // Classification and retrieval.
  up('accuracy, acc'),
  up('precision', 'P, Pr, Pre'),
  up('recall, sensitivity, true positive rate, TPR', 'R, Re, Rec'),
  up('specificity'),
  up('F1, F-score, F-measure, F1 score, F 1', 'F'),
  up('average precision', 'AP'),
  up('AP50'),
  up('AP75'),
  up('mean average precision, mAP'),
  up('AUC, AUROC, ROC AUC, area under the curve'),
  up('AUPRC, PR AUC'),
  up('exact match', 'EM'),
  up('match rate'),
  up('MRR, mean reciprocal rank, reciprocal rank'),
  up('NDCG'),
  up('hits, hit rate'),
  up('hits@1, H@1'),
  up('hits@3, H@3'),
  up('hits@10, H@10'),
  up('R@1, recall@1'),
  up('R@5, recall@5'),
  up('R@10, recall@10'),
  up('R@20, recall@20'),
  up('R@50, recall@50'),
  up('R@100, recall@100'),
  up('P@1, precision@1'),
  up('P@5, precision@5'),
  up('P@10, precision@10'),
  up('kappa'),
  up('agreement'),
  up('MCC, Matthews correlation'),
  up('correlation'),
  up('Pearson, Pearson correlation'),
  up('Spearman, Spearman correlation'),
  up('C-index, concordance index'),
  up('coefficient of determination'),
  up('success, success rate'),
  up('win rate'),
  up('reward'),
  up('return'),
  up('coverage'),
  up('purity'),
  up('NMI'),
  up('LAS'),
  up('UAS'),
  up('MUC'),
  up('CEAF'),
  up('BLANC'),
  down('mean rank, MnR'),
  down('median rank, MedR, MdR'),
  down('', 'MR'),
  // Generation.
  up('BLEU'),
  up('sacreBLEU'),
  up('BLEU-1, B@1'),
  up('BLEU-2, B@2'),
  up('BLEU-3, B@3'),
  up('BLEU-4, B@4'),
  up('NIST'),
  up('ROUGE'),
  up('ROUGE-1, R-1'),
  up('ROUGE-2, R-2'),
  up('ROUGE-L, R-L'),
  up('METEOR'),
  up('CIDEr'),
  up('SPICE'),
  up('chrF'),
  up('BERTScore'),
  up('BLEURT'),
  up('COMET'),
  up('CLIPScore'),
  up('fluency'),
  up('adequacy'),
  up('readability'),
  up('coherence'),
  up('relevance'),
  up('naturalness'),
  up('informativeness'),
  up('faithfulness'),
  up('grammaticality'),
  up('diversity'),
  up('MOS, mean opinion score'),
  up('inception score'),
  up('PSNR'),
  up('SSIM'),
  up('MS-SSIM'),
  up('VMAF'),
  down('FID, Fréchet inception distance'),
  down('FVD'),
  down('KID'),
  down('LPIPS'),
  down('perplexity, PPL'),
  down('bits per character, BPC'),
  down('bits per dimension, BPD'),
  down('NLL, negative log likelihood'),
  down('repetition', 'Rep'),
  down('hallucination, hallucination rate'),
  down('redundancy'),
  down('toxicity'),
  // Vision.
  up('IoU, Jaccard'),
  up('mIoU, mean IoU'),
  up('Dice, DSC'),
  up('PCK'),
  up('PCKh'),
  up('MOTA'),
  up('IDF1'),
  down('Hausdorff, Hausdorff distance, HD95'),
  down('ASSD'),
  down('MPJPE'),
  down('EPE, endpoint error, end-point error'),
  down('Chamfer distance'),
  // Errors and losses.
  down('error, error rate, err'),
  down('WER, word error rate'),
  down('CER, character error rate'),
  down('phoneme error rate'),
  down('TER, translation error rate, translation edit rate'),
  down('diarization error rate'),
  down('EER, equal error rate'),
  down('ACER'),
  down('APCER'),
  down('BPCER'),
  down('MAE, mean absolute error, absolute error'),
  down('MSE, mean squared error, squared error'),
  down('RMSE, root mean squared error'),
  down('NRMSE'),
  down('RMSLE'),
  down('MAPE'),
  down('SMAPE'),
  down('Brier score'),
  down('ECE, calibration error'),
  down('loss'),
  down('log loss'),
  down('cross-entropy'),
  down('KL, KL divergence'),
  down('divergence'),
  down('regret'),
  down('false positive rate, FPR'),
  down('FPR95'),
  down('false negative rate, FNR, miss rate'),
  down('false alarm, false alarm rate'),
  down('forgetting'),
  down('collision rate'),
  // Cost.
  costs('time, duration'),
  costs('seconds, msec'),
  costs('training time'),
  costs('inference time, runtime, running time, run time, latency, delay'),
  costs('FPS, frames per second', 'up'),
  costs('throughput', 'up'),
  costs('speedup, speed-up', 'up'),
  costs('speed', 'up'),
  costs('memory, memory usage, VRAM'),
  costs('parameters, params, #params, number of parameters, model size'),
  costs('FLOPs, GFLOPs'),
  costs('MACs'),
  costs('MAdds'),
  costs('energy, energy consumption'),
  costs('cost'),
  costs('turns, dialog turns, number of turns'),
];

/** A measure that a text names, with its place in it. */
export interface NamedMetric {
  readonly metric: Metric;
  readonly start: number;
  readonly end: number;
}

interface Known {
  readonly metric: Metric;
  readonly forms: readonly string[];
  readonly alone: boolean;
}

const formsOf = (text: string): string[] => words(text).map((word) => word.form);

const byFirst = new Map<string, Known[]>();
for (const metric of METRICS) {
  for (const name of metric.names) learn({ metric, forms: formsOf(name), alone: false });
  for (const name of metric.alone) learn({ metric, forms: formsOf(name), alone: true });
}

function learn(known: Known): void {
  const first = known.forms[0];
  if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), known]);
}

/** All known measures that a text names, the longest reading of each place. Offsets are UTF-16, into `text`. */
export function findMetrics(text: string): NamedMetric[] {
  const found = words(text);
  const metrics: NamedMetric[] = [];
  for (let i = 0; i < found.length; ) {
    let best: Known | null = null;
    for (const known of byFirst.get(found[i]?.form ?? '') ?? []) {
      if (known.alone && (found.length > known.forms.length || !/^\W*\p{Lu}/u.test(text))) continue;
      if (!known.forms.every((form, k) => found[i + k]?.form === form)) continue;
      if (!best || known.forms.length > best.forms.length) best = known;
    }
    const first = found[i];
    const last = found[i + (best?.forms.length ?? 1) - 1];
    // The letter F is a measure, the f of "f(x)" is not.
    if (best && first && last && (last.end - first.start > 1 || /\p{Lu}/u.test(text.charAt(first.start))))
      metrics.push({ metric: best.metric, start: first.start, end: last.end });
    i += best?.forms.length ?? 1;
  }
  return metrics;
}

/** The other names of the measure that a header names as a whole: "recall" for `R`, "ROUGE-1" for `R-1`. */
export function otherNames(header: string): readonly string[] {
  const text = header.trim();
  const form = joined(text);
  const metrics = new Set([...(byAbbreviation.get(text) ?? []), ...(byForm.get(form) ?? [])]);
  return [...metrics].flatMap(({ names }) => names.filter((name) => joined(name) !== form));
}

const byForm = new Map<string, Metric[]>();
const byAbbreviation = new Map<string, Metric[]>();
for (const metric of METRICS) {
  for (const form of new Set(metric.names.map(joined))) byForm.set(form, [...(byForm.get(form) ?? []), metric]);
  for (const name of metric.alone) byAbbreviation.set(name, [...(byAbbreviation.get(name) ?? []), metric]);
}

const TURNED = /\b(?:drop|reduction|decrease|degradation|increase|improvement|gain)s?\b/i;

/** Which way a header's measure is better; null where it names no known measure, measures of both kinds, or a change. */
export function directionOf(header: string): Direction | null {
  const found = findMetrics(header);
  const first = found[0];
  if (!first || TURNED.test(header)) return null;
  return found.every(({ metric }) => metric.better === first.metric.better) ? first.metric.better : null;
}
