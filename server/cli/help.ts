export type CommandName = 'check' | 'tables' | 'index' | 'find' | 'lsp';

/** The overview that `--help` prints. */
export const usage = `Grounded checks every number of a draft against the sources it cites.

Usage: grounded COMMAND [OPTION…]

  check [PATH…]     check drafts (files or folders; default: the current folder)
  tables [PATH…]    print the tables that were read from sources
  index             list the sources of the library
  find QUERY        search the sentences of the sources
  lsp --stdio       start the language server

  --version         print the version
  --help            print this text; "grounded COMMAND --help" tells more

Exit status: 0 nothing to report, 1 findings as chosen by --fail-on, 2 the call or an input cannot be used.`;

const library = `  --library DIR     a folder of sources; may be given several times. Without it, the library is the one that
                    the front matter (bibliography:) or a grounded.json names`;

/** What `grounded COMMAND --help` prints. */
export const help: Readonly<Record<CommandName, string>> = {
  check: `Usage: grounded check [PATH…] [OPTION…]

Checks drafts in Markdown, Quarto, R Markdown, MyST, Typst, Org and LaTeX. A folder stands for all of them in it that
are not sources of the library; a .tex file in it is taken for a source, and is checked where it is named.

${library}
  --format FORMAT   text (default), json, sarif, markdown or html
  --output FILE     write the result to FILE instead of standard output
  --fail-on LIST    verdicts that end with status 1, separated by commas, and all graver ones; or "never".
                    Default: contradicted,unsupported,misattributed. Gravest first: contradicted;
                    misattributed and unsupported; uncited; supported. "citation-undefined" and
                    "citation-unused" may be named too
  --show citation-unused
                    tell of the entries of bibliographies, too, that no draft that is checked cites
  --explain FILE:LINE
                    print how each claim on that line of a draft was read and judged

Exit status: 0 no such findings, 1 findings, 2 the call or an input cannot be used.`,
  tables: `Usage: grounded tables [PATH…] [OPTION…]

Prints the tables of sources (files or folders; default: the whole library) as they were understood.

${library}
  --format FORMAT   text (default), json, csv or markdown`,
  index: `Usage: grounded index [OPTION…]

Lists the sources of the library with what was read from each, and the problems met.

${library}
  --format FORMAT   text (default) or json`,
  find: `Usage: grounded find QUERY [OPTION…]

Searches the sentences and captions of the sources, best first.

${library}
  --format FORMAT   text (default) or json`,
  lsp: `Usage: grounded lsp --stdio

Starts the language server on standard input and output.`,
};
