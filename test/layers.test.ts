import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rootFolder } from './support/golden.ts';

interface Import {
  /** From the repository's folder, with `/`. */
  readonly from: string;
  /** A file of the repository in the same form, or the name of a package. */
  readonly to: string;
  /** What is erased before the program runs binds no layer at run time. */
  readonly kind: 'value' | 'type' | 'lazy';
}

const STATEMENT =
  /^(?:import|export)\s+(type\s+)?(\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?)\s+from\s+'([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'/gm;

const FOLDERS = ['shared', 'server', 'client'];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(rootFolder(), folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.ts')),
);
const textOf = (file: string): string => readFileSync(path.join(rootFolder(), file), 'utf8');
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  return [...textOf(file).matchAll(STATEMENT)].map(([, type, names = '', named, bare, lazy]) => {
    const target = named ?? bare ?? lazy ?? '';
    const to = target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target;
    const single = names
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const isErased = type !== undefined || (single.length > 0 && single.every((name) => name.startsWith('type ')));
    return { from: file, to, kind: lazy !== undefined ? 'lazy' : isErased ? 'type' : 'value' };
  });
}

const arrow = ({ from, to }: Import): string => `${from} → ${to}`;

/** The outermost layer that a file belongs to. */
const LAYERS = [
  'shared/engine',
  'shared/findings',
  'shared/editor',
  'shared/report',
  'shared/protocol',
  'server/host',
  'server/lsp',
  'server/cli',
  'client/viewer',
  'client',
] as const;
type Layer = (typeof LAYERS)[number];

const layerOf = (file: string): Layer | undefined => LAYERS.find((layer) => file.startsWith(`${layer}/`));

/** Which layers and packages each layer may import; its own files always. `node:` stands for all of Node. */
const MAY: Readonly<Record<Layer, readonly string[]>> = {
  'shared/engine': [
    'mdast',
    'mdast-util-from-markdown',
    'mdast-util-gfm-table',
    'micromark-extension-gfm-table',
    'yaml',
    'domhandler',
    'htmlparser2',
    'minisearch',
    'fastest-levenshtein',
  ],
  'shared/findings': ['shared/engine'],
  'shared/editor': ['shared/engine', 'shared/findings'],
  'shared/report': ['shared/engine', 'shared/findings'],
  'shared/protocol': ['zod'],
  'server/host': ['shared/engine', 'shared/findings', 'node:', 'tinyglobby', 'fflate', 'unpdf'],
  'server/lsp': [
    'shared/engine',
    'shared/findings',
    'shared/editor',
    'shared/report',
    'shared/protocol',
    'server/host',
    'node:',
    'vscode-languageserver/node',
    'vscode-languageserver-textdocument',
    'vscode-uri',
  ],
  'server/cli': ['shared/engine', 'shared/findings', 'shared/report', 'server/host', 'node:', 'tinyglobby'],
  'client/viewer': ['shared/protocol', 'pdfjs-dist/legacy/build/pdf.mjs', 'pdfjs-dist/legacy/web/pdf_viewer.mjs'],
  client: ['shared/protocol', 'node:', 'vscode', 'vscode-languageclient/node'],
};

function isAllowed({ from, to, kind }: Import): boolean {
  const layer = layerOf(from);
  if (layer === undefined) return false;
  const target = layerOf(to) ?? to;
  // The command line starts the language server only when it is asked to, so that nothing else pays for it.
  if (layer === 'server/cli' && target === 'server/lsp') return kind === 'lazy';
  return target === layer || MAY[layer].some((one) => target === one || (one.endsWith(':') && target.startsWith(one)));
}

test('every file belongs to a layer, and many imports were found', () => {
  assert.deepEqual(
    files.filter((file) => layerOf(file) === undefined),
    [],
  );
  assert.ok(imports.length > 300, `${imports.length}`);
  for (const layer of LAYERS)
    assert.ok(
      imports.some(({ from }) => layerOf(from) === layer),
      layer,
    );
});

test('layers import only what they may', () => {
  assert.deepEqual(imports.filter((one) => !isAllowed(one)).map(arrow), []);
});

test('only the reading thread loads what unpacks files', () => {
  const loading = imports.filter(({ to }) => to === 'server/host/reading/readPackedSource.ts').map(({ from }) => from);
  assert.deepEqual(loading, ['server/host/reading/main.ts']);
});

test('the engine is entered through its door', () => {
  const past = imports.filter(
    ({ from, to }) =>
      layerOf(to) === 'shared/engine' && layerOf(from) !== 'shared/engine' && to !== 'shared/engine/index.ts',
  );
  assert.deepEqual(past.map(arrow), []);
});

/** The engine's folders and files, each of which takes values only from those before it. */
const ORDER = [
  'text',
  'problem.ts',
  'tables',
  'documents',
  'bibliography',
  'claims',
  'facts',
  'search',
  'verdicts',
  'libraryKeys.ts',
  'libraryNames.ts',
  'libraryForms.ts',
  'libraryDrafts.ts',
  'librarySources.ts',
  'libraryTies.ts',
  'library.ts',
  'draftLibrary.ts',
  'mentions.ts',
  'index.ts',
];

function backward(): string[] {
  const placeOf = (file: string): number => ORDER.indexOf(file.split('/')[2] ?? '');
  return imports
    .filter(
      ({ from, to, kind }) => kind === 'value' && layerOf(from) === 'shared/engine' && layerOf(to) === 'shared/engine',
    )
    .filter(({ from, to }) => placeOf(from) < 0 || placeOf(to) > placeOf(from))
    .map(arrow);
}

test('inside the engine values go one way', () => {
  assert.deepEqual(backward(), []);
});

test('nothing imports tests', () => {
  assert.deepEqual(imports.filter(({ to }) => to.startsWith('test/') || to.startsWith('node:test')).map(arrow), []);
});

/** What would make the engine's answers depend on when and where it runs. */
const WORLD =
  /\b(?:Date\.now|new Date\b|Math\.random|performance\.now|setTimeout|setInterval|setImmediate|fetch\(|process\.|console\.|globalThis|require\()/;

test('the engine has no clock, no chance, no console and no process', () => {
  const pure = files.filter((file) => /^shared\/(?!protocol\/)/.test(file));
  assert.deepEqual(
    pure.filter((file) => WORLD.test(textOf(file).replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, ''))),
    [],
  );
});

test('nothing but the protocol’s own layers knows the protocol', () => {
  const knowing = imports
    .filter(({ to }) => /^(?:vscode-language|vscode-jsonrpc|zod)/.test(to))
    .map(({ from }) => layerOf(from));
  assert.deepEqual([...new Set(knowing)].sort(), ['client', 'server/lsp', 'shared/protocol']);
});
