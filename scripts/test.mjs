// Bundles the tests and runs them with node's own test runner.
//
//   node scripts/test.mjs                 every group but vscode (that one needs an editor: `npm test`)
//   node scripts/test.mjs engine lsp      these groups (the folders of test/)
//   node scripts/test.mjs engine/tables   the test files whose path below test/ begins so
//
// TypeScript (*.test.ts) is bundled first; what drives an editor is plain JavaScript (*.test.mjs) and runs as it is.
// UPDATE=1 rewrites golden files. The tests find the repository through GROUNDED_ROOT.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { bundling } from './lib/bundling.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';

const outdir = inRoot('out', 'test');
const prefixes = process.argv.slice(2).map((argument) => argument.replace(/^test\//, ''));
const chosen = testFiles().filter((file) =>
  prefixes.length === 0 ? !file.startsWith('vscode/') : prefixes.some((prefix) => file.startsWith(prefix)),
);
if (chosen.length === 0) {
  console.error(`No test file below test/ begins with ${prefixes.join(' or ')}.`);
  process.exit(2);
}

// Tests that only compute run in one process a group: starting a process takes longer than most of them.
const LEAST_SHARE = 8;
const PURE = ['engine', 'editor', 'report', 'golden'];

buildPrograms();
const joined = await joinPure();
const apart = chosen.filter((file) => !joined.files.has(file));
await bundle(apart.filter((file) => file.endsWith('.ts')));
const options = ['--enable-source-maps', '--test', '--test-reporter=spec', ...concurrency()];
const runner = spawn(process.execPath, [...options, ...joined.bundles, ...apart.map(runnable)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, GROUNDED_ROOT: ROOT },
});
runner.once('exit', (code) => process.exit(code ?? 1));

function testFiles() {
  const all = fs.readdirSync(inRoot('test'), { recursive: true }).map((file) => file.split(path.sep).join('/'));
  return all.filter((file) => /\.test\.(ts|mjs)$/.test(file)).sort();
}

/** A process per core for tests that only compute; two where each wants a whole editor and mostly waits for it. */
function concurrency() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major === 20 && minor < 10) return []; // does not know the option
  const processes = chosen.some((file) => file.startsWith('vscode/')) ? 2 : availableParallelism();
  return [`--test-concurrency=${processes}`];
}

/** Some tests start the command line or the server as a process: they must meet the present source, not an old build. */
function buildPrograms() {
  if (!chosen.some((file) => /^(cli|lsp|bench)\//.test(file))) return;
  const { status } = spawnSync(process.execPath, ['esbuild.mjs', 'cli', 'server'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) console.error('The build failed: tests that start a program meet an older build, or none.');
}

/** One bundle for each pure group; a group that cannot be bundled as a whole is left to be bundled file by file. */
async function joinPure() {
  const files = new Set();
  const bundles = [];
  const { build } = await import('esbuild');
  const shares = PURE.flatMap((group) => {
    const members = chosen.filter((file) => file.startsWith(`${group}/`) && file.endsWith('.ts'));
    const count = Math.min(availableParallelism(), Math.ceil(members.length / LEAST_SHARE));
    return Array.from({ length: count }, (_, i) => ({
      name: path.join(group, `all-${i + 1}`),
      members: members.filter((_, m) => m % count === i),
    }));
  });
  await Promise.all(
    shares.map(async ({ name, members }) => {
      if (members.length < 2) return;
      const outfile = path.join(outdir, `${name}.js`);
      const contents = members.map((file) => `import ${JSON.stringify(`./${file}`)};`).join('\n');
      const stdin = { contents, resolveDir: inRoot('test'), sourcefile: `${name}.ts`, loader: 'ts' };
      try {
        await build({ ...bundling, logLevel: 'silent', sourcemap: 'linked', stdin, outfile, external: ['vscode'] });
      } catch {
        return;
      }
      for (const file of members) files.add(file);
      bundles.push(outfile);
    }),
  );
  // The longest first, so that none is left running alone at the end.
  const members = new Map(shares.map((share) => [path.join(outdir, `${share.name}.js`), share.members.length]));
  bundles.sort((a, b) => (members.get(b) ?? 0) - (members.get(a) ?? 0) || a.localeCompare(b));
  return { files, bundles };
}

/** One bundle per test file. A file that cannot be bundled fails as a test of its own, and the others still run. */
async function bundle(files) {
  if (files.length === 0) return;
  const { build } = await import('esbuild');
  const options = { ...bundling, sourcemap: 'linked', outdir, outbase: inRoot('test'), external: ['vscode'] };
  const entry = (file) => inRoot('test', file);
  try {
    await build({ ...options, logLevel: 'silent', entryPoints: files.map(entry) });
  } catch {
    await Promise.all(files.map((file) => build({ ...options, entryPoints: [entry(file)] }).catch(() => fails(file))));
  }
}

function runnable(file) {
  return file.endsWith('.ts') ? path.join(outdir, file.replace(/\.ts$/, '.js')) : inRoot('test', file);
}

function fails(file) {
  fs.mkdirSync(path.dirname(runnable(file)), { recursive: true });
  fs.writeFileSync(
    runnable(file),
    `throw new Error(${JSON.stringify(`test/${file} cannot be bundled: see above.`)});\n`,
  );
}
