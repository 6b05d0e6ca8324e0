import type { TokenStream } from './tokenStream.ts';

/**
 * What is passed over behind a command: `*` a star, `o` an optional argument, `m` an argument, `p` one in round
 * brackets, `d` a measure. What follows is read as if the command were not there: the text of a `\textcolor` stays.
 */
const SIGNATURES: Readonly<Record<string, string>> = {
  '': `textit textsl textsc textrm textsf texttt textmd textup textnormal emph uwave sout text
    mathbb mathcal mathfrak mathit mathrm mathsf mathtt mathscr mathnormal pmb hat bar tilde vec overline widehat
    widetilde dot bold it tt sc rm sf sl em itshape ttfamily scshape rmfamily sffamily slshape upshape mdseries
    normalfont tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge boldmath unboldmath
    centering raggedright raggedleft noindent indent par maketitle tableofcontents clearpage newpage pagebreak cleardoublepage
    protect relax null strut nonumber notag limits nolimits displaystyle textstyle scriptstyle
    left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr middle mathop mathrel mathbin mathord
    mbox hbox vbox vtop vcenter fbox centerline leftline rightline llap rlap smash mathstrut arraybackslash
    hss vfill smallskip medskip bigskip unskip ignorespaces allowbreak break nobreak sloppy fussy
    linewidth textwidth columnwidth textheight baselineskip selectfont global long frontmatter mainmatter
    hrulefill dotfill doublespacing singlespacing rot onecolumn hbadness penalty startdata enddata
    ! / - @ ) + \` < leavevmode expandafter csname endcsname frenchspacing today bgroup egroup begingroup endgroup`,
  '*': 'operatorname',
  d: `vskip hskip kern mskip mkern raise lower parskip parindent tabcolsep arraycolsep arrayrulewidth
    extrarowheight itemsep hsize vsize hoffset voffset topmargin fboxsep fboxrule`,
  o: `makecell shortstack specialcell hyperref addlinespace
    printbibliography linebreak nolinebreak subcaptionbox sqrt`,
  m: `phantom hphantom vphantom hypersetup hypertarget href url path index pagestyle thispagestyle pagenumbering
    bibliographystyle bibliography nocite graphicspath theoremstyle newlength newsavebox sbox usebox usetikzlibrary
    pgfplotsset tikzset lstset sisetup geometry thanks tnotex noalign AtBeginDocument AtEndDocument
    icmlkeywords icmltitlerunning printAffiliationsAndNotice email institute orcid authorrunning titlerunning
    copyrightyear setcopyright tabincell adjustbox extracolsep hyphenation counterwithout IEEEauthorblockA
    pdfoutput urlstyle frefformat balance nolinenumbers markboth vadjust`,
  '*m': 'hspace vspace adjustboxset',
  mm: `setlength addtolength colorlet settowidth settoheight PassOptionsToPackage fontsize icmlsetsymbol
    icmlaffiliation icmlcorrespondingauthor IEEEpubid crefname Crefname titlecontents`,
  mmm: 'definecolor specialrule DeclareFontShape',
  om: `textcolor color colorbox cellcolor columncolor arrayrulecolor rotatebox captionsetup todo marginpar
    addbibresource RequirePackage setlist includesvg ccsdesc affiliation institution tikz SetCell
    crefalias ulem subfloatrow`,
  '*oom': 'includegraphics',
  omm: 'fcolorbox rule',
  omoo: 'rowcolor',
  mo: 'scalebox',
  moo: 'raisebox savebox',
  oo: 'makebox framebox',
  ooom: 'parbox',
  '*mm': 'resizebox',
  '*momo': 'newtheorem',
  '*mmm': 'rowcolors',
  '*mmmm': 'titlespacing',
  '*mommmm': 'titleformat',
  opm: 'cmidrule',
};

const signatures: ReadonlyMap<string, string> = new Map(
  Object.entries(SIGNATURES).flatMap(([signature, names]) =>
    names.split(/\s+/).map((name): [string, string] => [name, signature]),
  ),
);

export function hasSignature(name: string): boolean {
  return signatures.has(name);
}

/** Passes over what belongs to the command and prints nothing; false where the command is not known. */
export function skipArguments(name: string, stream: TokenStream): boolean {
  const signature = signatures.get(name) ?? (/^acm[A-Z]/.test(name) ? 'om' : undefined);
  if (signature === undefined) return false;
  skip(signature, stream);
  return true;
}

/** What environments take before their content, as for commands. */
const ENVIRONMENTS: ReadonlyMap<string, string> = new Map([
  ['table', 'o'],
  ['figure', 'o'],
  ['sidewaystable', 'o'],
  ['wraptable', 'omom'],
  ['wrapfigure', 'omom'],
  ['subtable', 'om'],
  ['subfigure', 'om'],
  ['minipage', 'ooom'],
  ['adjustbox', 'm'],
  ['adjustwidth', 'mm'],
  ['multicols', 'm'],
  ['spacing', 'm'],
  ['CJK', 'mm'],
  ['icmlauthorlist', ''],
  ['list', 'mm'],
  ['tabbing', ''],
  ['scriptsize', ''],
  ['turn', 'm'],
  ['rotate', 'm'],
  ['textblock', 'm'],
]);

export function skipEnvironmentArguments(name: string, stream: TokenStream): void {
  skip(ENVIRONMENTS.get(name.replace(/\*$/, '')) ?? 'o', stream);
}

const MEASURE =
  /^\s*=?\s*-?[\d.]+\s*(?:true\s?)?(?:[a-z]{2}\b)?(?:\s*(?:plus|minus)\s*-?[\d.]+\s*(?:fil{1,3}|[a-z]{2})\b)*/;

function skip(signature: string, stream: TokenStream): void {
  for (const part of signature)
    if (part === '*') stream.star();
    else if (part === 'o') stream.optional();
    else if (part === 'p') stream.parenthesized();
    else if (part === 'd') stream.take(MEASURE);
    else stream.argument();
}
