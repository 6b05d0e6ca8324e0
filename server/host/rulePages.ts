import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RuleCode } from '../../shared/findings/index.ts';

const published = 'https://github.com/grounded-vscode/grounded/blob/main/docs/rules';

/** Where the pages are: beside the program, where it came with them, else published. */
const base = ((): string => {
  const beside = join(__dirname, '..', 'docs', 'rules');
  return existsSync(beside) ? pathToFileURL(beside).href : published;
})();

/** The address of the page that explains a rule, for the editor and for reports alike. */
export function rulePage(code: RuleCode): string {
  return `${base}/${code}.md`;
}
