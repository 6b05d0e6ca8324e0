import { scanBibitems } from '../../bibliography/scanBibitems.ts';
import { bibliographiesOf } from '../../bibliography/statedBibliographies.ts';
import { isSkipped } from '../../documents/latex/environments.ts';
import { isTable } from '../../documents/latex/tabular.ts';
import type { Chunk } from '../chunks.ts';
import { noLabels } from '../draftLabels.ts';
import { noFrontMatter } from '../frontMatter.ts';
import type { Grammar } from '../grammar.ts';
import { createDefinitionReader, type DraftContext, endOfPreamble, usedIn } from './latexDefinitions.ts';
import { readExpanded } from './latexExpanded.ts';
import { endOfHidden } from './latexHidden.ts';

/**
 * LaTeX. Each file is read by itself: what `\input` names in the text is another draft, and only what it defines
 * matters here. One per reader: it remembers the last definitions.
 */
export function createLatex(context: DraftContext): Grammar {
  const definitions = createDefinitionReader(context);
  return {
    frontMatter(text) {
      return {
        ...noFrontMatter,
        end: endOfPreamble(text),
        bibliographies: bibliographiesOf(text, 'latex'),
        ownKeys: new Set(scanBibitems(text).map(({ key }) => key)),
      };
    },
    split,
    labels: (text) => ({ ...noLabels, macros: definitions(text) }),
    labelsIn: (source, { macros }) => (macros.size === 0 ? noLabels : { ...noLabels, macros: usedIn(source, macros) }),
    read: (source, _, { macros }) => readExpanded(source, macros),
  };
}

/** Cuts at blank lines, but not within floats, tables, formulas and other environments that are read as a whole. */
function split(text: string, from: number): Chunk[] {
  const chunks: Chunk[] = [];
  const lines = /[^\n]*(?:\n|$)/g;
  lines.lastIndex = from;
  let start = -1;
  let end = from;
  /** The environment that is read as a whole, and how often it is open. */
  let whole: { readonly name: string; depth: number } | null = null;
  /** Up to here `\iffalse` hides what stands there. */
  let hidden = from;
  const close = (): void => {
    if (start >= 0) chunks.push({ span: { start, end }, kind: 'flow' });
    start = -1;
  };
  for (let match = lines.exec(text); match !== null && match[0] !== ''; match = lines.exec(text)) {
    const line = match[0];
    const content = line.trimEnd();
    if (content.trim() === '') {
      if (whole === null && match.index >= hidden) close();
      continue;
    }
    if (start < 0) start = match.index;
    end = match.index + content.length;
    if (match.index < hidden) continue;
    for (const { 1: mark, 2: name = '', index } of content.replace(comment, '').matchAll(boundary)) {
      if (mark === undefined) {
        hidden = endOfHidden(text, match.index + index + '\\iffalse'.length) ?? hidden;
        break;
      }
      if (mark === 'end' && name === 'document') {
        close();
        return chunks;
      }
      if (whole !== null) {
        if (name === whole.name) whole.depth += mark === 'begin' ? 1 : -1;
        if (whole.depth === 0) whole = null;
      } else if (mark === 'begin' && isWhole(name) && text.includes(`\\end{${name}}`, match.index))
        whole = { name, depth: 1 };
    }
  }
  close();
  return chunks;
}

const comment = /(?<!\\)%.*$/;
const boundary = /\\(begin|end)\{([^{}\s]{1,40})\}|\\iffalse(?![A-Za-z@])/g;

function isWhole(environment: string): boolean {
  return isTable(environment) || isSkipped(environment) || whole.test(environment);
}

const whole =
  /^(?:(?:sideways|wrap|sub)?(?:table|figure)|verbatim|Verbatim|BVerbatim|algorithm|tcolorbox|minipage)\*?$/;
