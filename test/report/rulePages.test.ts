import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rules } from '../../shared/findings/index.ts';

const folder = join(process.env.GROUNDED_ROOT ?? process.cwd(), 'docs', 'rules');
const levels = { error: 'error', warning: 'warning', note: 'information', none: 'none' };

test('Each rule has a page with its title, its severity and the four parts', () => {
  for (const { code, title, level } of rules) {
    const path = join(folder, `${code}.md`);
    assert.ok(existsSync(path), `docs/rules/${code}.md is missing`);
    const page = readFileSync(path, 'utf8');
    assert.ok(
      page.startsWith(`# ${title} (\`${code}\`)\n\nSeverity: ${levels[level]}.\n`),
      `${code}: ${page.slice(0, 100)}`,
    );
    for (const part of ['## Example', '## How to mend it', '## How to silence it'])
      assert.ok(page.includes(`\n${part}\n`), `${code} has no part "${part}"`);
  }
});

test('Each page is that of a rule, and the overview lists it', () => {
  const overview = readFileSync(join(folder, 'README.md'), 'utf8');
  const codes = new Set<string>(rules.map(({ code }) => code));
  for (const file of readdirSync(folder).filter((name) => name !== 'README.md')) {
    assert.ok(codes.has(file.replace(/\.md$/, '')), `docs/rules/${file} is the page of no rule`);
    assert.ok(overview.includes(`(${file})`), `docs/rules/README.md does not list ${file}`);
  }
});
