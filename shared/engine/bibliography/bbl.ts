import { readBiberEntries } from './biberEntries.ts';
import { bibitemFields } from './bibitemFields.ts';
import { createEntry, noDetails } from './entry.ts';
import type { Bibliography, BibliographyFormat } from './format.ts';
import { scanBibitems } from './scanBibitems.ts';

/** What BibTeX and biber write for LaTeX out of a bibliography: the works that a document cites. */
export const bbl: BibliographyFormat = {
  name: 'bbl',
  extensions: ['.bbl'],
  recognizes: (head) => /\\bibitem(?![A-Za-z])|\\begin\{thebibliography\}|\\refsection\{|\$ biblatex /.test(head),
  read: (text) => (/^[ \t]*\\entry\{/m.test(text) ? readBiberEntries(text) : readBibitems(text)),
  detailsReader: () => null,
};

function readBibitems(text: string): Bibliography {
  const entries = scanBibitems(text).map(({ key, keySpan, label, content, start }) => {
    const written = text.slice(content.start, content.end).trimEnd();
    const span = { start, end: content.start + written.length };
    return createEntry({ key, keySpan, span, ...bibitemFields(label, written) }, noDetails);
  });
  return { entries, problems: [] };
}
