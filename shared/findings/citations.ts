import type {
  CheckedCitation,
  CheckedDraft,
  Citation,
  CiteKey,
  DocumentId,
  Draft,
  DraftBlock,
  Library,
  Source,
  Span,
} from '../engine/index.ts';
import { holds, readClaimable, spoken } from '../engine/index.ts';
import type { FieldsOf } from './entryFields.ts';
import { meantKeys } from './meantKeys.ts';
import { missingFields, type RequiredFields, requiredFields } from './requiredFields.ts';
import { retractionOf } from './retracted.ts';
import { type SameWork, sameWorks } from './sameWork.ts';

/** What can be said of a citation, whatever the numbers around it say. */
export type CitationCode =
  | 'citation-undefined'
  | 'source-retracted'
  | 'citation-duplicate-work'
  | 'citation-duplicate-version'
  | 'source-missing'
  | 'bib-field-missing';

export interface CitationFinding {
  readonly code: CitationCode;
  readonly citation: Citation;
  readonly message: string;
  /** The keys to cite in its place, the best first. */
  readonly instead: readonly CiteKey[];
  /** The entries that it is about. */
  readonly related: readonly { readonly document: DocumentId; readonly span: Span; readonly message: string }[];
}

/** What is known of entries beyond the library. */
export interface EntryKnowledge {
  readonly fieldsOf: FieldsOf;
  readonly required: RequiredFields;
}

/** Where the files of bibliographies are not at hand: what only their fields tell is not said. */
export const entriesUnread: EntryKnowledge = { fieldsOf: () => null, required: requiredFields };

/** What is wrong with the citations of a draft; all but undefined keys are said once, at the first citation of the key. */
export function citationFindings(
  draft: Draft,
  checked: CheckedDraft,
  library: Library,
  { fieldsOf, required }: EntryKnowledge,
): CitationFinding[] {
  const firsts = firstCitations(draft, library);
  const lacking = firsts.flatMap((first) => ofMissingFields(first, required));
  return [
    ...checked.citations.flatMap((citation) => ofUndefined(citation, library)),
    ...firsts.flatMap((first) => ofRetraction(first, fieldsOf)),
    ...ofSameWorks(firsts, library),
    ...sourcesMissing(draft, library).map((citation) => finding('source-missing', citation, missingMessage(citation))),
    ...lacking,
  ];
}

interface First {
  readonly citation: Citation;
  readonly source: Source;
}

function firstCitations(draft: Draft, library: Library): First[] {
  const firsts = new Map<CiteKey, First>();
  for (const citation of draft.citations) {
    const source = firsts.has(citation.key) ? undefined : library.sources.get(citation.key);
    if (source !== undefined) firsts.set(citation.key, { citation, source });
  }
  return [...firsts.values()];
}

function ofUndefined(checked: CheckedCitation, library: Library): CitationFinding[] {
  if (checked.problem === null) return [];
  const instead = meantKeys(checked, library);
  const { citation } = checked;
  const message = citationMessage(citation.key, { kind: 'undefined', near: instead });
  return [{ ...finding('citation-undefined', citation, message), instead }];
}

/** The sentence that tells a writer what is wrong with a key that no source has; `near` are those that may be meant. */
export function citationMessage(key: CiteKey, { near }: NonNullable<CheckedCitation['problem']>): string {
  const candidates = near.slice(0, 3).map((candidate) => `@${candidate}`);
  return candidates.length === 0
    ? `No source of the library has the key @${key}: correct the key, or add the work to the bibliography.`
    : `No source of the library has the key @${key}: did you mean ${candidates.join(' or ')}?`;
}

function ofRetraction({ citation, source }: First, fieldsOf: FieldsOf): CitationFinding[] {
  const where = retractionOf(source, fieldsOf);
  if (where === null) return [];
  const message = `@${citation.key} is retracted, as ${where} says: cite another work, or say in the text that it is.`;
  return [{ ...finding('source-retracted', citation, message), related: entryOf(source, 'The entry') }];
}

