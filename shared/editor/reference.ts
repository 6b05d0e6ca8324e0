import { isOthers, type Source } from '../engine/index.ts';
import { escapeMarkdown, shorten } from '../findings/index.ts';
import { titleOf, yearOf } from './describe.ts';
import { type NameStyle, type ReferenceStyleName, referenceStyles } from './referenceStyles.ts';

/** A source as a list of references has it, as Markdown; `link` is where its title leads, if anywhere. */
export function referenceTo(source: Source, style: ReferenceStyleName, link: string | null): string {
  return render(source, style, {
    text: escapeMarkdown,
    title: (text) => (link === null ? text : `[${text}](${link})`),
    italic: (text) => `*${text}*`,
  });
}

/** The same as plain text. */
export function plainReference(source: Source, style: ReferenceStyleName): string {
  const same = (text: string): string => text;
  return render(source, style, { text: same, title: same, italic: same });
}

/** How the parts of a reference are marked up. */
interface Markup {
  text(text: string): string;
  title(text: string): string;
  italic(text: string): string;
}

function render(source: Source, styleName: ReferenceStyleName, markup: Markup): string {
  const { names, parts } = referenceStyles[styleName];
  const texts = {
    authors: authorsIn(names, peopleOf(source), markup),
    year: markup.text(yearOf(source)),
    title: markup.title(markup.text(shorten(titleOf(source), 200))),
    venue: markup.text(source.entry?.venue ?? ''),
  };
  return parts
    .filter(({ field }) => texts[field] !== '')
    .map(({ field, before, after, isItalic }) => {
      const text = texts[field];
      // Marks of the work's own stand for those of the style: "Is it so?" needs no point.
      const own = field === 'title' ? titleOf(source) : text;
      const isEnded = /[?!]$/.test(own) || (own.endsWith('.') && after.startsWith('.'));
      return `${before}${isItalic ? markup.italic(text) : text}${isEnded ? after.slice(1) : after}`;
    })
    .join(' ');
}

interface Name {
  readonly family: string;
  readonly given: string;
}

/** A document's own list has names as they are spoken: the last word is the family's. */
function peopleOf({ entry, document }: Source): readonly Name[] {
  if (entry !== null) return entry.authors;
  return (document?.metadata.authors ?? []).map((author) => {
    const words = author.trim().split(/\s+/);
    return { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') };
  });
}

function authorsIn(style: NameStyle, listed: readonly Name[], markup: Markup): string {
  const people = listed.filter((name) => !isOthers(name));
  const isLong = people.length > style.most;
  const isCut = isLong || people.length < listed.length;
  const names = people
    .slice(0, isLong ? style.shown : style.most)
    .map((name, index) => markup.text(nameIn(style, name, index)));
  const last = names.at(-1) ?? '';
  if (isCut) return `${names.join(', ')}${names.length > 1 || style.inverted !== 'none' ? ',' : ''} et al.`;
  if (names.length < 2) return last;
  const and = names.length === 2 && style.inverted === 'none' ? style.last.replace(/^,/, '') : style.last;
  return `${names.slice(0, -1).join(', ')}${and}${last}`;
}

function nameIn({ inverted, given: form, comma }: NameStyle, { family, given }: Name, index: number): string {
  const first = form === 'full' ? given : initialsOf(given, form === 'initials' ? '.' : '');
  if (first === '' || family === '') return family || first;
  const isInverted = inverted === 'all' || (inverted === 'first' && index === 0);
  return isInverted ? `${family}${comma}${first}` : `${first} ${family}`;
}

/** `J.-P. K.` of `Jean-Paul K`, or `JPK` where letters stand without points. */
function initialsOf(given: string, point: '.' | ''): string {
  return given
    .split(/[\s.]+/)
    .filter((word) => word !== '')
    .map((word) =>
      word
        .split('-')
        .map((half) => `${[...half][0] ?? ''}${point}`)
        .join(point === '' ? '' : '-'),
    )
    .join(point === '' ? '' : ' ');
}
