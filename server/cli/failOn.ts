import type { RuleCode } from '../../shared/findings/index.ts';
import { CallError } from './callError.ts';

/** How grave a finding is; findings of one rank do not stand for each other. */
const ranks = {
  supported: 0,
  uncited: 1,
  unsupported: 2,
  misattributed: 2,
  contradicted: 3,
  'citation-undefined': 2,
  'citation-unused': 0,
} as const;

type Code = keyof typeof ranks;

/** Reads `--fail-on`: a finding fails the call if it is named or graver than one that is named. */
export function readFailOn(text = 'contradicted,unsupported,misattributed'): (code: RuleCode) => boolean {
  if (text.trim() === 'never') return () => false;
  const named = text.split(',').map((word) => {
    const name = word.trim();
    if (!isCode(name))
      throw new CallError(`--fail-on "${name}" is not known; use ${Object.keys(ranks).join(', ')}, or "never" alone.`);
    return name;
  });
  const lowest = Math.min(...named.map((name) => ranks[name]));
  return (code) => isCode(code) && (named.includes(code) || (isVerdictRank(code) && ranks[code] > lowest));
}

function isCode(name: string): name is Code {
  return Object.hasOwn(ranks, name);
}

/** What is found of citations counts only where it is named: levels are those of verdicts. */
function isVerdictRank(code: Code): boolean {
  return code !== 'citation-undefined' && code !== 'citation-unused';
}
