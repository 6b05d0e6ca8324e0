// `npm run test:vscode`: the tests that need an editor, and nothing else.
import { provideChromium } from './lib/chromium.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { provideDependencies, requireNode } from './lib/setup.mjs';

requireNode();
provideDependencies();
const { missing } = provideChromium();
if (missing !== undefined) console.error(missing);
const passed = run(process.execPath, [inRoot('scripts', 'test.mjs'), 'vscode'], { cwd: ROOT });
process.exitCode = passed ? 0 : 1;
