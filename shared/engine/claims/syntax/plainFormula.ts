/**
 * The content of a formula of LaTeX or Typst that is just a number, with its unit and spread (`43.8\%`, `12.3 \pm 0.2`, `+2{,}100`), at
 * its own length; null where it is anything else.
 */
export function plainFormula(content: string): string | null {
  if (!/\d/.test(content)) return signFormula(content);
  const plain = content.replace(commands, (whole: string) => {
    const sign = signs.get(whole.trim());
    return sign === undefined ? whole : sign.padStart(whole.trim().length).padEnd(whole.length);
  });
  return /^(?:[\s\d.,%±+\-–−×<>≤≥≈~∼/()]|\\%|10\s?\^\s?(?:\{[^{}]*\}|[-(]{0,2}\d))*$/.test(plain) ? plain : null;
}

/** The content of a formula that is just a sign beside a number (`3.9$\\times$`), at its own length; null where it is more. */
export function signFormula(content: string): string | null {
  const sign = signs.get(content.trim())?.trim();
  return sign ? sign.padEnd(content.length) : null;
}

const commands =
  /(?<=10\s?)\^\s?\{\s?[-+−]?\d{1,2}\s?\}|plus\.minus|times|approx|[_^](?=\s?\{?\s?\\pm)|\\(?:[A-Za-z]+|[%,;! ])|\{,\}|[{}]|~/g;

const signs: ReadonlyMap<string, string> = new Map([
  // The number's reader knows this sign, so that it stands where the source has it.
  ['\\%', '\\%'],
  ['\\pm', '±'],
  ['plus.minus', '±'],
  ['times', '×'],
  ['approx', '≈'],
  ['\\times', '×'],
  ['\\leq', '≤'],
  ['\\le', '≤'],
  ['\\geq', '≥'],
  ['\\ge', '≥'],
  ['\\approx', '≈'],
  ['\\sim', '∼'],
  ['\\,', ' '],
  ['\\;', ' '],
  ['\\!', ' '],
  ['\\', ' '],
  ['{,}', ','],
  ['{', ' '],
  ['}', ' '],
  ['~', ' '],
  ['_', ' '],
  ['^', ' '],
  ['\\textbf', ' '],
  ['\\mathbf', ' '],
  ['\\bf', ' '],
  ['\\bm', ' '],
  ['\\underline', ' '],
  ['\\scriptstyle', ' '],
  ['\\small', ' '],
]);
