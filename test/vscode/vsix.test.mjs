// What is in the package that users install: all that the product needs, and nothing else.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { packedVsix } from './support.mjs';

const vsix = await packedVsix();
const files = entries(vsix);
const below = (folder) => files.filter((file) => file.startsWith(`${folder}/`));
const listed = (folder) => fs.readdirSync(inRoot(folder)).map((file) => `${folder}/${file}`);

test('the programs, the manifest and the texts are in the package', () => {
  const programs = ['cli', 'client', 'reader', 'server', 'pdf/view', 'pdf/worker'].map((name) => `dist/${name}.js`);
  const expected = [...programs, 'dist/pdf/style.css', 'dist/pdf/LICENSE', 'package.json', 'LICENSE.txt'];
  assert.deepEqual(
    [...expected, 'readme.md', 'changelog.md', 'media/icon.png'].filter((file) => !files.includes(file)),
    [],
  );
});

test('the rule pages, the walkthrough and the sample are complete', () => {
  for (const folder of ['docs/rules', 'media/walkthrough', 'seeds']) {
    assert.deepEqual(below(folder).sort(), listed(folder).sort(), folder);
  }
});

test('every file that the manifest names is in the package', () => {
  const text = fs.readFileSync(inRoot('package.json'), 'utf8');
  const named = [...text.matchAll(/"(?:\.\/)?((?:dist|media)\/[^"]+)"/g)].map((match) => match[1]);
  assert.ok(named.length > 5);
  assert.deepEqual(
    named.filter((file) => !files.includes(file)),
    [],
  );
});

test('no source, no test, no map and no package is in the package', () => {
  assert.deepEqual(
    files.filter((file) => /\.(ts|mjs|map)$|^(client|server|shared|test|scripts|out|node_modules)\//.test(file)),
    [],
  );
});

test('what PDFs may take for granted is in the package, with its licences', () => {
  const expected = ['cmaps/LICENSE', 'cmaps/Adobe-GB1-UCS2.bcmap', 'cmaps/90ms-RKSJ-H.bcmap', 'wasm/openjpeg.wasm'];
  const missing = [...expected, 'standard_fonts/LICENSE_FOXIT'].filter((file) => !files.includes(`dist/pdf/${file}`));
  assert.deepEqual(missing, []);
});

// It has some 2,800 KB: 600 are the library that reads PDFs in the server, 800 the same library with its page, its worker
// and its decoders, which a web view runs apart from the server and loads when a PDF is opened, and 550 the character maps
// of Chinese, Japanese and Korean, which both load when a PDF names one.
test('the package is smaller than 2,900 KB, two thirds of them for PDFs', () => {
  const kilobytes = Math.round(fs.statSync(vsix).size / 1024);
  assert.ok(kilobytes < 2900, `it has ${kilobytes} KB`);
});

/** The names in a zip file's central directory, without the folder that holds the extension. */
function entries(file) {
  const bytes = fs.readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const names = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names.filter((one) => one.startsWith('extension/')).map((one) => one.slice('extension/'.length));
}
