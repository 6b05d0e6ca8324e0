/**
 * How a phrase compares: two sides, one side with all others, two sides that are alike, or one side with itself after a
 * part was taken away.
 */
export type Relation = 'comparative' | 'superlative' | 'equal' | 'change';

/**
 * What is compared. `quality`: better or worse, whichever way the measure runs. `size`: the number itself. `speed`: the
 * number of a measure of time or throughput.
 */
export type Sense = 'quality' | 'size' | 'speed';

/** Where the other side of a comparison stands. */
export type Comparand =
  /** Right behind the phrase: "outperforms B". */
  | 'direct'
  /** Behind a word such as "than" or "compared to". */
  | 'marked'
  /** The phrase is turned round: "is outperformed by B". */
  | 'passive';

/** One entry of the table of phrases. */
export interface PhraseRule {
  readonly relation: Relation;
  readonly sense: Sense;
  /** 1 for better or more, -1 for worse or less, 0 for alike. */
  readonly sign: 1 | -1 | 0;
  readonly comparand: Comparand;
  /** Without anchors; matched between word ends, whatever the case. */
  readonly pattern: string;
  /** A phrase that it must match: the test reads it. */
  readonly example: string;
  /** How many times the other side's number it is: 2 for "doubles"; null for phrases that leave that open. */
  readonly factor: number | null;
}

const rule = (
  relation: Relation,
  sense: Sense,
  sign: 1 | -1 | 0,
  comparand: Comparand,
  pattern: string,
  example: string,
  factor: number | null = null,
): PhraseRule => ({
  relation,
  sense,
  sign,
  comparand,
  pattern,
  example,
  factor,
});

const QUALITY_NOUN = '(?:performances?|results?|quality|scores?|numbers?)';

/** Words that take a part away: what follows them names it. Matched whatever the case. */
export const REMOVAL =
  '\\b(?:remov\\w*|without|w/o|ablat\\w*|dropping|exclud\\w*|disabl\\w*|omit\\w*|discard\\w*|eliminat\\w*)\\s+(?:of\\s+)?(?:the\\s+|our\\s+)?';

/** The comparing phrases, the more special before the more general. Add a line to teach another. */
export const PHRASES: readonly PhraseRule[] = [
  rule('comparative', 'size', 1, 'direct', '(?:doubles?|doubled|doubling)', 'doubles', 2),
  rule('comparative', 'size', 1, 'direct', '(?:triples?|tripled|tripling)', 'triples', 3),
  rule('comparative', 'size', -1, 'direct', '(?:halves|halved|halving)', 'halves', 0.5),
  rule(
    'comparative',
    'quality',
    1,
    'passive',
    '(?:outperformed|surpassed|beaten|exceeded|outscored) by',
    'outperformed by',
  ),
  rule(
    'comparative',
    'quality',
    1,
    'direct',
    '(?:out-?performs?|outperform(?:ed|ing)|surpass(?:es|ed|ing)?|beats?|beating|outscores?|outclass(?:es)?|outranks?)',
    'outperforms',
  ),
  rule(
    'comparative',
    'quality',
    -1,
    'direct',
    '(?:under-?performs?|underperform(?:ed|ing)|(?:lags?|falls?|fell|lagging|falling) behind)',
    'underperforms',
  ),
  rule('comparative', 'size', 1, 'direct', '(?:exceeds?|exceeded|exceeding)', 'exceeds'),
  rule(
    'comparative',
    'quality',
    1,
    'direct',
    '(?:improv(?:es?|ed|ing)|improvements?|gains?) (?:on top of|upon|over|against|relative to|compared (?:to|with))',
    'improves over',
  ),
  rule('comparative', 'quality', 1, 'direct', '(?:superior) to', 'superior to'),
  rule('comparative', 'quality', -1, 'direct', '(?:inferior) to', 'inferior to'),
  rule(
    'equal',
    'quality',
    0,
    'direct',
    '(?:on par with|on a par with|comparable (?:to|with)|similar(?:ly)? to|as (?:good|well|high) as|competitive with|equal to|identical to|(?:the )?same as)',
    'on par with',
  ),
  rule(
    'comparative',
    'quality',
    1,
    'marked',
    `(?:better|stronger|superior|higher|greater) (?:overall |average |final )?${QUALITY_NOUN}`,
    'better results',
  ),
  rule(
    'comparative',
    'quality',
    -1,
    'marked',
    `(?:worse|weaker|poorer|inferior|lower) (?:overall |average |final )?${QUALITY_NOUN}`,
    'lower performance',
  ),
  rule('comparative', 'quality', 1, 'marked', '(?:better|stronger)', 'better'),
  rule('comparative', 'quality', -1, 'marked', '(?:worse|weaker|poorer)', 'worse'),
  rule('comparative', 'quality', 1, 'marked', '(?:improvements?|gains?|advantages?|improves?|improved)', 'improvement'),
  rule('comparative', 'size', 1, 'marked', '(?:higher|greater|larger|bigger|longer|more)', 'higher'),
  rule('comparative', 'size', -1, 'marked', '(?:lower|smaller|fewer|less|shorter)', 'lower'),
  rule('comparative', 'speed', 1, 'marked', '(?:faster|quicker)', 'faster'),
  rule('comparative', 'speed', -1, 'marked', '(?:slower)', 'slower'),
  rule(
    'change',
    'quality',
    -1,
    'marked',
    '(?:degrades?|degraded|hurts?|harms?|harmed|worsens?|worsened|deteriorates?|deteriorated|degradation)',
    'degrades',
  ),
  rule('change', 'quality', 1, 'marked', '(?:helps?|helped|boosts?|boosted)', 'helps'),
  rule(
    'change',
    'size',
    -1,
    'marked',
    '(?:drops?|dropped|decreases?|decreased|reduces?|reduced|declines?|declined|falls?|fell)',
    'drops',
  ),
  rule('change', 'size', 1, 'marked', '(?:increases?|increased|rises?|rose|grows?|grew)', 'increases'),
  rule('equal', 'size', 0, 'marked', '(?:the same|identical|equal|(?<=\\b(?:has|have|had) )same)', 'the same'),
  rule('equal', 'size', -1, 'marked', '(?<=\\b(?:has|have|had) (?:an? )?)different', 'different'),
  rule('superlative', 'quality', 1, 'marked', '(?:best|top-performing|state-of-the-art|state of the art)', 'best'),
  rule('superlative', 'quality', -1, 'marked', '(?:worst|poorest|weakest)', 'worst'),
  rule('superlative', 'quality', 1, 'marked', '(?:strongest)', 'strongest'),
  rule('superlative', 'size', 1, 'marked', '(?:highest|largest|greatest|biggest|maximum|longest|most)', 'highest'),
  rule('superlative', 'size', -1, 'marked', '(?:lowest|smallest|minimum|fewest|shortest|least)', 'lowest'),
  rule('superlative', 'speed', 1, 'marked', '(?:fastest|quickest)', 'fastest'),
  rule('superlative', 'speed', -1, 'marked', '(?:slowest)', 'slowest'),
];
