import { workKey } from './bibliography/workKey.ts';
import type { NamedDocument } from './library.ts';

/**
 * A key for a document that no entry names, from its author, year and title; where these are not known, from the
 * file's name. Not unique by itself.
 */
export function keyFor({ id, document }: NamedDocument): string {
  const { authors, year, title } = document.metadata;
  const key = workKey(familyOf(authors[0] ?? ''), year ?? '', title ?? '');
  if (key !== '') return key;
  const name = id
    .replace(/\\/g, '/')
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '');
  return slug(name) || 'source';
}

/** `Smith` of `Jane van Smith` and of `Smith, Jane`. */
function familyOf(name: string): string {
  const comma = name.indexOf(',');
  if (comma > 0) return name.slice(0, comma);
  return (
    name
      .replace(/[\d*†‡§]+/g, ' ')
      .trim()
      .split(/\s+/)
      .at(-1) ?? ''
  );
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
