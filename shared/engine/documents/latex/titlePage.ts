import type { Command } from './textCommands.ts';
import { isCommand, type Token, written } from './token.ts';
import type { Typesetter } from './typesetter.ts';

/** What the document says of itself before its text. */
export interface TitlePage {
  title: string | null;
  readonly authors: string[];
  year: string | null;
}

export const titleCommands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['title', title],
  ['icmltitle', title],
  ['author', author],
  ['icmlauthor', icmlAuthor],
  ['date', year],
  ['copyrightyear', year],
  ['acmYear', year],
]);

function title(t: Typesetter): void {
  t.stream.optional();
  const run = t.argument();
  if (run && !run.isEmpty) t.titlePage.title ??= t.plain(run).replace(/\s+/g, ' ').trim();
}

function year(t: Typesetter): void {
  t.titlePage.year ??= /\b(?:19|20)\d{2}\b/.exec(written(t.stream.argument() ?? []))?.[0] ?? null;
}

function icmlAuthor(t: Typesetter): void {
  const name = t.argument();
  t.stream.argument();
  if (name) t.titlePage.authors.push(t.plain(name).trim());
}

/** Authors stand first of what `\and` divides; the lines below their names are addresses. */
function author(t: Typesetter): void {
  t.stream.optional();
  for (const block of split(t.stream.argument('long') ?? [], ['and', 'And', 'AND'])) {
    const [line = []] = split(block, ['\\', 'newline']).filter((tokens) => /\p{L}/u.test(written(tokens)));
    for (const part of split(line, ['quad', 'qquad', 'hspace', 'hfill', 'enspace']))
      for (const name of t.plain(t.set(part)).split(/,|;|&|\band\b|\s{3,}/)) {
        const bare = name
          .replace(/[^\p{L}\s.'’-]/gu, '')
          .replace(/\s+/g, ' ')
          .trim();
        if (NAME.test(bare) && !PLACE.test(bare)) t.titlePage.authors.push(bare);
      }
  }
}

const NAME = /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,4}$/u;
const PLACE =
  /universi|institut|department|laborator|\blabs?\b|school|college|academy|research|corporation|\binc\b|equal|correspond/i;

/** The tokens between the commands of those names, outside of groups. */
function split(tokens: readonly Token[], names: readonly string[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    if (depth === 0 && names.some((name) => isCommand(token, name))) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
