// What a reader of a draft sees without asking: problems, hovers, definitions.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Cases, codeOf, EXTENSION, openDraft, positionOf, problem, problems, until } from './support.ts';

export const reading: Cases = {
  'a Markdown document activates the extension': async () => {
    await openDraft();
    await until('the activation', () => vscode.extensions.getExtension(EXTENSION)?.isActive || undefined);
  },

  'each number has the problem it should have, and the right one has none': async () => {
    const { document } = await openDraft();
    await problem(document, 'citation-undefined');
    await problem(document, 'uncited');
    await problem(document, 'contradicted');
    const found = problems(document).map((one) => [codeOf(one), document.getText(one.range)]);
    assert.deepEqual(found.sort(), [
      ['citation-undefined', '@grove2024caption'],
      ['contradicted', '64.9'],
      ['uncited', '28.1'],
    ]);
  },

  'the severities are those of the settings': async () => {
    const { document } = await openDraft();
    assert.equal((await problem(document, 'contradicted')).severity, vscode.DiagnosticSeverity.Error);
    assert.equal((await problem(document, 'uncited')).severity, vscode.DiagnosticSeverity.Information);
  },

  'a contradiction leads to the very cell': async () => {
    const { document } = await openDraft();
    const place = (await problem(document, 'contradicted')).relatedInformation?.[0]?.location;
    assert.ok(place, 'the problem names a place');
    const source = await vscode.workspace.openTextDocument(place.uri);
    assert.equal(source.getText(place.range).trim(), '61.2');
  },

  'a hover on a number shows the row of the table': async () => {
    const { document } = await openDraft();
    const text = await hover(document, positionOf(document, '64.9', 1));
    assert.match(text, /Birch/);
    assert.match(text, /61\.2/);
  },

  'a hover on a citation shows the source': async () => {
    const { document } = await openDraft();
    assert.match(await hover(document, positionOf(document, '@grove2024captioning', 3)), /Captioning with Trees/);
  },

  'the definition of a number is in its source': async () => {
    const { document } = await openDraft();
    const at = positionOf(document, '63.3', 1);
    const places = await until('a definition', async () => {
      const answer = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      );
      return answer.length > 0 ? answer : undefined;
    });
    const [first] = places.map((place) => ('targetUri' in place ? place.targetUri : place.uri));
    assert.match(first?.path ?? '', /\/library\/captions\.md$/);
  },
};

function hover(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  return until('a hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const texts = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    return texts.length > 0 ? texts.join('\n') : undefined;
  });
}
