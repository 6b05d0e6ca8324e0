// Runs the suite of test/vscode/suite inside the extension host of a real VS Code, on the packed extension.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { bundling } from '../../scripts/lib/bundling.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { cannotRun, fixtureWorkspace, packedVsix } from './support.mjs';

test('the suite in the extension host', { skip: cannotRun() }, async (t) => {
  const workspace = fixtureWorkspace(t);
  const report = path.join(workspace, '..', 'report.jsonl');
  await bundleSuite();
  const ended = await runSuite(workspace, report);
  const lines = fs.existsSync(report) ? fs.readFileSync(report, 'utf8').trim().split('\n') : [];
  const results = lines.map((line) => JSON.parse(line));
  for (const { name, error, milliseconds } of results.filter((line) => line.name !== undefined)) {
    await t.test(`${name} (${milliseconds} ms in the editor)`, () => {
      if (error !== null) throw Object.assign(new Error(), { stack: error });
    });
  }
  await t.test('runs to its end', () => {
    assert.ok(results.at(-1)?.finished, `the suite did not finish: ${ended}`);
  });
});

async function bundleSuite() {
  const { build } = await import('esbuild');
  const entryPoints = { suite: inRoot('test', 'vscode', 'suite', 'index.ts') };
  await build({
    ...bundling,
    sourcemap: 'inline',
    entryPoints,
    outdir: inRoot('out', 'test', 'vscode'),
    external: ['vscode'],
  });
}

async function runSuite(workspace, report) {
  const { runTests } = await import('@vscode/test-electron');
  try {
    await runTests({
      vscodeExecutablePath: inRoot('scripts', 'vscode-in-browser.mjs'),
      extensionDevelopmentPath: inRoot('test', 'vscode', 'host'),
      extensionTestsPath: inRoot('out', 'test', 'vscode', 'suite'),
      launchArgs: [workspace],
      extensionTestsEnv: {
        GROUNDED_VSIX: await packedVsix(),
        GROUNDED_SUITE_REPORT: report,
        GROUNDED_LOGS: inRoot('out', 'suite-logs'),
      },
    });
    return 'exit status 0';
  } catch (error) {
    return error.message;
  }
}
