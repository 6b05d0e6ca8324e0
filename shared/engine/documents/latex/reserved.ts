const NAMES = new Set(
  `part chapter section subsection subsubsection paragraph subparagraph
  title author date maketitle abstract keywords thanks
  caption captionof subcaption captionsetup label item bibitem bibliography
  footnote footnotetext footnotemark input include subfile import url href
  multicolumn multirow tabularnewline newline par onedot xspace
  textbf textit texttt textsc textrm textsf emph underline bf it tt sc rm sf em
  textcolor color cellcolor rowcolor resizebox scalebox rotatebox includegraphics
  documentclass usepackage begin end makeatletter makeatother
  document table figure wraptable wrapfigure sidewaystable subtable subfigure minipage center
  tabular tabularx tabulary longtable array equation align itemize enumerate`.split(/\s+/),
);

/** True for names whose meaning the reader knows better than a definition in the document could tell. */
export function isReserved(name: string): boolean {
  return NAMES.has(name) || /cite|ref$|(?:hline|rule)[A-Z]?$|^\W$/.test(name);
}
