import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checkDraft, createLineIndex, readDraft } from '../../shared/engine/index.ts';
import { readFolder } from '../support/folder.ts';
import { expectGolden, rootFolder } from '../support/golden.ts';

const seeds = path.join(rootFolder(), 'seeds');

test('the sample draft gets its verdicts', async () => {
  const { library } = await readFolder(seeds);
  const text = readFileSync(path.join(seeds, 'draft.md'), 'utf8');
  expectGolden('check/draft.txt', underlined(text, notesOf(text, library)));
});

interface Note {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What is said of each number and of each citation that is wrong. */
function notesOf(text: string, library: Parameters<typeof checkDraft>[1]): Note[] {
  const { claims, citations } = checkDraft(readDraft(text), library);
  const said = claims.map(({ claim, verdict, confidence, message }) => {
    const suggestion = 'suggestion' in verdict && verdict.suggestion !== null ? ` → ${verdict.suggestion}` : '';
    const words = `${verdict.kind} ${confidence.toFixed(2)}${suggestion} | ${message}`;
    return { ...claim.span, words };
  });
  const undefinedKeys = citations.flatMap(({ citation, problem }) =>
    problem === null ? [] : [{ ...citation.keySpan, words: `${problem.kind} | near: ${problem.near.join(', ')}` }],
  );
  return [...said, ...undefinedKeys].sort((a, b) => a.start - b.start);
}

/** The text's lines, each with its notes below it. */
function underlined(text: string, notes: readonly Note[]): string {
  const index = createLineIndex(text);
  const lines = text.split('\n').map((line) => [line]);
  for (const { start, end, words } of notes) {
    const { line, character } = index.positionAt(start);
    lines[line]?.push(`${' '.repeat(character)}${'^'.repeat(end - start)} ${words}`);
  }
  return lines.flat().join('\n');
}
