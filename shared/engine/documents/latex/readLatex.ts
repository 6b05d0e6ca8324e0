import type { Blocks } from '../blocks.ts';
import type { ReadContext, TextReader } from '../textReader.ts';
import { NUMBERING } from './counters.ts';
import { createExpander } from './expander.ts';
import { createProject } from './project.ts';
import { toBlocks } from './toBlocks.ts';
import { tokenize } from './tokenize.ts';
import { createTypesetter } from './typesetter.ts';

/** LaTeX, with the files it includes. */
export const latex: TextReader = {
  extensions: ['.tex', '.ltx'],
  recognizes: (head) =>
    /^\s*(?:%[^\n]*\n\s*)*\\(?:documentclass|begin\{document\}|RequirePackage|PassOptionsTo)/.test(head),
  isSource: (text) => /\\documentclass|\\begin\s*\{document\}/.test(text),
  read: readLatex,
};

const PRELUDE = tokenize(NUMBERING, 0, 'style');

function readLatex(text: string, context: ReadContext): Blocks {
  const project = createProject(text, context);
  const expander = createExpander(project);
  const t = createTypesetter(expander);
  t.process(PRELUDE);
  for (let token = expander.next(); token; token = expander.next()) {
    if (token.kind === 'end' && token.text === 'document') break;
    t.step(token);
  }
  t.body.endParagraph(t, { kind: 'paragraph', text: '', start: text.length, end: text.length });
  const { mapped, blocks } = toBlocks(t.body.items, t.labels);
  const { title, authors, year } = t.titlePage;
  return {
    mapped,
    blocks,
    metadata: { ...(title ? { title } : {}), ...(year ? { year } : {}), ...(authors.length > 0 ? { authors } : {}) },
    origin: project.origin(),
    problems: project.problems,
  };
}
