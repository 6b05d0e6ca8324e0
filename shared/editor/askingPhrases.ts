/**
 * How surely words ask for a number: `surely` behind "reaches" or "an accuracy of", `perhaps` behind "is" or "to", where
 * a number may follow as well as anything else.
 */
export type Asking = 'surely' | 'perhaps' | 'no';

/** How surely the words of a sentence, up to the caret, ask for a number. */
export function askingOf(before: string): Asking {
  const words = `${before.slice(-80).trimEnd()} `;
  if (sure.test(words)) return 'surely';
  return possible.test(words) ? 'perhaps' : 'no';
}

const reaching =
  'reach(?:es|ed|ing)?|achiev(?:es?|ed|ing)|attain(?:s|ed|ing)?|obtain(?:s|ed|ing)?|scor(?:es?|ed|ing)|gets?|got|yield(?:s|ed|ing)?|report(?:s|ed|ing)?|record(?:s|ed|ing)?|hits?|stands? at|stood at|remains? at';
const measures =
  'accurac(?:y|ies)|scores?|average|mean|median|total|value|rate|error|precision|recall|f-?1|perplexity|bleu(?:-?\\d)?|rouge(?:-?\\w)?|meteor|cider|spice|map|miou|iou|auc|auroc|wer|cer|eer|psnr|ssim|fid|latency|speed|throughput|correlation|performance|top-?\\d|(?:recall|r|hits|pass|precision)@\\d+';
const others = 'is|are|was|were|has|have|had|with|to|from|at|and|vs\\.?|versus';
/** What may stand between them and the number. */
const between = '(?:(?:only|just|about|around|nearly|almost|roughly|over|under|up to|at most|at least|as much as) )*';

const sure = new RegExp(`\\b(?:${reaching}|(?:${measures}) (?:of|is|was|at)) ${between}$`, 'i');
const possible = new RegExp(`(?:^|[ (])(?:${others}) ${between}$|[(=] $`, 'i');
