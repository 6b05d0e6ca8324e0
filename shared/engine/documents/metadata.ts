import type { Block } from './blocks.ts';
import type { DocumentMetadata } from './document.ts';
import { isSectionName } from './sectionNames.ts';

const HEAD = 12;

/** Title, year, DOI and arXiv id of a document, from its markup where that gives them, else from its first blocks. */
export function readMetadata(blocks: readonly Block[], given: Partial<DocumentMetadata>): DocumentMetadata {
  const texts = blocks.filter((block) => block.kind !== 'grid');
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
  const whole = texts.map((block) => block.text).join('\n');
  return {
    title:
      given.title ??
      opening ??
      (heading && !isSectionName(heading.text) ? heading.text.replace(/\s+/g, ' ').trim() : null),
    authors: given.authors ?? [],
    year: given.year ?? yearOf(texts.slice(0, HEAD).map((block) => block.text)),
    doi: given.doi ?? /\b10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;)]/.exec(head)?.[0] ?? null,
    arxiv: given.arxiv ?? OWN_ARXIV.exec(head)?.[1] ?? PAPER_ID.exec(whole)?.[1] ?? null,
  };
}

// A document says its own id at its head or in a field of its page; ids further on are those of other works.
const OWN_ARXIV = /(?:arXiv[:\s]*|abs\/)(\d{4}\.\d{4,5})/i;
const PAPER_ID = /\bPaper ID:\s*(?:arXiv:)?(\d{4}\.\d{4,5})/i;
const DATE_LINE = 60;

/** The year of the first short line that holds one: dates stand alone, citations stand in sentences. */
function yearOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const text = line.trim();
    const year = text.length <= DATE_LINE ? /\b(?:19|20)\d{2}\b/.exec(text)?.[0] : undefined;
    if (year) return year;
  }
  return null;
}
