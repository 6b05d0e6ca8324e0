import type { SourceDocument } from '../documents/document.ts';
import { joined } from './names.ts';
import { OWN } from './tableLexicon.ts';

/** Other spellings of a label in one source: its legend, its long form, the own system's name for "Ours". */
export function aliasesOf(document: SourceDocument): (label: string) => readonly string[] {
  const own = ownNames(document);
  const long = new Map([...document.abbreviations].map(([short, text]) => [joined(short), text]));
  const short = new Map([...document.abbreviations].map(([text, longText]) => [joined(longText), text]));
  return (label) => {
    const form = joined(label);
    const found = [long.get(form), short.get(form)].filter((text): text is string => text !== undefined);
    return OWN.test(label) ? [...found, ...own] : found;
  };
}

const GENERIC = [
  'our model',
  'our method',
  'our approach',
  'our system',
  'proposed model',
  'proposed method',
  'proposed approach',
  'adapted model',
];
const NAMED =
  /\b(?:we|this (?:paper|work|study)|(?:our|the proposed) (?:\p{L}+ ){1,4})\b[^.]{0,60}?\b(?:called?|named?|dub|dubbed|termed|proposes?|presents?|introduces?|develops?)\s+(?:a\s+|an\s+|the\s+|as\s+)?([\p{Lu}][\p{L}\p{N}+.-]*[\p{Lu}\p{N}][\p{L}\p{N}+.-]*)/giu;
const ADAPTED = /\b[Oo]ur\s+((?:adapted|proposed|modified|improved|fine-?tuned)\s+[\p{L}\p{N}-]+)/gu;

/** What a paper calls its own system: the name before the colon of its title, "we propose X", "our adapted X". */
function ownNames(document: SourceDocument): string[] {
  const names = new Set(GENERIC);
  const title = document.metadata.title ?? '';
  const head = /^([\p{L}\p{N}][\p{L}\p{N}+.\- ]{1,24}?):\s/u.exec(title)?.[1];
  if (head && head.split(' ').length <= 3) names.add(head);
  const text = document.passages
    .slice(0, 60)
    .map((passage) => passage.text)
    .join('\n');
  for (const [, name = ''] of text.matchAll(NAMED)) names.add(name);
  for (const [, name = ''] of text.matchAll(ADAPTED)) {
    names.add(name);
    for (const base of frequentNames(text)) names.add(`${name.split(' ')[0]} ${base}`);
  }
  return [...names];
}

const NAME = /\b\p{Lu}[\p{L}\p{N}]*(?:[-+.]?[\p{Lu}\p{N}][\p{L}\p{N}]*)+\b/gu;
const MOST_NAMES = 6;

/** The system names that a text uses most: what "our adapted model" may be an adaptation of. */
function frequentNames(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [name] of text.matchAll(NAME)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_NAMES)
    .map(([name]) => name);
}
