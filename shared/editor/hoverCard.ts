import type { CheckedDraft, Draft, Evidence, JudgedClaim, Library, Span } from '../engine/index.ts';
import { codeInMarkdown, describeEvidence, escapeMarkdown, shorten } from '../findings/index.ts';
import { subjectAt } from './at.ts';
import type { LinkTo } from './definition.ts';
import { authorYear, fileNameOf, titleOf } from './describe.ts';
import { type Links, sourceCard, undefinedCard } from './sourceCard.ts';
import { withoutLabel } from './tableCaption.ts';
import { tableExcerpt } from './tableExcerpt.ts';

/** What an editor shows over a place of the draft. */
export interface Card {
  readonly span: Span;
  readonly markdown: string;
}

/** The card of the claim or citation at `offset`, or null where there is neither. */
export function hoverCardAt(
  { draft, checked }: { readonly draft: Draft; readonly checked: CheckedDraft },
  library: Library,
  offset: number,
  links: Links,
): Card | null {
  const subject = subjectAt(checked, offset);
  if (subject === null) return null;
  if (subject.kind === 'claim') {
    return { span: subject.judged.claim.span, markdown: claimCard(subject.judged, library, links.inLibrary) };
  }
  const { citation, problem } = subject.checked;
  const source = library.sources.get(citation.key);
  if (source !== undefined) return { span: citation.span, markdown: sourceCard(source, draft, links) };
  return problem === null ? null : { span: citation.span, markdown: undefinedCard(citation.key, problem.near) };
}

function claimCard(judged: JudgedClaim, library: Library, linkTo: LinkTo): string {
  const { verdict } = judged;
  const parts = [`**${headline(judged)}**`];
  // An editor shows the message of a problem above the card; the evidence below says it again where there is some.
  if (verdict.kind === 'supported' || verdict.evidence.length === 0) parts.push(escapeMarkdown(judged.message));
  const elsewhere = verdict.kind === 'contradicted' ? verdict.elsewhere : [];
  const label = verdict.kind === 'unsupported' ? 'Nearest: ' : '';
  parts.push(...evidenceParts(verdict.evidence, elsewhere, library, linkTo, label));
  for (const evidence of elsewhere.slice(0, 2)) {
    // Those of the same table are in its excerpt already.
    if (verdict.evidence.some((one) => isSameTable(one, evidence))) continue;
    const where = linked(escapeMarkdown(describeEvidence(evidence, 120)), linkTo(evidence.document, evidence.span));
    parts.push(`${escapeMarkdown(judged.claim.text)} stands in ${where} of @${escapeMarkdown(evidence.source)}`);
  }
  parts.push(`*${Math.round(judged.confidence * 100)} % sure*`);
  return parts.join('\n\n');
}

function headline({ claim, verdict }: JudgedClaim): string {
  const text = escapeMarkdown(claim.text);
  switch (verdict.kind) {
    case 'supported':
      return `✓ ${text} is supported`;
    case 'uncited':
      return `ⓘ ${text} is right, but cites nothing`;
    case 'misattributed':
      return `⚠ ${text} stands in another source`;
    case 'contradicted':
      return verdict.suggestion === null
        ? `✗ ${text} is contradicted`
        : `✗ ${text} is contradicted: the source says ${escapeMarkdown(verdict.suggestion)}`;
    case 'unsupported':
      return `⚠ ${text} stands in no source`;
    default:
      return verdict satisfies never;
  }
}

/** The tables and sentences that decide, each with where it stands; then the derivation. */
function evidenceParts(
  all: readonly Evidence[],
  elsewhere: readonly Evidence[],
  library: Library,
  linkTo: LinkTo,
  label: string,
): string[] {
  const parts: string[] = [];
  const shown = new Set<string>();
  for (const evidence of all) {
    const group = `${evidence.document}#${evidence.kind === 'cell' ? evidence.tableIndex : `@${evidence.span.start}`}`;
    if (shown.has(group) || shown.size === 2) continue;
    shown.add(group);
    parts.push(label + standing(evidence, library, linkTo));
    if (evidence.kind === 'cell') {
      const inTable = all.filter((one) => one.kind === 'cell').filter((one) => isSameTable(one, evidence));
      const also = elsewhere.filter((one) => one.kind === 'cell');
      const cell = `${escapeMarkdown(describeEvidence(evidence, 120))}: **${escapeMarkdown(evidence.text)}**`;
      parts.push(tableExcerpt(inTable, also, library) ?? cell);
    } else parts.push(`> ${quoteWithMark(evidence.quote, evidence.text)}`);
  }
  const derivations = new Set(all.flatMap(({ derivation }) => (derivation === null ? [] : [derivation])));
  for (const derivation of derivations) parts.push(codeInMarkdown(derivation));
  return parts;
}

function isSameTable(a: Evidence, b: Evidence): boolean {
  return a.kind === 'cell' && b.kind === 'cell' && a.document === b.document && a.tableIndex === b.tableIndex;
}

/** `Table 1: caption`, the source, and the file, where the link leads to the very place. */
function standing(evidence: Evidence, library: Library, linkTo: LinkTo): string {
  const source = library.sources.get(evidence.source);
  const link = linkTo(evidence.document, evidence.span);
  const named =
    source === undefined
      ? ''
      : [escapeMarkdown(authorYear(source)), `*${escapeMarkdown(shorten(titleOf(source), 80))}*`];
  const who = [`@${escapeMarkdown(evidence.source)}`, ...named].filter((part) => part !== '').join(', ');
  const onPage = evidence.page === null ? '' : `, page ${evidence.page}`;
  if (evidence.kind === 'passage')
    return `${linked(escapeMarkdown(fileNameOf(evidence.document)) + onPage, link)} · ${who}`;
  const table = library.documents.get(evidence.document)?.document.tables[evidence.tableIndex];
  const caption = shorten(withoutLabel(table?.caption ?? ''), 90);
  const name = linked(escapeMarkdown(evidence.table || 'Table') + onPage, link);
  return `${name}${caption === '' ? '' : `: ${escapeMarkdown(caption)}`} · ${who}`;
}

function quoteWithMark(quote: string, value: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  const at = value === '' ? -1 : line.search(new RegExp(`(?<![\\d.,])${escapePattern(value)}(?!\\d|[.,]\\d)`));
  if (at < 0) return escapeMarkdown(shorten(line, 320));
  const before = line.slice(0, at);
  const after = line.slice(at + value.length);
  const kept = before.length > 200 ? `…${before.slice(before.indexOf(' ', before.length - 200))}` : before;
  return `${escapeMarkdown(kept)}**${escapeMarkdown(value)}**${escapeMarkdown(shorten(`x${after}`, 200)).slice(1)}`;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function linked(text: string, link: string | null): string {
  return link === null ? text : `[${text}](${link})`;
}
