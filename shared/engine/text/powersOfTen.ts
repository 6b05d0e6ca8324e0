/** The power of ten behind a number, and how long it is: `e+01`, ` × 10^{-3}`, `\times10^5`, ` · 10⁻³`. */
export interface PowerOfTen {
  readonly scale: number;
  readonly length: number;
}

const GAP = '\\s{0,8}';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const EXPONENT = `(?:${GAP}\\^${GAP}(?:[{(]\\s?([-+−–]?\\d{1,2})\\s?[})]|([-+−–]?\\d{1,2}))|([⁺⁻]?[${RAISED}]{1,2}))(?!\\d)`;
const BEHIND_E = /^[eE]([-+−–]?\d{1,3})(?![\p{L}\p{N}])/u;
const TIMES_POWER = new RegExp(`^${GAP}(?:[×x·⋅∙*]|\\\\times|\\\\cdot)${GAP}10${EXPONENT}`);
const BARE_POWER = new RegExp(`^${EXPONENT}`);

/** The power of ten that scales `digits`, or that they are the base of (`10^5`); null where `rest` begins with none. */
export function powerOfTen(digits: string, rest: string): PowerOfTen | null {
  const scaled = BEHIND_E.exec(rest) ?? TIMES_POWER.exec(rest);
  if (scaled) return { scale: 10 ** exponentOf(scaled), length: scaled[0].length };
  const bare = digits === '10' ? BARE_POWER.exec(rest) : null;
  // The base is read as ten already.
  return bare && { scale: 10 ** (exponentOf(bare) - 1), length: bare[0].length };
}

function exponentOf([, ...groups]: RegExpExecArray): number {
  const plain = groups
    .join('')
    .replace(/[−–⁻]/, '-')
    .replace(/[⁺+]/, '')
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(RAISED.indexOf(digit)));
  return Number(plain);
}
