import { type EntryDetails, isOthers, noDetails, type Source } from '../engine/index.ts';
import { escapeMarkdown, shorten } from '../findings/index.ts';
import { titleOf, yearOf } from './describe.ts';
import {
  type EditorStyle,
  type NameStyle,
  type ReferenceField,
  type ReferenceSentence,
  type ReferenceStyleName,
  referenceStyles,
} from './referenceStyles.ts';

/** A source as a list of references has it, as Markdown; `link` is where its title leads, if anywhere. */
export function referenceTo(source: Source, style: ReferenceStyleName, link: string | null): string {
  return render(source, style, source.entry?.details ?? noDetails, {
    text: escapeMarkdown,
    title: (text) => (link === null ? text : `[${text}](${link})`),
    italic: (text) => `*${text}*`,
  });
}

/** The same in short and as plain text, of what is at hand without reading files: for lists of thousands. */
export function plainReference(source: Source, style: ReferenceStyleName): string {
  const same = (text: string): string => text;
  const details = { ...noDetails, container: source.entry?.venue ?? '' };
  return render(source, style, details, { text: same, title: same, italic: same });
}

/** How the parts of a reference are marked up. */
interface Markup {
  text(text: string): string;
  title(text: string): string;
  italic(text: string): string;
}

function render(source: Source, styleName: ReferenceStyleName, details: EntryDetails, markup: Markup): string {
  const style = referenceStyles[styleName];
  const { text } = markup;
  const texts: Record<ReferenceField, string> = {
    authors: namesIn(style.names, peopleOf(source), text),
    year: text(yearOf(source)),
    title: text(shorten(titleOf(source), 200)),
    container: text(details.container),
    volume: text(details.volume),
    issue: text(details.issue),
    pages: text(details.pages),
    editors: editorsIn(style.editors, details.editors, text),
    publisher: text(details.publisher),
  };
  return style[kindOf(source, details)].flatMap((sentence) => sentenceIn(sentence, texts, markup) ?? []).join(' ');
}

/** The types of works that stand in a book or in proceedings. */
const parts: ReadonlySet<string> = new Set(['incollection', 'inproceedings', 'inbook', 'inreference', 'conference']);

function kindOf({ entry }: Source, { container }: EntryDetails): 'journal' | 'part' | 'alone' {
  if (container === '') return 'alone';
  return entry !== null && parts.has(entry.type) ? 'part' : 'journal';
}

function sentenceIn(
  { before, parts, end }: ReferenceSentence,
  texts: Readonly<Record<ReferenceField, string>>,
  markup: Markup,
): string | null {
  let shown = '';
  let ending = '';
  for (const { field, before, after, isItalic } of parts) {
    const text = texts[field];
    if (text === '') continue;
    const marked = field === 'title' ? markup.title(text) : text;
    const parting = shown === '' ? before.replace(/^[\s,:;.]+/, '') : before;
    shown += `${parting}${isItalic ? markup.italic(marked) : marked}${unlessEnded(text, after)}`;
    ending = `${text}${after}`;
  }
  return shown === '' ? null : `${before}${shown}${unlessEnded(ending, end)}`;
}

/** Marks of the work's own stand for those of the style: "Is it so?" needs no point. */
function unlessEnded(text: string, mark: string): string {
  const isEnded = /[?!]$/.test(text) ? /^[.,]/.test(mark) : text.endsWith('.') && mark.startsWith('.');
  return isEnded ? mark.slice(1) : mark;
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

function editorsIn({ names, one, several }: EditorStyle, people: readonly Name[], mark: Markup['text']): string {
  const list = namesIn(names, people, mark);
  return list === '' ? '' : `${list}${people.length > 1 ? several : one}`;
}

function namesIn(style: NameStyle, listed: readonly Name[], mark: Markup['text']): string {
  const people = listed.filter((name) => !isOthers(name));
  const isLong = people.length > style.most;
  const isCut = isLong || people.length < listed.length;
  const names = people
    .slice(0, isLong ? style.shown : style.most)
    .map((name, index) => mark(nameIn(style, name, index)));
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
