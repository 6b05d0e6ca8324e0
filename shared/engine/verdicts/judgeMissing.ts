import { proseFacts } from '../facts/proseFacts.ts';
import type { Label } from '../tables/table.ts';
import { hasColon } from '../text/composedNumbers.ts';
import { significantDigits } from './compare.ts';
import { followsFromOthers } from './derive.ts';
import type { BoundTable, Finding } from './finding.ts';
import type { Inquiry } from './inquiry.ts';
import { contradictingProse } from './proseMatch.ts';
import { isSettingNumber, looksLikeTables, speaksOfResults } from './resultLike.ts';
import { determined, saysOtherwise } from './rivals.ts';
import { DETERMINED, LEAST_BOUND, NAMED, PROSE_BODY } from './thresholds.ts';
import type { Figure } from './utterance.ts';

/** Judges a number that no cell, sentence or derivation of the sources gives: contradicted, absent, or no claim at all. */
export function judgeMissing(inquiry: Inquiry): Finding {
  const { utterance, sources, tables, figure, rivals, strength, trace } = inquiry;
  const { quantity, shape } = figure;
  if (quantity.spelled) return { kind: 'silent', why: 'A number word that no sentence of the source confirms.' };
  for (const source of sources) {
    if (!source.document) continue;
    const match = contradictingProse(utterance, figure, proseFacts(source.document));
    if (match) return { kind: 'prose-conflict', source, match };
  }
  if (shape !== 'value' && followsFromOthers(figure, utterance.figures))
    return { kind: 'silent', why: 'It follows from other numbers of the sentence.' };
  const [rival] = rivals;
  if (shape === 'value' && rival && rival.score >= (quantity.scale > 1 ? LEAST_BOUND : DETERMINED)) {
    const best = determined(rivals);
    if (best && saysOtherwise(best, figure, utterance))
      return { kind: 'conflict', cell: best, sure: inquiry.isSure(best), elsewhere: [], margin: best.score };
  }
  if (isBound(figure)) return { kind: 'silent', why: 'A round number as a bound: it stands in no cell.' };
  if (countsSystems(utterance.text, figure)) return { kind: 'silent', why: 'A count of what the source compares.' };
  if (isInLabel(figure, tables)) return { kind: 'silent', why: 'A number in the name of a row or column.' };
  if (hasColon(quantity.text)) return { kind: 'silent', why: 'A time or ratio that no source prints.' };
  trace.push(`no source value agrees; strength ${strength.toFixed(2)}`);
  const near = rivals.slice(0, 2);
  const absent: Finding = { kind: 'absent', near, strength };
  const body = sources.some(({ document }) => document && proseFacts(document).sentences >= PROSE_BODY);
  if (body && !isIncidental(figure)) return strength >= LEAST_BOUND ? absent : { ...absent, near: [] };
  // What is said of a named system in three digits or more is a claim whatever it counts.
  if (strength >= NAMED && significantDigits(quantity) >= 3) return absent;
  if (shape === 'value' && isSettingNumber(utterance.text, figure))
    return { kind: 'silent', why: 'A setting, not a result.' };
  const measured = quantity.decimals > 0 || quantity.unit === 'percent' || quantity.scale > 1;
  const like = looksLikeTables(
    figure,
    tables.map(({ binding }) => binding.table),
  );
  // What stands in a row with numbers of the source is said of the source.
  if (measured && like && isListedWithStated(inquiry)) return absent;
  if (shape !== 'value' && measured && strength >= LEAST_NAMED) return { ...absent, near: [] };
  if (shape === 'value' && measured && like && (strength >= LEAST_BOUND || speaksOfResults(utterance.text)))
    return absent;
  return { kind: 'silent', why: 'Nothing in the sentence names a row or column of the source.' };
}

/** From this on a word names something of the tables: enough for a change to be a claim. */
const LEAST_NAMED = 0.4;

const LISTED = /^\s*(?:%|\w+)?\s*(?:,|\/|and|or|to|vs\.?|versus|against|,\s*and)\s*$/i;

/** True where the number before or behind in a list is of the same kind and stands in the tables. */
function isListedWithStated({ utterance: { figures, text }, stated, f, figure: { quantity } }: Inquiry): boolean {
  return [f - 1, f + 1].some((g) => {
    const other = figures[g]?.quantity;
    if (!other || figures[g]?.shape !== 'value' || !stated[g]?.cells.length || other.decimals === 0) return false;
    const [first, second] = g < f ? [other, quantity] : [quantity, other];
    return other.decimals === quantity.decimals && LISTED.test(text.slice(first.span.end, second.span.start));
  });
}

/** "all others stay below 42", "more than 30": one or two digits that a value is above or below. */
const isBound = ({ hedge, shape, quantity }: Figure): boolean =>
  (hedge === 'over' || hedge === 'under') &&
  shape === 'value' &&
  quantity.unit === null &&
  quantity.scale === 1 &&
  quantity.decimals === 0 &&
  significantDigits(quantity) <= 2;

const countsSystems = (text: string, { shape, quantity: { span, decimals, unit } }: Figure): boolean =>
  shape === 'value' && decimals === 0 && unit === null && SYSTEMS.test(text.slice(span.end));

const SYSTEMS =
  /^\s+(?:[\p{L}-]+\s+){0,2}(?:systems?|models?|methods?|approach(?:es)?|baselines?|competitors?|variants?|data\s?sets?|benchmarks?|metrics?|criteria)\b/iu;

/** "its 8B student", "256 examples": where a row is named Cockatiel-8B, or a column `k = 256`. */
function isInLabel({ quantity, shape }: Figure, tables: readonly BoundTable[]): boolean {
  if (shape !== 'value' || quantity.unit !== null || /\s/.test(quantity.text)) return false;
  const number = quantity.text.toLowerCase().replaceAll(',', '');
  const isNamed = ({ header }: { readonly header: readonly Label[] }): boolean =>
    header.some(({ text }) => text.toLowerCase().replaceAll(',', '').split(LABEL_SIGN).includes(number));
  return tables.some(({ binding: { table } }) => table.rows.some(isNamed) || table.columns.some(isNamed));
}

const LABEL_SIGN = /[\s()[\]/_=:@-]+/;

function isIncidental({ quantity }: Figure): boolean {
  return quantity.decimals === 0 && quantity.unit === null && quantity.value < 4;
}
