import type { Quantity } from '../text/quantity.ts';

const LIST = '(?:[\\d.]+(?:\\s*(?:,|and|&|to|or|[-–—])\\s*\\(?)?){0,4}$';
// Words that number a part of a document or a version: what follows them is a name.
const NUMBERED_PART = new RegExp(
  `(?:\\b(?:sections?|secs?\\.?|chapters?|chap\\.?|tables?|tabs?\\.?|figures?|figs?\\.?|equations?|eqs?\\.?|appendix|app\\.|algorithms?|alg\\.|theorems?|lemmas?|corollar(?:y|ies)|propositions?|assumptions?|remarks?|definitions?|listings?|steps?|pages?|pp?\\.|lines?|items?|footnotes?|versions?|ver\\.|volumes?|vol\\.|no\\.|issues?|releases?|node|python|cuda|pytorch|tensorflow|java|article|art\\.|rev\\.?)\\s*~?|§+\\s*|#)\\(?${LIST}`,
  'i',
);
// Words that number things of a kind: whole numbers right behind them, "epoch 12", not "our model (26.7)".
const NUMBERED_THING = new RegExp(
  `\\b(?:stages?|phases?|parts?|numbers?|seeds?|rows?|columns?|col\\.|tasks?|experiments?|settings?|configurations?|scenarios?|variants?|exp\\.|examples?|rq|hypothes[ie]s|questions?|points?|type|level|grade|class|group|model|system|day|week|round|run|fold|epoch|layer|head|block|draft)\\s*~?${LIST}`,
  'i',
);
const MONTHS =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH_BEFORE = new RegExp(`\\b${MONTHS}\\.?,?\\s*(?:\\d{1,2},?\\s*)?$`, 'i');
const MONTH_AFTER = new RegExp(`^(?:st|nd|rd|th)?\\s*(?:of\\s+)?${MONTHS}\\b`, 'i');
// `at 10:30`, `12:00 UTC`; "until" and "by" stand before durations too.
const TIME_OF_DAY = /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
const AT_TIME = /\b(?:at|from|until|till|since|between)\s+$/i;
const CLOCK_AFTER = /^\s?(?:[ap]\.?m\b|UTC|GMT|CES?T|E[SD]T|P[SD]T|o['’]clock|[–-]\s?\d{1,2}:)/i;
const ISO_DATE = /^\d{4}$/;

/** True for digits that say nothing a source could confirm: dates, years, numbers of sections, versions, list items. */
export function isNoClaim(text: string, quantity: Quantity): boolean {
  const before = text.slice(Math.max(0, quantity.span.start - 48), quantity.span.start);
  const after = text.slice(quantity.span.end, quantity.span.end + 32);
  const plain = quantity.unit === null && quantity.scale === 1;
  if (plain && !quantity.spelled && isYear(quantity, after)) return true;
  if (
    plain &&
    (NUMBERED_PART.test(before) || (quantity.decimals === 0 && NUMBERED_THING.test(before))) &&
    !/\bthe\s+\w+\s+\(?$/i.test(before) &&
    !/^\s*(?:points?|percent)/i.test(after)
  )
    return true;
  if (TIME_OF_DAY.test(quantity.text) && (AT_TIME.test(before) || CLOCK_AFTER.test(after))) return true;
  if (MONTH_BEFORE.test(before) || MONTH_AFTER.test(after.trimStart())) return true;
  if (plain && /^-\d{1,2}(?:-\d{1,2})?\b/.test(after) && ISO_DATE.test(quantity.text)) return true;
  if (/\d{4}-(?:\d{1,2}-)?$/.test(before)) return true;
  if (/[±]\s*$|\\pm\s*$|\+\/-\s*$/.test(before) || quantity.text.startsWith('±')) return true;
  if (/^\s*[.)]\s/.test(after) && /^[\s(]*$/.test(text.slice(0, quantity.span.start)) && plain) return true;
  if (plain && quantity.decimals === 0 && quantity.value < 20 && /^\s*\)/.test(after)) {
    // `(1) first, (2) second` and `1) first, 2) second`
    if (/\(\s*$/.test(before) || (/^\)\s/.test(after) && !/\([^()]*$/.test(before))) return true;
  }
  if (/\b[pP]\s*[<>=≤≥]\s*$/.test(before)) return true;
  // A product of sizes (224 × 224), a ratio of a split (80/10/10, 8 : 2).
  return /[×x*:]\s*$/.test(before.slice(-2)) && /(?<!\p{L})\d+\s*[×x*:]\s*$/u.test(before)
    ? true
    : /^\s*[×x*]\s*\d/.test(after);
}

function isYear(quantity: Quantity, after: string): boolean {
  return (
    /^(?:1[89]|20)\d{2}$/.test(quantity.text) &&
    !/^\s*(?:samples?|examples?|images?|videos?|clips?|sentences?|words?|documents?|hours?|steps?|tokens?|pairs?|participants?|patients?)\b/i.test(
      after,
    )
  );
}

/** True where the draft speaks of its own work: first person, with nothing cited. */
export function isOwnWork(sentence: string): boolean {
  return /\b(?:we|our|ours|us|I|my)\b/.test(sentence) || /\b(?:We|Our|My)\b/.test(sentence);
}

/** True where a spelled-out number counts the draft's own things: "this brief reads five sources". */
export function countsOwnThings(sentence: string): boolean {
  return (
    /\b(?:this|the present|the following|below|above)\s*(?:brief|report|paper|review|section|draft|note|article|survey|chapter|table|document|page|list)?\b/i.test(
      sentence,
    ) &&
    /\bthis\s+(?:brief|report|paper|review|section|draft|note|article|survey|chapter|document|page|list)\b/i.test(
      sentence,
    )
  );
}
