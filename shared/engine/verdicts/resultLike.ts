import { valuesOf } from '../facts/placedValues.ts';
import type { Table } from '../tables/table.ts';
import type { Figure } from './utterance.ts';

// Words of settings: what stands with them was chosen, not measured.
const SETTING =
  /\b(?:learning[\s-]rates?|weight[\s-]decay|momentum|dropout|temperature|batch(?:[\s-]sizes?)?|mini-?batch|epochs?|iterations?|steps?|warm-?up|threshold|lr|lambda|alpha|beta|gamma|epsilon|eps|tau|sigma|coefficient|hyper-?parameters?|margin of|kernel|stride|padding|layers?|hidden|dimension\w*|embedding size|vocabulary|window|length|width|height|resolution|fps|frame rate|gpus?|cpus?|cores?|memory|hours?|days?|weeks?|months?|years?|minutes?|ratio of|probability of|rate of|split\w*|folds?|seeds?|range|between|interval|standard deviation|variance|initiali[sz]\w*|set to|scaled? (?:to|by)|clipp\w+|beam|top-?p|p\s?[<=>])\b/i;
const NOUN_AFTER =
  /^\s*(?:[\p{L}-]+\s+){0,2}(?:images?|videos?|clips?|frames?|samples?|examples?|sentences?|tokens?|words?|documents?|pages?|users?|participants?|annotators?|classes|categories|labels?|layers?|units?|neurons?|filters?|channels?|heads?|blocks?|pixels?|mm|cm|km|m|kg|g|Hz|kHz|MHz|dB|ms|GB|MB|GPUs?|hours?|days?|years?|epochs?|iterations?|steps?|runs?|folds?|seeds?|subjects?|patients?|objects?|instances?|nodes|edges|dimensions?|parameters?)\b/iu;
const RESULT =
  /\b(?:accurac\w*|acc|precision|recall|f-?1|f-?score|f-?measure|bleu|rouge|meteor|cider|map|miou|iou|auc|auroc|eer|wer|cer|ppl|perplexity|error|score\w*|performance|rank-?\d|hits?|mrr|ndcg|dice|psnr|ssim|fid|correlation|top-?\d|best|state[\s-]of[\s-]the[\s-]art|sota|outperform\w*|achiev\w*|obtain\w*|reach\w*|attain\w*|yield\w*|gets?|gives?|gain\w*|improv\w*|boost\w*|drops?|degrad\w*|compared|baseline\w*|surpass\w*|result\w*)\b/i;

/** True where a number stands among the words of settings or counts things. */
export function isSettingNumber(text: string, { quantity }: Figure): boolean {
  const before = text.slice(Math.max(0, quantity.span.start - 36), quantity.span.start);
  const after = text.slice(quantity.span.end, quantity.span.end + 40);
  if (quantity.decimals === 0 && NOUN_AFTER.test(after)) return true;
  const near = /[^,;.()]*$/.exec(before)?.[0] ?? before;
  return SETTING.test(near) && !RESULT.test(near);
}

/** True where a sentence speaks of measured results. */
export function speaksOfResults(text: string): boolean {
  return RESULT.test(text);
}

/** True where some table prints numbers like this one: as many decimals, of such a size. */
export function looksLikeTables(figure: Figure, tables: readonly Table[]): boolean {
  const { value, decimals, scale, unit } = figure.quantity;
  return tables.some(
    (table) =>
      rangesOf(table).some(
        (range) =>
          range.scaled === (scale !== 1) &&
          Math.abs(range.decimals - decimals) <= (unit === 'percent' ? 2 : 1) &&
          Math.abs(value) >= range.low * 0.5 &&
          Math.abs(value) <= Math.max(range.high * 1.5, range.high + 2),
      ) ||
      (unit === 'percent' &&
        rangesOf(table).some(
          (range) => range.high <= 1 && range.decimals >= 2 && Math.abs(value) / 100 >= range.low * 0.5,
        )),
  );
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
  readonly scaled: boolean;
}

const ranges = new WeakMap<Table, readonly Range[]>();

function rangesOf(table: Table): readonly Range[] {
  const known = ranges.get(table);
  if (known) return known;
  const found = table.columns.flatMap((_, column): Range[] => {
    const quantities = valuesOf(table).flatMap(({ value }) => (value.column === column ? [value.quantity] : []));
    if (quantities.length === 0) return [];
    const sizes = quantities.map(({ value }) => Math.abs(value));
    const decimals = quantities.map((quantity) => quantity.decimals).sort((a, b) => a - b);
    return [
      {
        low: Math.min(...sizes),
        high: Math.max(...sizes),
        decimals: decimals[decimals.length >> 1] ?? 0,
        scaled: quantities.some(({ scale }) => scale !== 1),
      },
    ];
  });
  ranges.set(table, found);
  return found;
}
