import {
  type CheckedDraft,
  citeKey,
  createLibrary,
  documentId,
  type Evidence,
  type JudgedClaim,
  readDraft,
  readSource,
  type Verdict,
} from '../../shared/engine/index.ts';
import { buildReport, type Report } from '../../shared/report/index.ts';

const paper = documentId('/papers/smith2020.md');

const text = `# Draft

Alpha reaches **71.9** on A | B [@smith2020].
Its 12 % <b>gain</b> is new. Beta has 3.5 and 4.5.

<!-- grounded-ignore-next-line unsupported -->
Gamma has 99.
See [@smyth2020].
`;

const verdicts: readonly [number: string, (evidence: Evidence) => Verdict][] = [
  ['71.9', (evidence) => ({ kind: 'contradicted', evidence: [evidence], suggestion: '79.1', elsewhere: [] })],
  ['12 %', (evidence) => ({ kind: 'supported', evidence: [{ ...evidence, derivation: '79.1 − 67.1 = 12' }] })],
  ['3.5', (evidence) => ({ kind: 'uncited', evidence: [evidence] })],
  ['4.5', (evidence) => ({ kind: 'misattributed', evidence: [evidence] })],
  ['99', () => ({ kind: 'unsupported', evidence: [], suggestion: null })],
];

/** A report on a draft with one finding of each kind, made without the judge. */
export function sampleReport(): Report {
  const draft = readDraft(text);
  const library = createLibrary([{ id: paper, document: readSource(paper, '# Smith\n\nAlpha has 79.1.\n') }], []);
  const evidence: Evidence = {
    kind: 'passage',
    unverified: false,
    source: citeKey('smith2020'),
    document: paper,
    span: { start: 9, end: 24 },
    page: null,
    derivation: null,
    quote: 'Alpha has <79.1>.',
    text: '79.1',
  };
  const checked: CheckedDraft = {
    claims: verdicts.map(([number, verdict]) => judged(number, verdict(evidence))),
    citations: draft.citations.map((citation) => ({
      citation,
      problem: citation.key === 'smyth2020' ? { kind: 'undefined', near: [citeKey('smith2020')] } : null,
    })),
  };
  return buildReport({
    library,
    documents: [{ path: 'draft.md', draft, checked }],
    placeIn: (_, { start }) => ({ file: 'papers/smith2020.md', position: { line: 2, character: start - 9 } }),
  });
}

function judged(number: string, verdict: Verdict): JudgedClaim {
  const start = text.indexOf(number);
  const sentenceStart = text.lastIndexOf('\n', start) + 1;
  return {
    claim: {
      kind: 'comparison',
      span: { start, end: start + number.length },
      text: number,
      sentence: { start: sentenceStart, end: text.indexOf('\n', start) },
      citations: [],
      cited: 'none',
    },
    verdict,
    confidence: 0.875,
    measured: { ground: 'cell', signs: {} },
    message: `About ${number}: look <here>.`,
    trace: [],
  };
}
