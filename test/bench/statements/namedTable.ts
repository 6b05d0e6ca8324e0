import type { SourceDocument } from '../../../shared/engine/documents/document.ts';
import { directionOf, findMetrics } from '../../../shared/engine/facts/metrics.ts';
import type { Library, Table } from '../../../shared/engine/index.ts';
import type { Label } from '../../../shared/engine/tables/table.ts';
import type { Quantity } from '../../../shared/engine/text/quantity.ts';

/** A row as a writer names it. */
export interface Subject {
  readonly row: number;
  readonly name: string;
  /** The name without what tells the rows of one name apart. */
  readonly base: string;
}

/** A column as a writer names it: "CIDEr" on "MSVD". */
export interface Topic {
  readonly column: number;
  readonly metric: string;
  readonly place: string | null;
  /** True where more is known to be better. */
  readonly rises: boolean;
}

/** A table of a source whose rows and columns can be put into a sentence. */
export interface NamedTable {
  readonly key: string;
  /** `Table 2`, where the source says so. */
  readonly label: string | null;
  readonly subjects: readonly Subject[];
  readonly topics: readonly Topic[];
  /** The number of a place; null where there is none, or more than one. */
  at(subject: Subject, topic: Topic): Quantity | null;
}

/** The tables of a library with rows and columns that have a name, and at least three numbers in each such column. */
export function namedTables(library: Library): NamedTable[] {
  return [...library.sources.values()].flatMap(({ key, document }) =>
    (document?.tables ?? []).flatMap((table) => {
      const subjects = subjectsOf(table);
      const numbers = gridOf(table);
      const at = (subject: Subject, topic: Topic): Quantity | null => numbers[subject.row]?.[topic.column] ?? null;
      const countAt = (topic: Topic): number => subjects.filter((subject) => at(subject, topic) !== null).length;
      const topics = topicsOf(table, document as SourceDocument).filter((topic) => countAt(topic) >= LEAST_ROWS);
      return topics.length === 0 ? [] : [{ key, label: table.label, subjects, topics, at }];
    }),
  );
}

/** By row and column the one number that stands there; changes, which have a sign, are left out. */
function gridOf(table: Table): (Quantity | null)[][] {
  return table.rows.map(({ cells }) => {
    const values = cells.flatMap((cell) => cell.values);
    return table.columns.map((_, index) => {
      const [only, ...others] = values.filter(({ column }) => column === index);
      return only && others.length === 0 && only.quantity.sign === null ? only.quantity : null;
    });
  });
}

const UNSPEAKABLE = /[✓✗×#:.;()]\s|[✓✗#;]|^\W|^ours\b|\.$/iu;
const MOST_WORDS = 4;
const LEAST_ROWS = 3;

const isSpeakable = ({ text }: Label): boolean => !UNSPEAKABLE.test(text) && text.split(/\s+/).length <= MOST_WORDS;

function subjectsOf(table: Table): Subject[] {
  const named = table.rows.flatMap((row, index) => {
    // Stub cells have an axis, group rows above them have none.
    const name = row.header.find(({ axis }) => axis !== null) ?? row.header.at(-1);
    if (!name || !/^\p{L}/u.test(name.text) || !row.header.every(isSpeakable)) return [];
    const rest = row.header.filter((label) => label !== name && label.axis !== null).map(({ text }) => text);
    return rest.length > 1
      ? []
      : [{ row: index, base: name.text, full: [name.text, ...rest.map((one) => `(${one})`)].join(' ') }];
  });
  return named.flatMap(({ row, base, full }) => {
    const isAlone = named.filter((one) => one.base === base).length === 1;
    const isTold = named.filter((one) => one.full === full).length === 1;
    return isAlone || isTold ? [{ row, base, name: isAlone ? base : full }] : [];
  });
}

function topicsOf(table: Table, document: SourceDocument): Topic[] {
  const paths = table.columns.map(({ header }) => header.map((label) => longForm(label.text, document)));
  const isCommon = (text: string): boolean => paths.every((path) => path.includes(text));
  const topics = paths.flatMap((path, column): Topic[] => {
    const arrow = table.columns[column]?.header.findLast(({ direction }) => direction)?.direction;
    const rises = (measure: string): boolean => (arrow ?? directionOf(measure)) === 'up';
    const telling = paths.length === 1 ? path : path.filter((text) => !isCommon(text));
    const leaf = telling.at(-1);
    if (leaf === undefined || telling.some((text) => UNSPEAKABLE.test(text) || !/\p{L}/u.test(text))) return [];
    const metric = telling.findLast((text) => findMetrics(text).length > 0);
    const captioned = findMetrics(table.caption)[0]?.metric.names[0];
    if (metric === undefined && telling.length === 1 && captioned !== undefined)
      return [{ column, metric: captioned, place: leaf, rises: rises(captioned) }];
    const measure = metric ?? leaf;
    return [{ column, metric: spoken(measure), place: placeIn(telling, measure), rises: rises(measure) }];
  });
  const nameOf = ({ metric, place }: Topic): string => `${metric} on ${place}`;
  return topics.filter((topic) => topics.filter((other) => nameOf(other) === nameOf(topic)).length === 1);
}

/** A short header written out, as the source's legend or another of its tables has it: "Corr." is "Correctness". */
function longForm(text: string, { abbreviations, tables }: SourceDocument): string {
  const long = abbreviations.get(text);
  if (long !== undefined) return long;
  const stem = /^\p{L}+(?=\.$)/u.exec(text)?.[0];
  const headers = tables.flatMap(({ columns }) => columns.flatMap(({ header }) => header.map((label) => label.text)));
  return (stem && headers.find((header) => header.startsWith(stem) && /^\p{L}+$/u.test(header))) ?? text;
}

/** A measure inside a sentence: its usual name, without a capital where it is a plain word. */
function spoken(measure: string): string {
  const [only] = findMetrics(measure);
  const name = only && only.end - only.start >= measure.length - 1 ? (only.metric.names[0] ?? measure) : measure;
  return /^\p{Lu}\p{Ll}{3,}$/u.test(name) ? name.toLowerCase() : name;
}

function placeIn(path: readonly string[], measure: string): string | null {
  const place = path.findLast((text) => text !== measure);
  return place === undefined ? null : place === 'Average' ? 'average' : place;
}
