import type { Problem, VerdictKind } from '../engine/index.ts';
import type { CitationCode } from './citations.ts';

/** The code of a finding: a verdict, a problem of a citation, or a problem of the library. */
export type RuleCode =
  | VerdictKind
  | CitationCode
  | 'citation-duplicate'
  | 'citation-unused'
  | Exclude<Problem['code'], 'bib-key-duplicate'>;

export type RuleLevel = 'error' | 'warning' | 'note' | 'none';

/** One entry of the catalogue that reports, rule pages and settings share. */
export interface Rule {
  readonly code: RuleCode;
  readonly title: string;
  /** The level where no setting says otherwise. */
  readonly level: RuleLevel;
  /** One sentence: what it means. */
  readonly meaning: string;
  /** One sentence: what to do about it. */
  readonly mend: string;
}

const catalogue: Readonly<Record<RuleCode, Omit<Rule, 'code'>>> = {
  contradicted: {
    title: 'The source gives another value',
    level: 'error',
    meaning: 'A source knows this very quantity and gives another value for it.',
    mend: 'Take the value of the source, or correct what the sentence says the number is about.',
  },
  misattributed: {
    title: 'Another source says so',
    level: 'warning',
    meaning: 'The cited source does not say this, but another source of the library does.',
    mend: 'Cite the source that says so.',
  },
  unsupported: {
    title: 'No source says so',
    level: 'warning',
    meaning: 'No source of the library knows this number in this context.',
    mend: 'Add the source to the library, mark the number as your own result, or take it out.',
  },
  uncited: {
    title: 'A source says so, but none is cited',
    level: 'note',
    meaning: 'A source confirms this number, but neither the sentence nor the row nor the paragraph cites one.',
    mend: 'Insert the citation.',
  },
  supported: {
    title: 'A cited source says so',
    level: 'none',
    meaning: 'A cited source says so at the precision of the draft, directly or by a derivation that is shown.',
    mend: 'There is nothing to mend.',
  },
  'citation-undefined': {
    title: 'No source has this key',
    level: 'error',
    meaning: 'The key stands in no bibliography file of the library and belongs to none of its documents.',
    mend: 'Correct the key, or add the work to the bibliography.',
  },
  'citation-duplicate': {
    title: 'Several entries have this key',
    level: 'warning',
    meaning: 'The key is defined more than once in the bibliography files; the first entry is used.',
    mend: 'Rename or remove all entries of this key but one.',
  },
  'citation-duplicate-work': {
    title: 'One work has two keys',
    level: 'warning',
    meaning: 'The draft cites one work under two keys: their entries have the same DOI, arXiv identifier or title.',
    mend: 'Cite one of the two keys throughout, and take the other entry out.',
  },
  'citation-duplicate-version': {
    title: 'A preprint and its published version are cited',
    level: 'note',
    meaning: 'The draft cites a preprint under one key and what was published of it under another.',
    mend: 'Cite the published version, unless both are meant.',
  },
  'citation-unused': {
    title: 'No draft cites this entry',
    level: 'none',
    meaning: 'The entry of the bibliography is cited by no draft of the workspace.',
    mend: 'Take the entry out, or leave it where the bibliography is shared with other work.',
  },
  'source-retracted': {
    title: 'A cited work is retracted',
    level: 'warning',
    meaning: 'The title, a note or a keyword of the work in the library says that it is retracted or withdrawn.',
    mend: 'Cite another work, or say in the text that this one is retracted.',
  },
  'bib-field-missing': {
    title: 'A cited entry lacks a field',
    level: 'note',
    meaning: 'The entry has not all fields that a reference to a work of its type needs.',
    mend: 'Add the field to the entry.',
  },
  'source-missing': {
    title: 'The library has no document of a cited source',
    level: 'note',
    meaning:
      'The bibliography has an entry for the key, but the library holds no document of it to check numbers against.',
    mend: 'Save the work as PDF, HTML, Markdown or another format that is read in the library, and name it in the `file` field of its entry.',
  },
  'source-unreadable': {
    title: 'A source cannot be read',
    level: 'warning',
    meaning: 'The file is not text in a known encoding or format, or it may not be read.',
    mend: 'Save it as UTF-8 text, Markdown or HTML, or take it out of the library.',
  },
  'source-empty': {
    title: 'A source holds nothing to check against',
    level: 'warning',
    meaning: 'The file was read, but neither a sentence nor a table was found in it.',
    mend: 'Replace it by the text of the work, or take it out of the library.',
  },
  'table-unclear': {
    title: 'A table was not understood in full',
    level: 'note',
    meaning: 'Some cells of the table could not be tied to their headers, and are not used as evidence.',
    mend: 'Repair the headers of the table in the source file.',
  },
  'bib-entry-broken': {
    title: 'A bibliography entry is broken',
    level: 'warning',
    meaning: 'The entry cannot be parsed; the other entries of the file are used.',
    mend: 'Close its braces or quotes, and put a comma behind each field.',
  },
  'bib-file-missing': {
    title: 'A bibliography file is missing',
    level: 'error',
    meaning: 'The front matter or the configuration names a bibliography file that is not there.',
    mend: 'Correct the path, which is relative to the file that names it.',
  },
  'library-missing': {
    title: 'There is no library',
    level: 'error',
    meaning: 'No folder with sources was found for this draft.',
    mend: 'Name one by `bibliography:` in the front matter, in `grounded.json`, or by `--library`.',
  },
  'config-invalid': {
    title: 'The configuration cannot be used',
    level: 'error',
    meaning: '`grounded.json` is not valid JSON, or a value in it is not of the kind that is expected.',
    mend: 'Correct the place that the message names.',
  },
};

/** All rules; verdicts first, the gravest first. */
export const rules: readonly Rule[] = Object.entries(catalogue).map(([code, rule]) => ({
  code: code as RuleCode,
  ...rule,
}));

export function ruleOf(code: RuleCode): Rule {
  return { code, ...catalogue[code] };
}

/** The code under which a problem of a library is shown: a key defined twice is about citing, wherever it was met. */
export function ruleCodeOf({ code }: { readonly code: Problem['code'] | 'citation-unused' }): RuleCode {
  return code === 'bib-key-duplicate' ? 'citation-duplicate' : code;
}
