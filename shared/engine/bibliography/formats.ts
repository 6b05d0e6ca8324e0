import { bbl } from './bbl.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './cslJson.ts';
import { cslYaml } from './cslYaml.ts';
import type { BibliographyFormat } from './format.ts';
import { hayagriva } from './hayagriva.ts';
import { ris } from './ris.ts';

const FORMATS: readonly BibliographyFormat[] = [ris, cslJson, cslYaml, hayagriva, bbl, bibtex];

/** The extensions of files that may be bibliographies where one is named; those of no other kind of file come first. */
export const bibliographyExtensions: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions);

/** Extensions that only bibliographies have, so that folders can be searched for them. */
export const plainBibliographyExtensions: readonly string[] = [...bibtex.extensions, ...ris.extensions];

/** The format of a file: of those with its extension the one that its first words show, else any that they show. */
export function formatOf(path: string, text: string): BibliographyFormat {
  const extension = /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? '';
  const named = FORMATS.filter(({ extensions }) => extensions.includes(extension));
  const head = text.slice(0, HEAD);
  return (
    named.find((format) => format.recognizes(head)) ??
    named[0] ??
    FORMATS.find((format) => format.recognizes(head)) ??
    bibtex
  );
}

/** Comments may stand before the first entry. */
const HEAD = 20_000;
