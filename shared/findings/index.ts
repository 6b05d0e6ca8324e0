/** What is said of a checked draft, in an editor and in a report alike: its codes, its words and what is left unsaid. */
export {
  type CitationCode,
  type CitationFinding,
  citationFindings,
  citationMessage,
  type EntryKnowledge,
  entriesUnread,
} from './citations.ts';
export { codeInMarkdown, describeEvidence, escapeMarkdown, pageOf, plural, shorten } from './describe.ts';
export { createFieldReader, type FieldsOf } from './entryFields.ts';
export { meantKeys } from './meantKeys.ts';
export { nociteOf } from './nocite.ts';
export { type RequiredFields, requiredFields } from './requiredFields.ts';
export { type Rule, type RuleCode, type RuleLevel, ruleCodeOf, ruleOf, rules } from './rules.ts';
export { type SameWork, sameWorks } from './sameWork.ts';
export { isSilenced } from './silenced.ts';
export { unusedEntries } from './unusedEntries.ts';
