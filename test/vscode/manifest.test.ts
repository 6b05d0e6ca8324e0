// The manifest and the code say the same: settings, commands, severities.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { rules } from '../../shared/findings/index.ts';
import { ruleCodes, settingsSchema } from '../../shared/protocol/settings.ts';

const root = process.env.GROUNDED_ROOT ?? '.';
const manifest = readJson('package.json');
const sections: { title: string; properties: Record<string, Setting> }[] = manifest.contributes.configuration;
const settings = Object.assign({}, ...sections.map((section) => section.properties)) as Record<string, Setting>;

interface Setting {
  readonly default?: unknown;
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Record<string, Setting>;
}

test('the manifest has the settings that the server reads, and no others', () => {
  const read = Object.keys(settingsSchema.shape).map((key) => (key === 'trace' ? 'trace.server' : key));
  assert.deepEqual(Object.keys(settings).sort(), read.map((key) => `grounded.${key}`).sort());
});

test('every setting is described, has a scope, and explains its choices', () => {
  for (const [name, setting] of Object.entries(settings)) {
    assert.ok(setting.markdownDescription, `${name} is described`);
    assert.ok(setting.scope, `${name} has a scope`);
    assert.equal(setting.enumDescriptions?.length, setting.enum?.length, `${name} explains its choices`);
  }
});

test('the defaults of the manifest are those of the server', () => {
  const defaults = settingsSchema.parse({}) as Record<string, unknown>;
  for (const [name, setting] of Object.entries(settings)) {
    const key = name.slice('grounded.'.length);
    // The manifest shows the severities that the server has for verdicts anyway.
    if (key === 'severity') continue;
    const expected = key === 'trace.server' ? 'off' : defaults[key];
    assert.deepEqual(setting.default, expected, name);
  }
});

test('the server takes the defaults of the manifest', () => {
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    if (name !== 'grounded.trace.server') values[name.slice('grounded.'.length)] = setting.default;
  }
  assert.ok(settingsSchema.safeParse(values).success);
});

test('every rule that can be shown has a severity that can be set', () => {
  const codes = rules.map(({ code }) => code).filter((code) => code !== 'supported');
  assert.deepEqual([...ruleCodes].sort(), codes.toSorted());
  assert.deepEqual(Object.keys(settings['grounded.severity']?.properties ?? {}).sort(), codes.toSorted());
});

test('every command has a category and a title, and every menu and link names a command', () => {
  const commands: { command: string; title: string; category: string }[] = manifest.contributes.commands;
  for (const { command, title, category } of commands) {
    assert.equal(category, 'Grounded', command);
    assert.match(title, /^[A-Z]/, command);
  }
  const known = new Set(commands.map(({ command }) => command));
  const texts = JSON.stringify([manifest.contributes.menus, manifest.contributes.walkthroughs]);
  const named = [...texts.matchAll(/(?:"command":"|command:|onCommand:)(grounded\.\w+)/g)].map((match) => match[1]);
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((command) => !known.has(command ?? '')),
    [],
  );
});

test('settings that name folders are not taken from a workspace that is not trusted', () => {
  assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, ['grounded.library']);
  assert.equal(settings['grounded.library']?.scope, 'machine-overridable');
});

// biome-ignore lint/suspicious/noExplicitAny: the tests are about the shape of these files.
function readJson(file: string): any {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

test('the lock file names no address, and every platform variant of a package', () => {
  const lock = readJson('package-lock.json');
  const packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }> = lock.packages;
  const names = new Set(Object.keys(packages).map((at) => at.split('node_modules/').at(-1)));
  // Without an entry for each, `npm ci` refuses: npm leaves out those that it cannot look up.
  const missing = Object.entries(packages).flatMap(([at, { resolved, optionalDependencies }]) => [
    ...(resolved === undefined ? [] : [`address of ${at}`]),
    ...Object.keys(optionalDependencies ?? {}).filter((name) => !names.has(name)),
  ]);
  assert.deepEqual(missing, []);
});
