import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const published = 'https://github.com/grounded-vscode/grounded/blob/main/docs/rules';

/** Where the page of each rule is, `<code>.md`: beside the program, where it came with its pages, else published. */
const base = ((): string => {
  const beside = join(__dirname, '..', 'docs', 'rules');
  return existsSync(beside) ? pathToFileURL(beside).href : published;
})();

/** The address of the page that explains a rule. */
export function rulePage(code: string): string {
  return `${base}/${code}.md`;
}
