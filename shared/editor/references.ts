import {
  type CheckedDraft,
  type Citation,
  type CiteKey,
  type DocumentId,
  type Draft,
  type Evidence,
  holds,
  isWritten,
  type JudgedClaim,
  type Library,
  type Span,
  touches,
} from '../engine/index.ts';
import { nociteOf } from '../findings/index.ts';
import { subjectAt } from './at.ts';

/** Something that sentences of drafts rely on. */
export type Relied =
  /** A key, whoever is behind it. */
  | { readonly kind: 'key'; readonly key: CiteKey }
  /** A work: what cites it, and what says the same without citing it. */
  | { readonly kind: 'work'; readonly key: CiteKey }
  | { readonly kind: 'table'; readonly document: DocumentId; readonly tableIndex: number }
  | { readonly kind: 'passage'; readonly document: DocumentId; readonly span: Span };

/** What the claim or citation at an offset of a draft relies on: the table or sentence of its source, or a key. */
export function reliedAt(checked: CheckedDraft, offset: number): Relied | null {
  const subject = subjectAt(checked, offset);
  if (subject === null) return null;
  if (subject.kind === 'citation') return { kind: 'key', key: subject.checked.citation.key };
  const [evidence] = evidenceOf(subject.judged);
  return evidence === undefined ? null : placeOf(evidence);
}

/** The key that the front matter of a draft has at an offset, in `nocite` or of an entry of its own. */
export function statedKeyAt(draft: Draft, offset: number): { readonly key: CiteKey; readonly keySpan: Span } | null {
  return [...draft.references, ...nociteOf(draft).keys].find(({ keySpan }) => holds(keySpan, offset)) ?? null;
}

/** Where a draft writes this very key, its front matter included; spans of keys, without their marks. */
export function keySpansIn(draft: Draft, key: CiteKey): Span[] {
  const written = draft.citations.filter((citation) => isWritten(draft, citation));
  return distinct([...nociteOf(draft).keys, ...written].filter((one) => one.key === key).map(({ keySpan }) => keySpan));
}

/** Where the draft's own entries define the key as it is: their front matter may write it in another way. */
export function ownKeySpans({ text, references }: Draft, key: CiteKey): Span[] {
  return references.map(({ keySpan }) => keySpan).filter(({ start, end }) => text.slice(start, end) === key);
}

/** True where a macro of the draft cites the key, which then stands in the definition of the macro. */
export function isCitedByMacro(draft: Draft, key: CiteKey): boolean {
  return draft.citations.some((citation) => citation.key === key && !isWritten(draft, citation));
}

/**
 * Where a draft cites the work behind the key, by whatever key, its front matter included; with their marks, `@key`:
 * that is what VS Code names by itself, which takes `[@key]` for a link, and it shows a place once that is named twice
 * alike.
 */
export function citedSpans(draft: Draft, { sources }: Library, key: CiteKey): Span[] {
  const source = sources.get(key);
  const isMeant = (one: CiteKey): boolean => one === key || (source !== undefined && sources.get(one) === source);
  return distinct(citing(draft, isMeant).map(({ span }) => span));
}

function citing(draft: Draft, isMeant: (key: CiteKey) => boolean): readonly Pick<Citation, 'keySpan' | 'span'>[] {
  return [...nociteOf(draft).keys, ...draft.citations].filter(({ key }) => isMeant(key));
}

/** In the order of the text. */
function distinct(all: readonly Span[]): Span[] {
  return inOrder([...new Map(all.map((span) => [span.start, span])).values()]);
}

/** The places of a draft that rely on it: citations of a key, and the claims that rest on a table, a sentence or a work. */
export function relyingSpans(draft: Draft, checked: CheckedDraft, library: Library, relied: Relied): Span[] {
  switch (relied.kind) {
    case 'key':
      return citedSpans(draft, library, relied.key);
    case 'work': {
      const cited = citedSpans(draft, library, relied.key);
      const others = claimsOn(checked, ({ source }) => source === relied.key).filter(
        ({ claim }) => !cited.some(({ start }) => holds(claim.sentence, start)),
      );
      return inOrder([...cited, ...others.map(({ claim }) => claim.span)]);
    }
    case 'table':
    case 'passage':
      return claimsOn(checked, (evidence) => isOn(evidence, relied)).map(({ claim }) => claim.span);
    default:
      return relied satisfies never;
  }
}

function claimsOn(checked: CheckedDraft, isMeant: (evidence: Evidence) => boolean): JudgedClaim[] {
  return checked.claims.filter((judged) => evidenceOf(judged).some(isMeant));
}

/** What a verdict rests on; of an unsupported claim only near values are known. */
function evidenceOf({ verdict }: JudgedClaim): readonly Evidence[] {
  return verdict.kind === 'unsupported' ? [] : verdict.evidence;
}

function placeOf(evidence: Evidence): Relied {
  const { document, span } = evidence;
  return evidence.kind === 'cell'
    ? { kind: 'table', document, tableIndex: evidence.tableIndex }
    : { kind: 'passage', document, span };
}

function isOn(evidence: Evidence, relied: Extract<Relied, { kind: 'table' | 'passage' }>): boolean {
  if (evidence.document !== relied.document) return false;
  return relied.kind === 'table'
    ? evidence.kind === 'cell' && evidence.tableIndex === relied.tableIndex
    : touches(evidence.span, relied.span);
}

function inOrder(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => a.start - b.start);
}
