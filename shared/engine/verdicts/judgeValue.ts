import { significantDigits } from './compare.ts';
import { aggregated, bestDerivation } from './derivations.ts';
import type { Finding } from './finding.ts';
import type { Inquiry } from './inquiry.ts';
import { judgeMissing } from './judgeMissing.ts';
import type { SourcedProse } from './proseSupport.ts';
import { isSettingNumber, looksLikeTables } from './resultLike.ts';
import { determined, matchesWhole, saysOtherwise } from './rivals.ts';
import { spreadOf } from './spreads.ts';
import { DETERMINED, FIRM, SWAP_MARGIN, UNLIKELY } from './thresholds.ts';
import { asDifference } from './utterance.ts';

/** Judges a number that the words take for a value; `prose` is the sentence of a source that states it. */
export function judgeValue(inquiry: Inquiry, prose: SourcedProse | null): Finding {
  const { utterance, tables, f, figure, found, rivals, margin, isSure } = inquiry;
  const { text } = utterance;
  const { quantity } = figure;
  const [match] = found;
  const [rival] = rivals;
  const digits = significantDigits(quantity);
  const few = quantity.decimals === 0 && digits < 3 && quantity.scale === 1;
  const bound = match && (!few || match.score >= DETERMINED || matchesWhole(match, figure));
  if (match && bound && !quantity.spelled && margin < SWAP_MARGIN)
    return { kind: 'cell', cell: match, margin: -margin };
  const spread = spreadOf(inquiry);
  if (spread) return { kind: 'cell', cell: spread, margin: 0 };
  if (prose) return { kind: 'prose', ...prose };
  if (quantity.spelled) return judgeMissing(inquiry);
  const whole = aggregated(tables, f, figure, text);
  if (whole) return { kind: 'derived', ...whole };
  const telling = quantity.decimals > 0 || digits > 2;
  if (match && rival && (bound || telling)) {
    const setting = isSettingNumber(text, figure);
    // Two digits that happen to stand somewhere in a table are no evidence of a swapped cell.
    if (!telling && (rival.score < FIRM || setting))
      return { kind: 'silent', why: 'A number of few digits that the words tie to no cell.' };
    const best = determined(rivals, match);
    if (best && saysOtherwise(best, figure, utterance))
      return { kind: 'conflict', cell: best, sure: isSure(best), elsewhere: found.slice(0, 2), margin };
    if (setting) return { kind: 'silent', why: 'A setting, not a result.' };
    return { kind: 'absent', near: rivals.slice(0, 2), strength: rival.score };
  }
  // "outperforms Y on all sets (1.4 on P, 2.9 on Q)": a list of differences that no word near them announces.
  const difference = match ? null : asDifference(text, figure);
  if (!difference) return judgeMissing(inquiry);
  const like = looksLikeTables(
    figure,
    tables.map(({ binding }) => binding.table),
  );
  const derived = bestDerivation(tables, f, difference, text);
  if (derived && derived.derivation.chance <= (like ? 0 : UNLIKELY)) return { kind: 'derived', ...derived };
  return judgeMissing(like ? inquiry : { ...inquiry, figure: difference });
}
