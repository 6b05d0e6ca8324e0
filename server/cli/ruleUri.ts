import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RuleCode } from '../../shared/report/index.ts';

/** The page that explains a rule, which comes with the package. */
export function ruleUri(code: RuleCode): string {
  return pathToFileURL(join(__dirname, '..', 'docs', 'rules', `${code}.md`)).href;
}
