import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDraft } from './papers.ts';
import { eventually, startSession } from './session.ts';

test('initialize: the server says what it can do', async (t) => {
  const { initialized } = await startSession(t, withDraft('Text.'));
  const { capabilities } = initialized;
  assert.equal(capabilities.hoverProvider, true);
  assert.equal(capabilities.definitionProvider, true);
  assert.deepEqual(capabilities.completionProvider, {
    triggerCharacters: ['@', ';', '[', '{', ',', ' '],
    resolveProvider: true,
  });
  assert.deepEqual(capabilities.codeActionProvider, {
    codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.grounded'],
  });
  assert.equal(capabilities.diagnosticProvider, undefined, 'a client that cannot ask is sent its diagnostics');
});

test('initialize: a client that can asks for diagnostics, watches files and tells changed settings', async (t) => {
  const { initialized, registered } = await startSession(t, withDraft('Text.'), {
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: {
        didChangeWatchedFiles: { dynamicRegistration: true },
        didChangeConfiguration: { dynamicRegistration: true },
        workspaceFolders: true,
      },
    },
  });
  assert.equal(initialized.capabilities.diagnosticProvider?.identifier, 'grounded');
  await eventually(() => registered.length >= 2);
  assert.deepEqual(registered.toSorted().slice(0, 2), [
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
  ]);
});
