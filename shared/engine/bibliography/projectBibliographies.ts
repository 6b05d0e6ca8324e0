import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { StatedBibliography } from './statedBibliographies.ts';

/** Where the settings of Quarto, Pandoc and bookdown, of MyST, and of Jupyter Book name bibliographies. */
const PLACES: readonly (readonly string[])[] = [
  ['bibliography'],
  ['project', 'bibliography'],
  ['bibtex_bibfiles'],
  ['sphinx', 'config', 'bibtex_bibfiles'],
];

/** The bibliographies that a file with the settings of a project names; none where it is no valid YAML. */
export function bibliographiesOfProject(yaml: string): StatedBibliography[] {
  const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return [];
  return PLACES.flatMap((place) => pathsIn(document.getIn(place, true), 0));
}

/** The paths of a value: one, a list, or a mapping of either, as Pandoc allows. `offset` is where the YAML stands. */
export function pathsIn(value: unknown, offset: number): StatedBibliography[] {
  if (isMap(value)) return value.items.flatMap((pair) => pathsIn(pair.value, offset));
  if (isSeq(value)) return value.items.flatMap((item) => pathsIn(item, offset));
  if (!isScalar(value) || typeof value.value !== 'string' || !value.range || value.value === '') return [];
  const [start, end] = value.range;
  return [{ path: value.value, span: { start: start + offset, end: end + offset } }];
}
