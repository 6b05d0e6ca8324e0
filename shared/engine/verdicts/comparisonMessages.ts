import type { Phrase } from '../claims/findComparisons.ts';
import { placeOf } from './messages.ts';
import type { Evidence, Evidences } from './verdict.ts';

const MOST = 4;

/** One sentence that names the cells that bear a comparison out, or speak against it. */
export function comparisonMessage(phrase: Phrase, kind: 'supported' | 'contradicted', evidence: Evidences): string {
  const cells = evidence.slice(0, MOST).map((one) => `${one.text} for ${placeOf(one)}`);
  const said = phrase.negated ? `Without the negation “${phrase.text}”` : `“${phrase.text}”`;
  if (kind === 'supported') return `“${phrase.text}” is borne out by ${sourceOf(evidence)}: ${list(cells)}.`;
  return `${phrase.negated ? `${said} would hold` : `${said} does not hold`} in ${sourceOf(evidence)}: it says ${list(cells)}.`;
}

const sourceOf = ([first]: readonly [Evidence, ...Evidence[]]): string => `@${first.source}`;

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
