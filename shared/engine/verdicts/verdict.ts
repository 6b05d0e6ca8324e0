import type { CiteKey } from '../bibliography/entry.ts';
import type { Claim } from '../claims/claim.ts';
import type { Span } from '../text/span.ts';
import type { Signs } from './confidence.ts';

interface EvidenceBase {
  readonly source: CiteKey;
  /** The library's name of the document. */
  readonly document: DocumentId;
  /** Where it stands in the source file. */
  readonly span: Span;
  /** The page it is printed on, from 1; null where the source has no pages. */
  readonly page: number | null;
  /** `43.80 − 41.96 = 1.84`, where this evidence is an operand of it. */
  readonly derivation: string | null;
}

/** The name of a document in its library: its path as the host gave it. */
export type DocumentId = string & { readonly brand: 'DocumentId' };

export function documentId(path: string): DocumentId {
  return path as DocumentId;
}

export interface CellEvidence extends EvidenceBase {
  readonly kind: 'cell';
  /** Index of the table in its document. */
  readonly tableIndex: number;
  readonly rowIndex: number;
  /** Index of the value's column in its table. */
  readonly columnIndex: number;
  readonly table: string;
  readonly row: readonly string[];
  readonly column: readonly string[];
  /** What the source says that the last label of the column stands for: `CIDEr` of `C.`. */
  readonly columnMeaning: string | null;
  readonly text: string;
}

export interface PassageEvidence extends EvidenceBase {
  readonly kind: 'passage';
  readonly quote: string;
  /** True where the source itself says that it did not verify this. */
  readonly unverified: boolean;
  readonly text: string;
}

export type Evidence = CellEvidence | PassageEvidence;
export type Evidences = readonly [Evidence, ...Evidence[]];

/** What the library says of a claim; each kind carries exactly what it needs. */
export type Verdict =
  | { readonly kind: 'supported'; readonly evidence: Evidences }
  | { readonly kind: 'uncited'; readonly evidence: Evidences }
  | { readonly kind: 'misattributed'; readonly evidence: Evidences }
  | {
      readonly kind: 'contradicted';
      /** The cell or sentence that says otherwise. */
      readonly evidence: Evidences;
      /** The source's value in the draft's style, where one value is meant. */
      readonly suggestion: string | null;
      /** Where the draft's value stands instead, if the library has it. */
      readonly elsewhere: readonly Evidence[];
    }
  | {
      readonly kind: 'unsupported';
      /** What came nearest, for the writer to look at. */
      readonly evidence: readonly Evidence[];
      readonly suggestion: string | null;
    };

export type VerdictKind = Verdict['kind'];

export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** The probability, 0 to 1, that the verdict is right. */
  readonly confidence: number;
  /** What the confidence was computed from. */
  readonly measured: Signs;
  /** One sentence a writer understands. */
  readonly message: string;
  /** How the number was bound and judged, step by step. */
  readonly trace: readonly string[];
}
