/** Counters of sections, tables, figures and those of the document's own. */
export interface Counters {
  get(name: string): number;
  set(name: string, value: number): void;
  /** Adds one, and sets those that count within it to zero. */
  step(name: string): void;
  /** From now on `name` begins anew with each `outer`. */
  within(name: string, outer: string): void;
}

export const SECTION_COUNTERS = ['chapter', 'section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'];

export function createCounters(): Counters {
  const values = new Map<string, number>();
  const inner = new Map<string, Set<string>>(
    SECTION_COUNTERS.slice(0, -1).map((name, i) => [name, new Set([SECTION_COUNTERS[i + 1] ?? ''])]),
  );
  const reset = (name: string, seen: ReadonlySet<string>): void => {
    for (const one of inner.get(name) ?? []) {
      if (seen.has(one)) continue;
      values.set(one, 0);
      reset(one, new Set([...seen, one]));
    }
  };
  return {
    get: (name) => values.get(name) ?? 0,
    set: (name, value) => void values.set(name, value),
    step(name) {
      values.set(name, (values.get(name) ?? 0) + 1);
      reset(name, new Set([name]));
    },
    within(name, outer) {
      const names = inner.get(outer) ?? new Set();
      inner.set(outer, names.add(name));
    },
  };
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A counter's value in the style of `\arabic`, `\Alph`, `\alph`, `\Roman` or `\roman`. */
export function formatCounter(style: string, value: number): string {
  if (style === 'arabic' || value < 1 || value > 100) return String(value);
  if (style === 'Alph' || style === 'alph')
    return String.fromCharCode((style === 'Alph' ? 64 : 96) + ((value - 1) % 26) + 1);
  let rest = value;
  let text = '';
  for (const [size, letters] of ROMAN) for (; rest >= size; rest -= size) text += letters;
  return style === 'Roman' ? text.toUpperCase() : text;
}

/** How numbers are printed until the document says otherwise. */
export const NUMBERING = String.raw`
\def\thechapter{\arabic{chapter}}
\def\thesection{\arabic{section}}
\def\thesubsection{\thesection.\arabic{subsection}}
\def\thesubsubsection{\thesubsection.\arabic{subsubsection}}
\def\theparagraph{\thesubsubsection.\arabic{paragraph}}
\def\thesubparagraph{\theparagraph.\arabic{subparagraph}}
\def\thetable{\arabic{table}}
\def\thefigure{\arabic{figure}}
\def\appendix{\setcounter{section}{0}\def\thesection{\Alph{section}}}
`;
