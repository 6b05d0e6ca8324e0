import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RuleCode } from '../../shared/findings/index.ts';

/** The pages that came with the program, in its package or further up in a checkout; null where they are not there. */
const base = ((): string | null => {
  const found = ['..', '../..', '../../..'].map((up) => join(__dirname, up, 'docs', 'rules')).find(existsSync);
  return found === undefined ? null : pathToFileURL(found).href;
})();

/** The address of the page that explains a rule, for the editor and for reports alike; null where the pages are not there. */
export function rulePage(code: RuleCode): string | null {
  return base === null ? null : `${base}/${code}.md`;
}
