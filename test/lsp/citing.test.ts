import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CitationChoicesResult,
  type CitationEditResult,
  citationChoices,
  citationEdit,
  type SourcePlaceResult,
  sourcePlace,
} from '../../shared/protocol/citations.ts';
import { withDraft } from './papers.ts';
import { startSession } from './session.ts';

test('citing: choices for the caret, the edit that cites some of them, and where one stands', async (t) => {
  const session = await startSession(t, withDraft('Lemur has a word error rate of 12.4‸.\n'));
  await session.open('draft.md');
  const at = { uri: session.uri('draft.md'), position: session.cursor('draft.md') };
  const found = (await session.client.sendRequest(citationChoices.method, at)) as CitationChoicesResult;
  assert.deepEqual(
    found?.choices.map(({ key, states }) => [key, states]),
    [
      ['lee2021sound', 'Table 1'],
      ['smith2020nets', null],
    ],
  );
  const keys = found?.choices.map(({ key }) => key);
  const edit = (await session.client.sendRequest(citationEdit.method, { ...at, keys })) as CitationEditResult;
  const { position } = at;
  assert.deepEqual(edit, {
    range: { start: position, end: position },
    newText: ' [@lee2021sound; @smith2020nets]',
  });
  const params = { uri: at.uri, key: 'lee2021sound' };
  const place = (await session.client.sendRequest(sourcePlace.method, params)) as SourcePlaceResult;
  assert.equal(place?.uri, session.uri('papers/sound.md'));
});

test('citing: nothing for a document that is not open', async (t) => {
  const session = await startSession(t, withDraft('‸'));
  const at = { uri: session.uri('other.md'), position: { line: 0, character: 0 } };
  assert.equal(await session.client.sendRequest(citationChoices.method, at), null);
});
