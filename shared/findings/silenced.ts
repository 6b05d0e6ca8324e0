import type { Draft, Span } from '../engine/index.ts';
import { touches } from '../engine/index.ts';
import type { RuleCode } from './rules.ts';

/** True where a comment of the writer silences such a finding there. */
export function isSilenced({ suppressions }: Draft, span: Span, code: RuleCode): boolean {
  return suppressions.some(
    (area) => touches(area.span, span) && (area.codes.length === 0 || area.codes.includes(code)),
  );
}
