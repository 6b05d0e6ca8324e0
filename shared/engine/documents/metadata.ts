import type { Block } from './blocks.ts';
import type { DocumentMetadata } from './document.ts';
import { isReferences, isSectionName } from './sectionNames.ts';

const HEAD = 12;

/** Title, year, DOI and arXiv id of a document, from its markup where that gives them, else from its first blocks. */
export function readMetadata(blocks: readonly Block[], given: Partial<DocumentMetadata>): DocumentMetadata {
  const all = blocks.filter((block) => block.kind !== 'grid');
  const references = all.findIndex((block) => block.kind === 'heading' && isReferences(block.text));
  const texts = references < 0 ? all : all.slice(0, references);
  const head = texts
    .slice(0, HEAD)
    .map((block) => block.text)
    .join('\n');
  const heading = texts.find((block) => block.kind === 'heading' && block.level === 1);
  const first = texts[0]?.text.replace(/\s+/g, ' ').trim() ?? '';
  const opening =
    texts[0]?.kind === 'text' && first.split(' ').length > 2 && first.length < 200 && !/[.]$/.test(first)
      ? first
      : null;
  return {
    title:
      given.title ??
      opening ??
      (heading && !isSectionName(heading.text) ? heading.text.replace(/\s+/g, ' ').trim() : null),
    authors: given.authors ?? [],
    year: given.year ?? yearOf(texts.slice(0, HEAD).map((block) => block.text)),
    doi: given.doi ?? /\b10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;)]/.exec(head)?.[0] ?? null,
    arxiv: given.arxiv ?? OWN_ARXIV.exec(head)?.[1] ?? paperId(all.map((block) => block.text)),
  };
}

// A document says its own id at its head or in a field of its page; ids further on are those of other works.
const OWN_ARXIV = /(?:arXiv[:\s]*|abs\/)(\d{4}\.\d{4,5})/i;
const PAPER_ID = /\bPaper ID:\s*(?:arXiv:)?(\d{4}\.\d{4,5})/i;

/** The id that a field gives, in its own block or the next. */
function paperId(texts: readonly string[]): string | null {
  for (const [i, text] of texts.entries()) {
    const id = /\bPaper ID:/i.test(text) ? PAPER_ID.exec(`${text}\n${texts[i + 1] ?? ''}`)?.[1] : undefined;
    if (id !== undefined) return id;
  }
  return null;
}

const DATE_LINE = 60;
const CITED = /\bet al\b|\p{L}[.,]?\s*[([]?(?:19|20)\d{2}[a-z]?\s*[;)\]]/u;

/** The year of the first short line that holds one outside of a citation: dates stand alone. */
function yearOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const text = line.trim();
    const year = text.length <= DATE_LINE && !CITED.test(text) ? /\b(?:19|20)\d{2}\b/.exec(text)?.[0] : undefined;
    if (year) return year;
  }
  return null;
}
