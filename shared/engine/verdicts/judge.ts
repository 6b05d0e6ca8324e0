import type { Statement } from '../claims/findClaims.ts';
import type { SourceDocument } from '../documents/document.ts';
import { proseFacts } from '../facts/proseFacts.ts';
import type { Source } from '../library.ts';
import type { TableRow } from '../tables/table.ts';
import { boundTables, statedBy, utteranceOf } from './boundTables.ts';
import { agreement } from './compare.ts';
import type { Finding, Judged } from './finding.ts';
import { type Inquiry, inquire } from './inquiry.ts';
import { judgeChange } from './judgeChange.ts';
import { judgeValue } from './judgeValue.ts';
import { isPartOfName } from './mentions.ts';
import { proseSupport } from './proseSupport.ts';
import { SAME } from './thresholds.ts';
import type { Figure } from './utterance.ts';

/** Judges the numbers of a statement against some sources: those it cites. */
export function judgeAgainst(statement: Statement, sources: readonly Source[]): Judged[] {
  const utterance = utteranceOf(statement);
  const tables = sources.flatMap((source) => boundTables(statement, utterance, source));
  const stated = utterance.figures.map((figure, f) => statedBy(tables, f, figure));
  const judged = utterance.figures.map((_, f): Judged => {
    const inquiry = inquire({ utterance, sources, tables, stated }, f);
    return { finding: judge(inquiry), trace: inquiry.trace };
  });
  return judged.map((one, f) => withVouching(one, utterance.figures[f] as Figure, judged));
}

function judge(inquiry: Inquiry): Finding {
  const { utterance, figure, sources, tables } = inquiry;
  if (tables.some(({ binding }) => isPartOfName(binding.mentions, figure)))
    return { kind: 'silent', why: 'The number is part of a name of the source.' };
  const prose = proseSupport(utterance, figure, sources);
  const finding = figure.shape === 'value' ? judgeValue(inquiry, prose) : judgeChange(inquiry, prose);
  return ACCUSING.has(finding.kind) && namesUnsureRows(inquiry)
    ? { kind: 'silent', why: 'It may be told from rows that ran together in the source.' }
    : finding;
}

const ACCUSING: ReadonlySet<Finding['kind']> = new Set(['conflict', 'derived-conflict', 'absent']);

/** True where the words speak for a row whose numbers may be others' as well as for any row. */
function namesUnsureRows({ tables, f }: Inquiry): boolean {
  const best = (isIn: (row: TableRow | undefined) => boolean): number =>
    Math.max(
      ...tables.map(({ binding: { table, rows, columns } }) => {
        const scores = (rows[f] ?? []).filter((_, row) => isIn(table.rows[row]));
        return scores.length === 0 ? 0 : Math.max(...scores) + Math.max(0, ...(columns[f] ?? []));
      }),
      0,
    );
  const unsure = best((row) => row?.unsure === true);
  return unsure > 0 && unsure >= best((row) => row?.unsure !== true) - SAME;
}

/** A sentence of the source that states one number of a statement vouches for the others it holds: "5.3 out of 10". */
function withVouching(judged: Judged, figure: Figure, all: readonly Judged[]): Judged {
  if (judged.finding.kind !== 'absent' && judged.finding.kind !== 'silent') return judged;
  for (const { finding } of all) {
    if (finding.kind !== 'prose') continue;
    const fact = proseFacts(finding.source.document as SourceDocument).facts.find(
      (one) =>
        one.passage === finding.match.fact.passage &&
        agreement(figure.quantity, one.quantity, figure.hedge) === 'exact',
    );
    if (fact) return { ...judged, finding: { ...finding, match: { ...finding.match, fact } } };
  }
  return judged;
}
