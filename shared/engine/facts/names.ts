/** A word of a text in canonical form, with its place in the text. */
export interface Word {
  /** Lower case, accents folded, inflection cut off; a point only between digits. */
  readonly form: string;
  /** The same with its inflection: what names are told by whose words were glued together. */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
}

// Words that name nothing: they are skipped on both sides of a comparison.
const STOP = new Set(
  'a an the of on in at to for with and or by as is are was were be been its it their his our we this that these those from than over under between per via using use used into while which who when also only just vs'.split(
    ' ',
  ),
);

// Different spellings of one word in the language of benchmarks.
const SPELLINGS: Readonly<Record<string, string>> = {
  acc: 'accuracy',
  accuracies: 'accuracy',
  prec: 'precision',
  rec: 'recall',
  avg: 'average',
  mean: 'average',
  ave: 'average',
  averaged: 'average',
  averages: 'average',
  dev: 'development',
  devel: 'development',
  valid: 'validation',
  val: 'validation',
  params: 'parameter',
  param: 'parameter',
  parameters: 'parameter',
  bleu4: 'bleu4',
  rougel: 'rougel',
  f: 'f1',
  fscore: 'f1',
  fmeasure: 'f1',
  f1score: 'f1',
  err: 'error',
  errors: 'error',
  ppl: 'perplexity',
  wer: 'wer',
  'w/o': 'without',
  'w/': 'with',
};

const TARGETS = new Set(Object.values(SPELLINGS));

const WORD =
  /(?<![\p{L}\p{N}])[wW]\/(?:[oO](?=[\s.\p{Lu}]))?(?=[\s.\p{L}])|[\p{L}\p{N}]+(?:[.](?=\p{N})[\p{N}\p{L}]+)*(?:@\p{N}+)?|[+&]/gu;

/** The words of a text that can name something, in order. Offsets are UTF-16, into `text`. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    // In a compound even a small word names something: the A of "Net-A"; and none is inflected.
    const inCompound = text.charAt(match.index - 1) === '-' || text.charAt(match.index + match[0].length) === '-';
    const plain = spelled(match[0]);
    const form = inCompound ? plain : canonicalWord(match[0]);
    const end = match.index + match[0].length;
    const possessive = form === 's' && /['’]$/.test(text.slice(0, match.index));
    const last = found.at(-1);
    // "F-score" and "F1 measure" are one word for F1.
    if (last?.form === 'f1' && /^(?:scores?|measures?)$/i.test(match[0]) && match.index - last.end <= 1)
      found[found.length - 1] = { ...last, end };
    else if ((!STOP.has(form) || inCompound || isAcronym(match[0], text) || isLetter(match, text)) && !possessive)
      found.push({ form, plain, start: match.index, end });
  }
  return found;
}

/** `AT`, where not all of the text is in capitals. */
const isAcronym = (word: string, text: string): boolean =>
  /^\p{Lu}{2,}$/u.test(word) && (word.length === text.length || /\p{Ll}/u.test(text));

/** The `A` of "an A of 41.2", which opens no sentence. */
const isLetter = ({ 0: word, index }: RegExpExecArray, text: string): boolean =>
  word === 'A' && (word === text || /[^\s.!?:;"“‘'(]["”’)]*\s+$|\($/u.test(text.slice(Math.max(0, index - 4), index)));

/** One spelling for all spellings of a word: accents and case folded, plural and verb endings cut off. */
export function canonicalWord(word: string): string {
  const plain = spelled(word);
  if (TARGETS.has(plain)) return plain;
  // Acronyms and names with inner capitals are spelled as they are; only plain words are inflected.
  return /^\p{L}{4,}$/u.test(plain) && /^\p{L}\p{Ll}+$/u.test(word) ? stem(plain) : plain;
}

/** A word in lower case without accents, in its usual spelling. */
function spelled(word: string): string {
  const plain = (isAscii(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
  return SPELLINGS[plain] ?? plain;
}

const isAscii = (word: string): boolean => !/[^ -~]/.test(word);

function stem(word: string): string {
  const bare = word
    .replace(/(?<=[a-z]{3})(?:ies)$/, 'y')
    .replace(/(?<=(?:ss|sh|ch|x))es$/, '')
    .replace(/(?<=[a-z]{3})(?<!s|u|i)s$/, '');
  const verb = bare.replace(/(?<=[a-z]{4})(?:ing|ed)$/, '');
  const cut = (verb === bare ? bare : verb.replace(/(?<=[a-z]{3})([bdgmnprt])\1$/, '$1')).replace(
    /(?<=[a-z]{4})e$/,
    '',
  );
  return SPELLINGS[cut] ?? cut;
}

/** The words of a name run together: `MSR-VTT`, `MSRVTT` and `MSR VTT` are one. */
export function joined(name: string): string {
  return words(name)
    .map((word) => word.form)
    .join('');
}
