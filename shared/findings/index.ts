/** What is said of a checked draft, in an editor and in a report alike: its codes, its words and what is left unsaid. */
export { citationMessage, sourceMissingMessage, sourcesMissing } from './citations.ts';
export { describeEvidence, escapeMarkdown, pageOf, plural, shorten } from './describe.ts';
export { type Rule, type RuleCode, type RuleLevel, ruleCodeOf, ruleOf, rules } from './rules.ts';
export { isSilenced } from './silenced.ts';
