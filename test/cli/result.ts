import assert from 'node:assert/strict';
import * as z from 'zod';

// The contract of `check --format json`, strictly: a field that is not named here fails the test.
const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) });
const place = {
  source: z.string(),
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  derivation: z.string().nullable(),
  path: z.string(),
};
const evidence = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cell'),
    table: z.string(),
    row: z.array(z.string()),
    column: z.array(z.string()),
    ...place,
  }),
  z.strictObject({ kind: z.literal('passage'), quote: z.string(), ...place }),
]);
const claim = z.strictObject({
  kind: z.enum(['number', 'comparison']),
  start: z.int().min(0),
  end: z.int().min(0),
  range: z.strictObject({ start: position, end: position }),
  text: z.string().min(1),
  value: z.number().nullable(),
  unit: z.enum(['percent', 'points', 'times']).nullable(),
  sentence: z.string().min(1),
  citations: z.array(z.string()),
  verdict: z.enum(['supported', 'uncited', 'misattributed', 'contradicted', 'unsupported']),
  confidence: z.number().min(0).max(1),
  suggestion: z.string().nullable(),
  message: z.string().min(1),
  evidence: z.array(evidence),
  silenced: z.boolean(),
});
const problem = z.strictObject({ code: z.string(), message: z.string(), near: z.array(z.string()) });
const result = z.strictObject({
  schema: z.literal(1),
  library: z.strictObject({
    sources: z.int(),
    tables: z.int(),
    facts: z.int(),
    problems: z.array(
      z.strictObject({
        source: z.string(),
        message: z.string(),
        code: z.string(),
        path: z.string(),
        position: position.nullable(),
      }),
    ),
  }),
  documents: z.array(
    z.strictObject({
      path: z.string(),
      claims: z.array(claim),
      citations: z.array(
        z.strictObject({ start: z.int(), end: z.int(), key: z.string(), problem: problem.nullable() }),
      ),
    }),
  ),
});

export type CheckResult = z.infer<typeof result>;

/** Parses and validates the result; `stderr` goes into the message where there is none. */
export function readCheckResult(stdout: string, stderr: string): CheckResult {
  assert.notEqual(stdout, '', stderr);
  return result.parse(JSON.parse(stdout));
}
