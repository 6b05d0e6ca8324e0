/** The engine's only door: everything outside it imports values from here. Pure: no file system, protocol or clock. */
export { type KeyLookup, noLookup, readCitationTags, readTagTable } from './bibliography/citationTags.ts';
export {
  type BibEntry,
  type CiteKey,
  citeKey,
  type EntryDetails,
  isOthers,
  noDetails,
  type Person,
} from './bibliography/entry.ts';
export type { EarlierBibliography } from './bibliography/format.ts';
export { bibliographyExtensions, plainBibliographyExtensions } from './bibliography/formats.ts';
export { keysApart } from './bibliography/keysApart.ts';
export { type PackedBibliography, packBibliography, unpackBibliography } from './bibliography/packed.ts';
export { bibliographiesOfProject } from './bibliography/projectBibliographies.ts';
export { readBibliography } from './bibliography/readBibliography.ts';
export { readEntryFields } from './bibliography/readEntryFields.ts';
export { bibliographiesOf, type StatedBibliography } from './bibliography/statedBibliographies.ts';
export { addToGroup, styleOf, writeCitation } from './claims/citationStyles.ts';
export type { Claim } from './claims/claim.ts';
export type { Citation, CitationStyle, Draft, DraftBlock, DraftSyntax } from './claims/draft.ts';
export { draftExtensions, draftSyntaxOf } from './claims/draftSyntax.ts';
export { readClaimable } from './claims/findClaims.ts';
export { bibliographiesNamed, createDraftReader, type DraftContext, readDraft } from './claims/readDraft.ts';
export { isPrinted, isWritten, spoken } from './claims/spoken.ts';
export type { Passage, SourceDocument } from './documents/document.ts';
export type { WordParts } from './documents/docx/readDocx.ts';
export { meaningOf } from './documents/meaningOf.ts';
export { type Place, placeOf, type Rectangle } from './documents/origin.ts';
export type { PageItem, PageRule, PdfPage, TurnedItem } from './documents/pdf/page.ts';
export { readPagedDocument, readSource, readWordDocument } from './documents/reader.ts';
export { isSource, textExtensions } from './documents/readers.ts';
export { createDraftLibrary } from './draftLibrary.ts';
export { createLibrary, type Library, type NamedBibliography, type NamedDocument, type Source } from './library.ts';
export { canonicalTitle, withoutVersion } from './libraryNames.ts';
export { sourceIdentifiedBy } from './librarySources.ts';
export { withoutMentions } from './mentions.ts';
export type { Problem } from './problem.ts';
export { type Found, searchPassages } from './search/passageIndex.ts';
export type { CellValue, Table } from './tables/table.ts';
export { createLineIndex, type LineIndex, type Position } from './text/lineIndex.ts';
export type { Quantity } from './text/quantity.ts';
export { holds, type Span, touches } from './text/span.ts';
export {
  type Cancellation,
  type CheckedCitation,
  type CheckedDraft,
  checkDraft,
  createDraftChecker,
} from './verdicts/checkDraft.ts';
export { prepareLookups } from './verdicts/prepareLookups.ts';
export { type StatingTable, statingTables } from './verdicts/statingTables.ts';
export { type OfferedValue, type OfferedValues, valuesFor } from './verdicts/valuesFor.ts';
export {
  type DocumentId,
  documentId,
  type Evidence,
  type JudgedClaim,
  type Verdict,
  type VerdictKind,
} from './verdicts/verdict.ts';
