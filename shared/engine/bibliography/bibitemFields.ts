import { readArgument } from '../text/texArgument.ts';
import { decodeTex } from './decodeTex.ts';
import type { EntryFields, Person } from './entry.ts';
import { readArxiv, readDoi } from './identifiers.ts';
import { readNameList } from './nameList.ts';

type Fields = Omit<EntryFields, 'key' | 'span' | 'keySpan'>;

/**
 * What the text of a `\bibitem` tells of its work: styles of BibTeX print authors, title and the rest one after the
 * other, mostly in blocks that begin with `\newblock`. natbib's label has the year.
 */
export function bibitemFields(label: string | null, content: string): Fields {
  const text = content.replace(/(?<!\\)%[^\n]*\n?[ \t]*/g, '').replace(/\\(?:natexlab|penalty)\s?\{?\w*\}?/g, '');
  const marked = argumentOf(text, /\\bibinfo\s{0,9}\{title\}/) ?? argumentOf(text, /\\show(?:article)?title/);
  const { authors, title, rest } = partsOf(text);
  return {
    aliases: [],
    type: 'misc',
    title: marked === null ? title : plain(marked),
    authors,
    year: yearOf(label ?? '', text),
    venue: plain(argumentOf(rest, /\\(?:emph|textit|textsl)/) ?? argumentOf(text, /\\bibinfo\s{0,9}\{journal\}/) ?? ''),
    doi: readDoi(text),
    arxiv: readArxiv(text),
    url: argumentOf(text, /\\(?:url|href|path)/),
    files: [],
    fieldNames: [],
  };
}

interface Parts {
  readonly authors: readonly Person[];
  readonly title: string;
  /** What stands behind the title. */
  readonly rest: string;
}

function partsOf(text: string): Parts {
  const quoted = /``([^`']{3,500}?)[,.]?''/.exec(text);
  const blocks = text.split(/\\newblock(?![A-Za-z])/).map((block) => block.trim());
  const [first = '', second = '', ...others] = blocks;
  if (quoted !== null) {
    const behind = text.slice(quoted.index + quoted[0].length);
    return {
      authors: readNameList(withoutYear(text.slice(0, quoted.index))),
      title: plain(quoted[1] ?? ''),
      rest: behind,
    };
  }
  if (blocks.length === 1) return ofOneBlock(first);
  // A work without authors begins with its title.
  if (/^(?:URL\s*)?\\url|^(?:Accessed|Available|https?:)/i.test(second))
    return { authors: [], title: titleIn(first), rest: second };
  return { authors: readNameList(withoutYear(first)), title: titleIn(second), rest: others.join(' ') };
}

/** Styles without blocks put commas between all parts; names that begin with initials are told from a title. */
function ofOneBlock(text: string): Parts {
  const parts = text.split(/,\s+(?![^{}]{0,200}\})/);
  const names = parts.findIndex((part) => !/^(?:and\s+|\\&\s+)?(?:\p{Lu}\p{L}?\.[\s~-]?)+\S/u.test(part.trim()));
  if (names <= 0) return { authors: [], title: titleIn(text), rest: '' };
  return {
    authors: readNameList(parts.slice(0, names).join(', ')),
    title: titleIn(parts[names] ?? ''),
    rest: parts.slice(names + 1).join(', '),
  };
}

/** A title without what some styles set behind it: the year, the volume of a book. */
function titleIn(block: string): string {
  const dressed = argumentOf(block, /^\\(?:emph|textit|textsl|textbf)/) ?? linkedText(block);
  const bare = /^\{\\(?:em|it|sl)\s([^{}]*)\}/.exec(block)?.[1];
  const title = plain(dressed ?? bare ?? block).replace(/[.,]$/, '');
  return title.replace(/[,.]?\s\(?(?:[A-Z][a-z]{2,8}\s)?(?:1[5-9]|20)\d\d[a-z]?\)?$/, '');
}

/** The second argument of `\href {address} {text}` at the start. */
function linkedText(block: string): string | null {
  const link = /^\\href(?![A-Za-z])/.exec(block);
  const address = link === null ? null : readArgument(block, link[0].length, '{');
  const text = address === null ? null : readArgument(block, address.end, '{');
  return text && block.slice(text.inner.start, text.inner.end);
}

function withoutYear(authors: string): string {
  const names = authors.replace(/\\bibinfo\s?\{year\}\s?\{[^{}]*\}\.?\s*$/, '');
  return names.replace(/[.,]?\s*\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,]?\s*$/, '').replace(/(\p{L}{2})[.,]\s*$/u, '$1');
}

function yearOf(label: string, text: string): string {
  const stated = /\(((?:1[5-9]|20)\d\d)/.exec(label)?.[1] ?? argumentOf(text, /\\bibinfo\s{0,9}\{year\}/)?.slice(0, 4);
  if (stated !== undefined) return stated;
  const words = text.replace(/\\(?:url|doi|path|href)\s?\{[^{}]*\}|https?:\S+|(?:arXiv|abs)\S*\d{4}\.\d+/gi, ' ');
  return [...words.matchAll(/(?<![\d:.–-])(?:1[5-9]|20)\d\d(?![\d:.]\d|\d|[–-])/g)].at(-1)?.[0] ?? '';
}

/** The argument of a command. */
function argumentOf(text: string, command: RegExp): string | null {
  const found = command.exec(text);
  const argument = found === null ? null : readArgument(text, found.index + found[0].length, '{');
  return argument && text.slice(argument.inner.start, argument.inner.end);
}

function plain(tex: string): string {
  return decodeTex(tex.replace(/\\(?:emph|textit|textsl|textbf|enquote|bibinfo\s?\{\w+\})\s?(?=\{)/g, ''));
}
