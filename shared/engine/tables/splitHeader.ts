import { distinctLabels } from './headerPaths.ts';
import { withoutUnits } from './numberText.ts';
import { isNumeric, type Row } from './readCells.ts';
import type { Label, Role } from './table.ts';

/** One part of a header that names the numbers of its cells: `Acc` and `Score` of `Camera (Acc / Score)`. */
export interface HeaderPart {
  readonly header: readonly Label[];
  readonly role?: Role;
}

const SEPARATOR = /\s*[/|&;]\s*|\s+vs\.?\s+/;
const MOST_PARTS = 6;
const ENOUGH = 0.6;

/** The parts of a header over cells of as many numbers: `(Acc / Score)` over `29.26/1.54`, `Acc (std)` over `81.2 (0.3)`. */
export function splitHeader(header: readonly Label[], body: readonly Row[], column: number): HeaderPart[] | null {
  const last = header.at(-1);
  if (!last) return null;
  const outer = header.slice(0, -1);
  // What names the numbers may stand above the name of the column.
  for (let level = header.length - 1; level >= 0; level--) {
    const listed = listedParts(header.toSpliced(level, 1), header[level] as Label);
    if (listed && fits(listed, body, column, LIST)) return listed;
  }
  const bracketed = bracketedParts(outer, last);
  return bracketed && fits(bracketed, body, column, BRACKET) ? bracketed : null;
}

/** What stands between the first two numbers of a cell that lists as many as its header, and of one with a bracket. */
const LIST = /^\s*(?:[^\s\w(±+[-]\s*[-+]?)?\s*$/;
const BRACKET = /[([±]|\\pm/;

/** True where most cells with numbers hold one for each part, with the right sign between them. */
function fits(parts: readonly HeaderPart[], body: readonly Row[], column: number, between: RegExp): boolean {
  const isDeviation = parts.at(-1)?.role === 'deviation';
  const cells = body.flatMap((row) => {
    const cell = row[column];
    return cell && isNumeric(cell) ? [cell] : [];
  });
  const split = cells.filter(({ text, values, spreads }) => {
    const all = [...values, ...(isDeviation ? spreads : [])];
    const [first, second] = all;
    return (
      all.length === parts.length &&
      first &&
      second &&
      between.test(withoutUnits(text).slice(first.span.end, second.span.start + (second.sign === null ? 0 : 1)))
    );
  });
  return split.length > 0 && split.length >= cells.length * ENOUGH;
}

/** `Camera (Acc / Score)`, `F1 / EM`, `MNLI-m/mm`. */
function listedParts(outer: readonly Label[], last: Label): HeaderPart[] | null {
  const bracketed = /^(.*?)\s*[([]([^()[\]]+)[)\]]\s*$/.exec(last.text);
  const list = bracketed?.[2] && SEPARATOR.test(bracketed[2]) ? bracketed[2] : last.text;
  const parts = list === last.text ? partsOfLabel(list) : list.split(SEPARATOR);
  if (parts.length < 2 || parts.length > MOST_PARTS || parts.some((part) => part.trim() === '')) return null;
  const prefix = list === last.text ? [] : distinctLabels([bracketed?.[1] ?? '']);
  return parts.map((part) => ({ header: [...outer, ...prefix, ...distinctLabels([part])] }));
}

/** A slash within a word parts that word alone: `MNLI m/mm` is `MNLI m` and `MNLI mm`. */
function partsOfLabel(text: string): string[] {
  const word = /^(.*\s)?([^\s/]+(?:\/[^\s/]+)+)(\s.*)?$/.exec(text);
  if (!word || /\s[/|]\s/.test(text)) return text.split(SEPARATOR);
  return (word[2] ?? '').split('/').map((part) => `${word[1] ?? ''}${part}${word[3] ?? ''}`);
}

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [
    /^(?:±\s*)?(?:std|stdev|s\.?\s?d\.?|s\.?\s?e\.?(?:m\.?)?|std\.?\s?(?:dev|err)\w*\.?|standard (?:deviation|error)s?|dev\w*|var\w*|±.*)$/i,
    'deviation',
  ],
  [/^(?:95\s?%\s*)?(?:c\.?i\.?s?|confidence intervals?)$/i, 'interval'],
  [/^(?:Δ|∆|delta|gain|change|diff\w*|improv\w*|rel\w*|drop|\+\/-|↑|↓)\b.*$/i, 'change'],
  [/^(?:rank\w*|position|place)$/i, 'rank'],
  [/^(?:n|#.*|count|number|no\.?|size|support)$/i, 'count'],
];

/** What the number in brackets is to the one before it, by its own header. */
export function roleOfName(name: string): Role | undefined {
  return ROLES.find(([pattern]) => pattern.test(name.trim()))?.[1];
}

/** `Acc (std)`, `Dev (Test)`, `Score (rank)`: the second name is that of the number in brackets. */
function bracketedParts(outer: readonly Label[], last: Label): HeaderPart[] | null {
  const [, first = '', second = ''] = /^(.+?)\s*[([]([^()[\]]+)[)\]]\s*$/.exec(last.text) ?? [];
  if (first === '' || second === '' || last.unit !== undefined) return null;
  const value = { header: [...outer, ...distinctLabels([first])] };
  const role = roleOfName(second);
  if (role === 'deviation' || role === 'interval') return [value, { ...value, role }];
  if (role) return [value, { header: [...value.header, ...distinctLabels([second])], role }];
  return [value, { header: [...outer, ...distinctLabels([second])] }];
}