/** Of several works under two keys each, the later cited key is named, with the earlier one to cite in its place. */
function ofSameWorks(firsts: readonly First[], library: Library): CitationFinding[] {
  const works = sameWorks(library);
  if (works.size === 0) return [];
  const earlier = new Map<CiteKey, Source>();
  return firsts.flatMap(({ citation, source }) => {
    const found = (works.get(source.key) ?? []).flatMap((same) => {
      const other = same.keys.find((key) => key !== source.key) as CiteKey;
      const entry = earlier.get(other);
      return entry === undefined ? [] : [ofSameWork(citation, other, entry, same)];
    });
    earlier.set(source.key, source);
    return found;
  });
}

function ofSameWork(citation: Citation, other: CiteKey, earlier: Source, { as, common }: SameWork): CitationFinding {
  const related = entryOf(earlier, `The entry of @${other}`);
  switch (as) {
    case 'work': {
      const message = `@${citation.key} and @${other}, which is cited before, are one work (they share ${common}): cite one of the two keys.`;
      return { code: 'citation-duplicate-work', citation, message, instead: [other], related };
    }
    case 'version': {
      const message = `@${citation.key} and @${other}, which is cited before, are a preprint and its published version (they share ${common}): cite one, unless both are meant.`;
      return { code: 'citation-duplicate-version', citation, message, instead: [other], related };
    }
    default:
      return as satisfies never;
  }
}

/**
 * The citations of entries that have no document to check against, where a number leans on them: for each key the
 * first in the draft.
 */
function sourcesMissing(draft: Draft, library: Library): Citation[] {
  const found = new Map<CiteKey, Citation>();
  for (const block of draft.blocks) {
    if (block.kind === 'heading') continue;
    for (const citation of block.citations) {
      const { key } = citation;
      if (found.has(key) || library.sources.get(key)?.document !== null) continue;
      if (hasNumber(block, citation, library)) found.set(key, citation);
    }
  }
  return [...found.values()];
}

function missingMessage({ key }: Citation): string {
  return `No document of @${key} is in the library, so its numbers are not checked: save its text there.`;
}

/** True where the sentence of the citation, or its table, says a number that a source could bear out. */
function hasNumber(block: Exclude<DraftBlock, { kind: 'heading' }>, { span }: Citation, library: Library): boolean {
  if (block.kind === 'table') return block.rows.some((cells) => cells.some((cell) => /\d/.test(spoken(cell).text)));
  const sentence = block.sentences.find((one) => holds(one, span.start)) ?? block.span;
  return isTelling(spoken(block, sentence).text, library);
}

/** A draft is looked at after every keystroke, and most of its sentences stay the same. */
function isTelling(sentence: string, library: Library): boolean {
  if (!/\d/.test(sentence)) return false;
  const known = told.get(library) ?? new Map<string, boolean>();
  told.set(library, known);
  const answer = known.get(sentence) ?? readClaimable(sentence).some(({ spelled }) => !spelled);
  if (known.size > mostSentences) known.clear();
  known.set(sentence, answer);
  return answer;
}

const told = new WeakMap<Library, Map<string, boolean>>();
const mostSentences = 5000;

function ofMissingFields({ citation, source }: First, required: RequiredFields): CitationFinding[] {
  const { entry } = source;
  const missing = entry === null ? [] : missingFields(entry, required);
  if (entry === null || missing.length === 0) return [];
  const message = `The ${entry.type} entry of @${citation.key} has no ${missing.join(', no ')}: the reference will be incomplete.`;
  return [{ ...finding('bib-field-missing', citation, message), related: entryOf(source, 'The entry') }];
}

function finding(code: CitationCode, citation: Citation, message: string): CitationFinding {
  return { code, citation, message, instead: [], related: [] };
}

function entryOf({ bibliography, entry }: Source, message: string): CitationFinding['related'] {
  return bibliography === null || entry === null ? [] : [{ document: bibliography, span: entry.keySpan, message }];
}
