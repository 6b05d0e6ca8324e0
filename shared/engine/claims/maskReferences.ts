/**
 * Decodes character references (`&nbsp;`, `&#8722;`) without changing the length: the character, then spaces; a sign
 * stands last, so that it stays beside its number. References that are unknown or no single code unit are blanked.
 */
export function decodeReferences(text: string): string {
  return text.replace(pattern, (whole, decimal: string, hex: string, name: string, offset: number) => {
    const character = decimal || hex ? fromCode(decimal, hex) : named[name];
    if (character === undefined) return name === undefined ? ' '.repeat(whole.length) : whole;
    const blanks = ' '.repeat(whole.length - 1);
    const isBeforeDigit = /[\d.]/.test(text.charAt(offset + whole.length));
    return isBeforeDigit ? blanks + character : character + blanks;
  });
}

const pattern = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g;

function fromCode(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
  return code >= 32 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hyphen: '‐',
  minus: '−',
  plus: '+',
  plusmn: '±',
  pm: '±',
  times: '×',
  percnt: '%',
  permil: '‰',
  deg: '°',
  hellip: '…',
  le: '≤',
  ge: '≥',
  ne: '≠',
  asymp: '≈',
  approx: '≈',
  sim: '∼',
  rarr: '→',
  larr: '←',
  uarr: '↑',
  darr: '↓',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  mu: 'μ',
  sigma: 'σ',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup2: '²',
  sup3: '³',
  middot: '·',
  bull: '•',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  dollar: '$',
  euro: '€',
  num: '#',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  rsqb: ']',
  commat: '@',
  ast: '*',
  lowbar: '_',
  sect: '§',
  dagger: '†',
};
