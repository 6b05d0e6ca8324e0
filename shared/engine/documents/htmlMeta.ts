import { type ChildNode, isTag } from 'domhandler';
import type { DocumentMetadata } from './document.ts';
import { textLines } from './htmlCell.ts';

/** Title, authors, year and DOI from the head's `title` and `meta` (Highwire's `citation_…` names, Dublin Core). */
export function readMeta(children: readonly ChildNode[]): Partial<DocumentMetadata> {
  let title: string | null = null;
  let doi: string | null = null;
  let year: string | null = null;
  const authors: string[] = [];
  const visit = (node: ChildNode): void => {
    if (!isTag(node) || node.name === 'body') return;
    if (node.name === 'title') title ??= textLines(node).join(' ') || null;
    const name = (node.attribs.name ?? node.attribs.property ?? '').toLowerCase();
    const content = node.attribs.content ?? '';
    if (name === 'citation_title') title = content;
    else if (name === 'citation_author' || name === 'dc.creator') authors.push(content);
    else if (name === 'citation_doi') doi = content;
    else if (/date/.test(name)) year ??= /\b(?:19|20)\d{2}\b/.exec(content)?.[0] ?? null;
    node.children.forEach(visit);
  };
  children.forEach(visit);
  return {
    ...(title ? { title } : {}),
    ...(doi ? { doi } : {}),
    ...(year ? { year } : {}),
    ...(authors.length > 0 ? { authors } : {}),
  };
}
