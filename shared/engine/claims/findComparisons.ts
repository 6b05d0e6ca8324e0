import type { Span } from '../text/span.ts';
import { PHRASES, type PhraseRule, REMOVAL } from './comparisonPhrases.ts';

/** A phrase of a sentence that compares without a number of its own. Offsets are UTF-16, into the sentence. */
export interface Phrase {
  readonly rule: PhraseRule;
  readonly span: Span;
  readonly text: string;
  /** "does not outperform", "fails to improve over", "no better than". */
  readonly negated: boolean;
  /** The word that negates it where one stands before it: it may be a part of a name. */
  readonly negation: Span | null;
  /** "on all sets", "consistently": no exception is allowed. */
  readonly universal: boolean;
  /** "among the single models", "only when …": the clause leaves out cells in words that need not be in the table. */
  readonly restricted: boolean;
  /** 1 for the best, 2 for the second best, …; 1 for phrases that are no superlatives. */
  readonly rank: number;
  /** The stretch of the sentence that the phrase is read in: its clause. */
  readonly clause: Span;
}

const REMOVES = new RegExp(REMOVAL, 'iu');
const MATCHERS = PHRASES.map((rule) => ({
  rule,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])${rule.pattern}(?![\\p{L}\\p{N}-])`, 'giu'),
}));

/** The comparing phrases of a sentence, in order; phrases that only name something ("the best baseline") are left out. */
export function findComparisons(text: string): Phrase[] {
  const taken: { rule: PhraseRule; span: Span }[] = [];
  for (const { rule, pattern } of MATCHERS)
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!taken.some((other) => other.span.start < span.end && span.start < other.span.end))
        taken.push({ rule, span });
    }
  const found = taken
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ rule, span }) => isAsserted(text, rule, span));
  const clauses = clausesOf(text);
  return found.map(({ rule, span }, index) => {
    const clause = narrowed(
      text,
      clauses.find((one) => one.start <= span.start && span.end <= one.end) ?? { start: 0, end: text.length },
      span,
      found[index - 1]?.span,
      found[index + 1]?.span,
    );
    const { rank, start } = rankOf(text, rule, span);
    const words = text.slice(clause.start, clause.end);
    const negation = negationBefore(text, clause.start, start);
    return {
      rule,
      span: { start, end: span.end },
      text: text.slice(start, span.end),
      negated:
        negation !== null ||
        isNegated(text.slice(clause.start, start), text.slice(start, span.end)) ||
        (rule.relation === 'superlative' && NEGATED_BEHIND.test(text.slice(span.end, clause.end))),
      negation,
      universal: UNIVERSAL.test(words),
      restricted: RESTRICTED.test(words),
      rank,
      clause,
    };
  });
}

const UNIVERSAL =
  /\b(?:always|consistently|in (?:all|every) (?:cases?|aspects?|settings?|metrics?)|(?<!average )(?:across|on|in|for|over) (?:all|every|each|both)\b|across the board|uniformly|in each|throughout)/i;

const RESTRICTED =
  /\b(?:among|amongst|out of|of those|excluding|other than|apart from|individual|single|alone|published|comparable models|in (?:some|many|most|several) cases|(?:only|especially) (?:for|on|when|if|in|with|at|after)|sometimes|mostly|often|when|if|as the)\b(?!\s+(?:all|compared|the\s+(?:baselines|others)))/i;
const NEGATION =
  /(?<![-\p{L}])(?:not|no|never|neither|nor|n't|fails? to|failed to|unable to|cannot|hardly|rarely)(?![-\p{L}])|n[’']t\b/iu;
const NEGATED_BEHIND = /^[^,;]{0,60}\b(?:is|are|was|were)(?: not|n[’']t)\b/i;
const NO_NEGATION = /\bnot only\b|\bno matter\b|\bnot surprising\w*\b|\bif not\b/i;

const NEGATION_REACH = 60;
const BRACKETED = /\([^()]*\)/g;

/** The last "not" before the phrase in its clause; one in brackets, "A (no pretraining)", negates what stands there. */
function negationBefore(text: string, from: number, start: number): Span | null {
  const at = Math.max(from, start - NEGATION_REACH);
  const blank = (words: string): string => ' '.repeat(words.length);
  const near = text.slice(at, start).replace(BRACKETED, blank).replace(NO_NEGATION, blank);
  const match = [...near.matchAll(new RegExp(NEGATION, 'giu'))].at(-1);
  return match ? { start: at + match.index, end: at + match.index + match[0].length } : null;
}

function isNegated(before: string, phrase: string): boolean {
  const near = before.slice(-NEGATION_REACH);
  return /\bwithout\s+(?:\p{L}+\s+)?$/iu.test(near) || /^no\b/i.test(phrase);
}

const HEDGED =
  /\b(?:may|might|could|would|should|expect\w*|hop(?:e|ed|ing)|whether|if|aims? to|in order to|attempt\w* to|try|tries|tried|trying|hypothes\w+|potential\w*|assum\w+|suppos\w+|possibly|perhaps|suggests? that|necessarily|ideally|intuitively|trade-?off)\b[^;:]{0,60}$/i;
const ORDINAL = /\b(second|third|fourth|fifth|2nd|3rd)[\s-]+$/i;
const RANKS: Readonly<Record<string, number>> = { second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, fifth: 5 };

function rankOf(text: string, rule: PhraseRule, span: Span): { rank: number; start: number } {
  const ordinal = rule.relation === 'superlative' ? ORDINAL.exec(text.slice(0, span.start)) : null;
  return ordinal
    ? { rank: RANKS[(ordinal[1] ?? '').toLowerCase()] ?? 1, start: ordinal.index }
    : { rank: 1, start: span.start };
}

// "more than 40 %", "less than half", "at most", "more and more": these cut a number, they compare no cells.
const NUMBER_BEHIND =
  /^\s+(?:than|then)\s+(?:[$~]?\d|one|two|three|four|five|six|seven|eight|nine|ten|half|twice|a (?:third|quarter|hundred|thousand)|just|only)\b/i;
// "the strongest baseline is A": the best of some, and which these are the words do not say.
const OF_SOME =
  /^(?:[\s-]+\p{L}+)?[\s-]+(?:baselines?|competitors?|rivals?|alternatives?|(?:previous|prior|existing|published|reported|known|other|open|public|commercial|proprietary)\b)/iu;
const NAMING_NOUN =
  /^(?:[\s-]+\p{L}+)?[\s-]+(?:baselines?|models?|systems?|methods?|approach(?:es)?|known|published|previous|reported|existing|prior|competitors?|checkpoints?|epoch|hyper-?parameters?|settings?|configurations?|practices?|way|part|efforts?|variants?|alternatives?)\b/iu;
// "performs best", "the best": an adverb before a verb ("best account for") claims nothing.
const CLAIMING =
  /(?:\b(?:the|its|their|our|an?|overall|by far|perform\w*|is|are|was|were|be|works?|fares?|does|do|did|scores?|ranks?|second|third|2nd|3rd|either|not|new)[\s-]+|^\W*)$/i;
const FROM_BEST =
  /\b(?:improv|exceed|increas|boost|rais|push|match|clos|approach|near|reach|trail|lag|follow|beat|surpass|outperform|miss)\w*\s+(?:(?:to|upon|on|over|behind)\s+)?(?:the\s+)?(?:\p{L}+\s+)?$/iu;
const BESIDE_BEST =
  /\b(?:behind|below|above|under|beyond|than|from|versus|vs\.?|against|short of|close to)\s+(?:the\s+|its\s+|their\s+)?$/i;
const FORE = /\b(?:at|of)\s+(?:the\s+)?$/i;

// "the gain is largest on P", "a bigger drop": changes are compared, and no cell holds a change.
const CHANGE_NOUN =
  '(?:gains?|improvements?|gaps?|margins?|differences?|advantages?|benefits?|drops?|increases?|decreases?|reductions?|declines?|boosts?|effects?)';
const CHANGE_BEFORE = new RegExp(
  `\\b${CHANGE_NOUN}\\b[^;:]*\\b(?:is|are|was|were|seems?|becomes?|remains?|gets?|being)\\s+(?:\\p{L}+\\s+){0,2}$`,
  'iu',
);
const CHANGE_BEHIND = new RegExp(`^\\s+(?:\\p{L}+\\s+)?${CHANGE_NOUN}\\b`, 'iu');

// "the gain is smaller on P than on Q": the changes themselves are compared.
const CHANGE_IS_COMPARED =
  /^[^,;:]{0,60}?\b(?:is|are|was|were)\s+(?:\p{L}+\s+)?(?:small|larg|bigg?|great|high|low|slight)(?:er|est)\b/iu;

// "A performs as well as B"; elsewhere, "A as well as B", it joins.
const DOES_WELL =
  /\b(?:perform\w*|do|does|did|works?|worked|fares?|fared|scores?|scored|generali[sz]\w*|transfers?)\s+(?:\p{L}+\s+){0,2}$/iu;

/** False for phrases that only name, hedge or cut a number. */
function isAsserted(text: string, rule: PhraseRule, { start, end }: Span): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const phrase = text.slice(start, end);
  if (HEDGED.test(before) || (rule.sense === 'size' && (CHANGE_BEFORE.test(before) || CHANGE_BEHIND.test(after))))
    return false;
  if (/^as well as$/i.test(phrase)) return DOES_WELL.test(before);
  if (/^(?:gain|improvement|advantage)s?$/i.test(phrase) && CHANGE_IS_COMPARED.test(after)) return false;
  if (rule.relation === 'change') return REMOVES.test(text) && !/\bto\s+$/i.test(before);
  if (NUMBER_BEHIND.test(after) && rule.relation === 'comparative') return false;
  if (/^(?:more|less|most|least)$/i.test(phrase))
    return (
      isCount(after) ||
      (/\bthe\s+$/i.test(before) && /^(?:\s+\S+){0,4}?\s+(?:values?|scores?|number|count)\b/i.test(after))
    );
  if (rule.relation !== 'superlative')
    return (
      !/\bto\s+(?:\p{L}+ly\s+)?$/iu.test(before) ||
      /\b(?:fails?|failed|able|unable|seems?|appears?|found|shown|tends?|continues?)\s+to\s+(?:\p{L}+ly\s+)?$/iu.test(
        before,
      )
    );
  if (
    /^state/i.test(phrase) &&
    !/\b(?:achiev|obtain|reach|sets?|setting|yield|attain|establish|is|are|was|get|gain)\w*\s+(?:(?:a|the|new|an)\s+)*$/i.test(
      before,
    )
  )
    return false;
  if (/^(?:best|worst|most|least)$/i.test(phrase) && !CLAIMING.test(before)) return false;
  if (
    /^(?:best|worst|state)/i.test(phrase) &&
    (FROM_BEST.test(before) || BESIDE_BEST.test(before)) &&
    !/\breach\w*\s+(?:the|a)\s+(?:new\s+)?$/i.test(before)
  )
    return false;
  if (/\b(?:two|three|four|five|several|many|some)\s+$/i.test(before)) return false;
  if (/^at$/i.test(FORE.exec(before)?.[0]?.trim() ?? '')) return false;
  // "the best of both", "the best value of k"
  if (/^(?:best|worst)$/i.test(phrase) && /^\s+(?:values?\s+(?:of|for)|of)\b/i.test(after)) return false;
  if (OF_SOME.test(after)) return false;
  // "the best performing system is A" says something, "the best baseline reaches 40" only names.
  if (NAMING_NOUN.test(after))
    return (
      (/^(?:[\s-]+\p{L}+)?[\s-]+\p{L}+\s+(?:\p{L}+\s+){0,3}(?:is|was|are|were)\s+(?:\p{L}+\s+)?(?:\p{Lu}|not\s+\p{Lu})/iu.test(
        after,
      ) &&
        !/\b(?:than|over|by|from|with|outperform\w*|surpass\w*|beats?|to)\s+(?:the\s+)?(?:\p{L}+\s+)?$/iu.test(
          before,
        )) ||
      /\b(?:is|are|was|were|remains?)\s+(?:not\s+)?the\s+(?:\p{L}+[\s-]+)?$/iu.test(before)
    );
  return (
    !/\b(?:our|their|its|than|over|with|to|by|outperform\w*|surpass\w*|beats?)\s+(?:the\s+)?(?:\p{L}+\s+)?$/iu.test(
      before,
    ) || /\b(?:has|have|with|by|in|reach\w*|had)\s+(?:its|their|the)\s+(?:\p{L}+\s+)?$/iu.test(before)
  );
}

/** "more parameters than": a count of something, not the degree of an adjective ("more robust"). */
const isCount = (after: string): boolean =>
  /^\s+(?:(?:training|inference|trainable|dialog\w*|model)\s+)?(?:parameters?|params?|turns?|time|memory|errors?|data|tokens?|samples?|examples?|images?|layers?|frames?|steps?|hours?|points?)\b/i.test(
    after,
  );

const BOUNDARY =
  /[;:]|\s[–—-]\s|,?\s+(?:while|whereas|but|although|though|however|because|since|which|where|thus|hence|so that|indicating|suggesting|showing|demonstrating|implying|meaning|proving|confirming|verifying|despite|even though|except)\b|,\s+and\s+(?=(?:its?|their|the|they|we|our|this|these)\b)/giu;
const OPENING =
  /^\W*(?:\[\p{L}+\]\W*)?(?:while|although|though|whereas|even though|since|because|as|despite|when|if)\b/iu;
const INSERTED = /^,?\s+(?:which|where)\b/i;

/** The clauses of a sentence, by the words that part them. */
function clausesOf(text: string): Span[] {
  const cuts = [0];
  for (const match of text.matchAll(BOUNDARY)) if (match.index > 2) cuts.push(match.index);
  const opening = OPENING.test(text) ? text.indexOf(', ') : -1;
  if (opening > 0) cuts.push(opening);
  // A clause put in by "which" ends at its comma.
  for (const cut of [...cuts]) {
    const inserted = INSERTED.exec(text.slice(cut));
    const end = inserted ? text.indexOf(', ', cut + inserted[0].length) : -1;
    if (end > 0) cuts.push(end);
  }
  cuts.sort((a, b) => a - b);
  return cuts.map((start, i) => ({ start, end: cuts[i + 1] ?? text.length }));
}

const LINK = /,?\s+(?:and|or|yet|as well as)\s+|,\s+/giu;

/** The clause cut at the conjunctions that stand between this phrase and its neighbours. */
function narrowed(text: string, clause: Span, span: Span, before: Span | undefined, after: Span | undefined): Span {
  let { start, end } = clause;
  if (before && before.end > start && before.end <= span.start) {
    const cut = [...text.slice(before.end, span.start).matchAll(LINK)].at(-1);
    if (cut) start = before.end + cut.index;
  }
  if (after && after.start < end && after.start >= span.end) {
    const cut = [...text.slice(span.end, after.start).matchAll(LINK)].at(-1);
    if (cut) end = span.end + cut.index;
  }
  return { start, end };
}
