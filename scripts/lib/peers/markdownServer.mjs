import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { connect } from '../languageClient.mjs';
import { releaseAtExit } from '../processes.mjs';

/** The language server of VS Code's own Markdown support; files and the parsed text are what its client provides. */
export async function start({ load, installed, workspace, uri, text: draft, position }) {
  const { default: MarkdownIt } = await load('markdown-it/index.mjs');
  const markdown = new MarkdownIt({ html: true });
  let text = draft;
  let version = 1;
  const answers = {
    'markdown/parse': (asked) => markdown.parse(asked.text ?? (asked.uri === uri ? text : read(asked.uri)), {}),
    'markdown/fs/readFile': (asked) => [...Buffer.from(read(asked.uri))],
    'markdown/fs/readDirectory': (asked) => list(asked.uri),
    'markdown/fs/stat': (asked) => stat(asked.uri),
    'markdown/findMarkdownFilesInWorkspace': () => markdownFiles(workspace),
  };
  const main = installed('vscode-markdown-languageserver/dist/node/workerMain.js');
  const server = spawn(process.execPath, [main, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  releaseAtExit(() => server.kill());
  server.once('exit', (code) => {
    throw new Error(`The server ended with ${code}.`);
  });
  const client = connect(server, (method, params) => answers[method]?.(params));
  const rootUri = pathToFileURL(workspace).href;
  await client.request('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    initializationOptions: { markdownFileExtensions: ['md'] },
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: true } } },
  });
  client.notify('initialized', {});
  client.notify('workspace/didChangeConfiguration', { settings });
  const diagnose = () => client.request('textDocument/diagnostic', { textDocument: { uri } });
  return {
    process: server,
    ask: () => {
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
      return diagnose();
    },
    edit: (edit) => {
      text = edit.text;
      version += 1;
      const place = { line: position.line + 2, character: edit.character };
      client.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: place, end: place }, text: edit.typed }],
      });
      return diagnose();
    },
  };
}

// As VS Code has them where validation is on.
const settings = {
  markdown: {
    server: { log: 'off' },
    preferredMdPathExtensionStyle: 'auto',
    occurrencesHighlight: { enabled: true },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'onDoubleHash' } },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
  },
};

function read(uri) {
  return fs.readFileSync(fileURLToPath(uri), 'utf8');
}

function list(uri) {
  return fs
    .readdirSync(fileURLToPath(uri), { withFileTypes: true })
    .map((one) => [one.name, { isDirectory: one.isDirectory() }]);
}

function stat(uri) {
  const found = fs.statSync(fileURLToPath(uri), { throwIfNoEntry: false });
  return found && { isDirectory: found.isDirectory() };
}

function markdownFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.md'))
    .map((file) => pathToFileURL(path.join(folder, file)).href);
}
