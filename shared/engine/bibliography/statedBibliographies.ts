import type { Span } from '../text/span.ts';

/** A bibliography that a document names, as written, and where. */
export interface StatedBibliography {
  /** With the extension that is added to it where the document leaves it out. */
  readonly path: string;
  /** What stands for it in the text. */
  readonly span: Span;
}

/** The bibliographies that a LaTeX, Typst or Org document names by its own commands; comments are left out. */
export function bibliographiesOf(text: string, syntax: 'latex' | 'typst' | 'org'): StatedBibliography[] {
  switch (syntax) {
    case 'latex':
      return ofLatex(text);
    case 'typst':
      return ofTypst(text);
    case 'org':
      return ofOrg(text);
    default:
      return syntax satisfies never;
  }
}

/** `\bibliography{refs,more}`, `\addbibresource[…]{refs.bib}`, and `\input{main.bbl}`. */
function ofLatex(text: string): StatedBibliography[] {
  const command =
    /\\(bibliography|addbibresource|addglobalbib|addsectionbib|input)\s{0,9}(?:\[[^\]]{0,200}\]\s{0,9})?\{([^{}]{1,2000})\}/g;
  return [...text.matchAll(command)].flatMap((match) => {
    const [whole, name = '', list = ''] = match;
    if (isComment(text, match.index, '%')) return [];
    if (name === 'input' && !/\.bbl\s*$/i.test(list)) return [];
    const paths = itemsIn(list, match.index + whole.length - 1 - list.length);
    return name === 'bibliography'
      ? paths.map(({ path, span }) => ({ path: /\.bib$/i.test(path) ? path : `${path}.bib`, span }))
      : paths;
  });
}

/** `#bibliography("works.bib")` and `#bibliography(("a.bib", "b.yml"))`. */
function ofTypst(text: string): StatedBibliography[] {
  return [...text.matchAll(/(?<![\w.-])bibliography\(\s{0,99}(\(?(?:\s{0,99}"[^"\n]{1,500}"\s{0,99},?)+)/g)].flatMap(
    (match) => {
      if (isComment(text, match.index, '//')) return [];
      const list = match[1] as string;
      const start = match.index + match[0].length - list.length;
      return [...list.matchAll(/"([^"\n]+)"/g)].map((one) => pathAt(one[1] as string, start + one.index + 1));
    },
  );
}

/** `#+bibliography: works.bib`, and org-ref's `bibliography:works.bib,more.bib`. */
function ofOrg(text: string): StatedBibliography[] {
  const keyword = /^[ \t]{0,9}#\+bibliography:[ \t]{0,99}(?:"([^"\n]{1,500})"|([^\s"][^\n]{0,500}))/gim;
  const stated = [...text.matchAll(keyword)].map((match) => {
    const path = (match[1] ?? match[2] ?? '').trimEnd();
    return pathAt(path, match.index + match[0].indexOf(path));
  });
  const links = [...text.matchAll(/(?<![\w+])(?:no)?bibliography:([^\s\]#]{1,1000})/g)].flatMap((match) =>
    isComment(text, match.index, '# ')
      ? []
      : itemsIn(match[1] as string, match.index + match[0].length - (match[1] as string).length),
  );
  return [...stated, ...links].sort((a, b) => a.span.start - b.span.start);
}

function itemsIn(list: string, start: number): StatedBibliography[] {
  return [...list.matchAll(/[^,]+/g)].flatMap(({ 0: item, index }) => {
    const path = item.trim();
    return path === '' ? [] : [pathAt(path, start + index + item.indexOf(path))];
  });
}

function pathAt(path: string, start: number): StatedBibliography {
  return { path, span: { start, end: start + path.length } };
}

/** True where `mark` stands before on the same line and is not escaped. */
function isComment(text: string, at: number, mark: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const found = before.indexOf(mark);
  return found >= 0 && !(found > 0 && '\\:'.includes(before.charAt(found - 1)));
}
