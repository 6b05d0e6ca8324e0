import type { Macro } from '../documents/latex/macros.ts';
import type { DraftSyntax } from './draft.ts';
import { hasMystLines, isMyst } from './mystLines.ts';

/** What is defined somewhere in a draft and changes how other places of it are read. */
export interface Labels {
  /** Of `[label]: address` lines. */
  readonly links: ReadonlySet<string>;
  /** Of parts of the draft itself, such as numbered examples, `(@label) text`: `@label` refers to them and cites nothing. */
  readonly parts: ReadonlySet<string>;
  /** MyST has lines that are prose in other dialects of Markdown. */
  readonly isMyst: boolean;
  /** What a LaTeX draft and the files that it includes define, by name. */
  readonly macros: ReadonlyMap<string, DraftMacro>;
}

export interface DraftMacro extends Macro {
  /** Alike for macros that do the same. */
  readonly id: string;
}

export const noLabels: Labels = { links: new Set(), parts: new Set(), isMyst: false, macros: new Map() };

/** The labels that a Markdown draft defines, those of links in lower case; `[@key]: …` names a citation and not a link. */
export function readLabels(text: string, syntax: DraftSyntax): Labels {
  const links = new Set<string>();
  const parts = new Set<string>();
  if (text.includes(']:'))
    for (const match of text.matchAll(/^ {0,3}\[(?![\^@])((?:[^\]\\\n]|\\.)+)\]:[ \t]*\S/gm))
      links.add((match[1] as string).toLowerCase());
  if (mayHoldExamples.test(text)) readExamples(text, parts);
  return { ...noLabels, links, parts, isMyst: hasMystLines(text) && isMyst(text, syntax) };
}

/**
 * Adds the labels of `(@label) text`, `@label. text` and `@label) text` where they begin a block, a further item of
 * their list, or, as Pandoc has it, any line of a list.
 */
function readExamples(text: string, labels: Set<string>): void {
  let isOpen = true;
  let isList = false;
  for (const line of text.split('\n')) {
    const match: RegExpExecArray | null = isOpen || isList ? exampleMark.exec(line) : null;
    const label: string | undefined = match?.[1] ?? match?.[2];
    if (label !== undefined) labels.add(label);
    const isBlank = line.trim() === '';
    // Behind a blank line anything may begin, and behind an item the next one.
    isOpen = label !== undefined || isBlank;
    isList = !isBlank && (isList || listMark.test(line));
  }
}

const mayHoldExamples = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?\(?@[\p{L}\p{N}_-]+[.)](?=\s|$)/mu;
const exampleMark = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:\(@([\p{L}\p{N}_-]+)\)|@([\p{L}\p{N}_-]+)[.)])(?=\s|$)/u;
const listMark = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]/;

/** The labels that a stretch of the draft uses, as it writes them. */
export function labelsIn(source: string, labels: Labels): Labels {
  const isMyst = labels.isMyst && hasMystLines(source);
  if (labels.links.size === 0 && labels.parts.size === 0) return isMyst ? { ...noLabels, isMyst } : noLabels;
  const links = new Set<string>();
  if (labels.links.size > 0)
    for (const match of source.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/g)) {
      const label = match[1] as string;
      if (labels.links.has(label.toLowerCase())) links.add(label);
    }
  const parts = new Set([...labels.parts].filter((label) => source.includes(`@${label}`)));
  return { ...noLabels, links, parts, isMyst };
}
