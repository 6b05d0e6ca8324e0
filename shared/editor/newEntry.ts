import type { Source } from '../engine/index.ts';
import type { Edit } from './edit.ts';

/** A work as its own document describes it, with what an entry needs besides. */
interface Work {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly { readonly family: string; readonly given: string }[];
  readonly year: string | null;
  readonly doi: string | null;
  readonly arxiv: string | null;
  /** The path of the document, relative to the bibliography file. */
  readonly file: string;
}

/**
 * The edit that adds an entry for a source that has none to a bibliography file (its format is told by its
 * extension), from what the document says of itself. Null where no entry can be made, or not in this format.
 */
export function newEntry(source: Source, file: string, bibliography: { path: string; text: string }): Edit | null {
  const work = workOf(source, file);
  if (work === null) return null;
  const extension = /\.[^./\\]*$/.exec(bibliography.path)?.[0].toLowerCase() ?? '';
  switch (extension) {
    case '.bib':
      return append(bibliography.text, bibtex(work));
    case '.ris':
      return append(bibliography.text, ris(work));
    case '.json':
      return intoList(bibliography.text, JSON.stringify(csl(work), null, 2).replace(/^/gm, '  '));
    case '.yaml':
    case '.yml':
      return intoYaml(bibliography.text, work);
    default:
      return null;
  }
}

function workOf({ key, entry, document }: Source, file: string): Work | null {
  if (entry !== null || document === null) return null;
  const { title, authors, year, doi, arxiv } = document.metadata;
  return { key, title: title ?? file, authors: authors.map(personOf), year, doi, arxiv, file };
}

function personOf(name: string): Work['authors'][number] {
  const [family = '', given] = name.split(/\s*,\s*/);
  if (given !== undefined) return { family, given };
  const words = name.trim().split(/\s+/);
  return { family: words.at(-1) ?? name, given: words.slice(0, -1).join(' ') };
}

function bibtex({ key, title, authors, year, doi, arxiv, file }: Work): string {
  const names = authors.map(({ family, given }) =>
    given === '' ? `{${tex(family)}}` : `${tex(family)}, ${tex(given)}`,
  );
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    ['title', tex(title)],
    ['author', names.join(' and ')],
    ['year', year],
    ['doi', doi],
    ['eprint', arxiv],
    ['archiveprefix', arxiv && 'arXiv'],
    ['file', file],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${doi === null ? 'misc' : 'article'}{${key},\n${lines.join('')}}\n`;
}

function tex(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[&%#_$]/g, '\\$&');
}

function ris({ key, title, authors, year, doi, arxiv, file }: Work): string {
  const tags: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', doi === null ? 'GEN' : 'JOUR'],
    ['ID', key],
    ['TI', title],
    ...authors.map(({ family, given }) => ['AU', given === '' ? family : `${family}, ${given}`] as const),
    ['PY', year],
    ['DO', doi],
    ['UR', arxiv && `https://arxiv.org/abs/${arxiv}`],
    ['L1', file],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}\n`] : []));
  return `${lines.join('')}ER  - \n`;
}

function csl({ key, title, authors, year, doi, arxiv }: Work): Readonly<Record<string, unknown>> {
  return {
    id: key,
    type: doi === null ? 'article' : 'article-journal',
    title,
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(year === null ? {} : { issued: { 'date-parts': [[Number(year)]] } }),
    ...(doi === null ? {} : { DOI: doi }),
    ...(arxiv === null ? {} : { URL: `https://arxiv.org/abs/${arxiv}` }),
  };
}

function hayagriva({ key, title, authors, year, doi, arxiv }: Work): string {
  const names = authors.map(({ family, given }) => (given === '' ? family : `${family}, ${given}`));
  const serial = { ...(doi === null ? {} : { doi }), ...(arxiv === null ? {} : { arxiv }) };
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    ['type', 'article'],
    ['title', JSON.stringify(title)],
    ['author', names.length === 0 ? null : JSON.stringify(names)],
    ['date', year],
    ['serial-number', Object.keys(serial).length === 0 ? null : JSON.stringify(serial)],
  ];
  return `${key}:\n${fields.flatMap(([name, value]) => (value ? [`  ${name}: ${value}\n`] : [])).join('')}`;
}

function append(text: string, entry: string): Edit {
  const gap = text.trim() === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return { span: { start: text.length, end: text.length }, text: gap + entry };
}

function intoList(text: string, item: string): Edit | null {
  if (text.trim() === '') return { span: { start: 0, end: text.length }, text: `[\n${item}\n]\n` };
  const close = text.lastIndexOf(']');
  if (!text.trimStart().startsWith('[') || close < 0) return null;
  const end = text.slice(0, close).trimEnd().length;
  const comma = text.charAt(end - 1) === '[' ? '' : ',';
  return { span: { start: end, end: close }, text: `${comma}\n${item}\n` };
}

/**
 * CSL YAML is a list of items, mostly below `references:`; in Hayagriva keys stand in the first column. A file of
 * another form is left alone.
 */
function intoYaml(text: string, work: Work): Edit | null {
  const isNew = text.trim() === '';
  const items = [...text.matchAll(/^([ \t]*)-[ \t]+id[ \t]*:/gm)];
  const margin = items.at(-1)?.[1] ?? '';
  if (!isNew && items.length === 0)
    return /^[^\s#-][^\r\n]*:[ \t]*\r?\n[ \t]+type[ \t]*:/m.test(text) ? append(text, hayagriva(work)) : null;
  const lines = Object.entries(csl(work)).map(([name, value]) => `${margin}  ${name}: ${JSON.stringify(value)}\n`);
  const item = `${margin}- ${lines.join('').slice(margin.length + 2)}`;
  if (isNew) return { span: { start: 0, end: text.length }, text: `references:\n${item}` };
  const closing = /\n(?:---|\.\.\.)\s*$/.exec(text);
  const end = text.slice(0, closing?.index ?? text.length).trimEnd().length;
  return { span: { start: end, end }, text: `\n${item.trimEnd()}` };
}
