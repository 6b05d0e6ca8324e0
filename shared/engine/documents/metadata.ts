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
    year: given.year ?? /\b(?:19|20)\d{2}\b/.exec(head)?.[0] ?? null,
    doi: given.doi ?? /\b10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;)]/.exec(head)?.[0] ?? null,
    arxiv:
      given.arxiv ??
      /(?:arXiv[:\s]*|Paper ID:\s*|abs\/)(\d{4}\.\d{4,5})/i.exec(`${head}\n${whole.slice(0, 20000)}`)?.[1] ??
      null,
  };
}
