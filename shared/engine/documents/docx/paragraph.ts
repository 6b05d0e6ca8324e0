import type { Element } from 'domhandler';
import { childrenOf, localName, rawText } from '../xml/elements.ts';

export interface ReadParagraph {
  /** Broken where the writer broke them. */
  readonly lines: readonly string[];
  /** Text boxes that are anchored in the paragraph. */
  readonly boxes: readonly Element[];
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
}

/** The text of a paragraph without deleted text, superscripts and the instructions of fields. */
export function readParagraph(paragraph: Element): ReadParagraph {
  let text = '';
  const boxes: Element[] = [];
  const runs = { all: 0, bold: 0, underlined: 0 };
  const visit = (element: Element): void => {
    const name = localName(element);
    switch (name) {
      case 't':
        text += rawText(element).replace(/\s/g, ' ');
        break;
      case 'tab':
      case 'ptab':
        text += ' ';
        break;
      case 'br':
      case 'cr':
        text += '\n';
        break;
      case 'noBreakHyphen':
        text += '-';
        break;
      case 'sup':
        // In a formula, an exponent; superscripts of text are footnote marks and citations.
        text += '^';
        childrenOf(element).forEach(visit);
        break;
      case 'txbxContent':
        boxes.push(element);
        break;
      case 'AlternateContent':
        // The same twice, for newer and older programs.
        childrenOf(childrenOf(element)[0] ?? null).forEach(visit);
        break;
      case 'r':
        if (!isSuperscript(element)) visitRun(element);
        break;
      default:
        if (!SKIPPED.has(name)) childrenOf(element).forEach(visit);
    }
  };
  const visitRun = (run: Element): void => {
    const before = text.length;
    childrenOf(run).forEach(visit);
    if (text.slice(before).trim() === '') return;
    runs.all++;
    if (isOn(run, 'b')) runs.bold++;
    if (isOn(run, 'u')) runs.underlined++;
  };
  childrenOf(paragraph).forEach(visit);
  return {
    lines: text.split('\n'),
    boxes,
    isBold: runs.all > 0 && runs.bold === runs.all,
    isUnderlined: runs.all > 0 && runs.underlined === runs.all,
  };
}

const SKIPPED = new Set(['pPr', 'rPr', 'sdtPr', 'del', 'delText', 'moveFrom', 'instrText']);

function propertyOf(run: Element, name: string): Element | undefined {
  return childrenOf(childrenOf(run, 'rPr')[0] ?? null, name)[0];
}

function isSuperscript(run: Element): boolean {
  return propertyOf(run, 'vertAlign')?.attribs['w:val'] === 'superscript';
}

function isOn(run: Element, name: 'b' | 'u'): boolean {
  const property = propertyOf(run, name);
  return property !== undefined && !/^(?:0|false|off|none)$/.test(property.attribs['w:val'] ?? '');
}
