import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../shared/findings/index.ts';
import { renderSarif } from '../../shared/report/index.ts';
import { sampleReport } from './sample.ts';

// What the SARIF 2.1.0 specification asks of the parts that are used.
interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: { startLine: number; startColumn: number; endLine?: number; endColumn?: number };
  };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly rank?: number;
  readonly suppressions?: readonly { kind: string }[];
  readonly partialFingerprints?: Record<string, string>;
}
interface Log {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly columnKind: string;
      readonly tool: {
        readonly driver: { readonly name: string; readonly rules: readonly { id: string; helpUri: string }[] };
      };
      readonly results: readonly Result[];
    },
  ];
}

const options = {
  version: '1.2.3',
  helpUri: (code: string) => `file:///rules/${code}.md`,
  uriOf: (path: string) => path,
};
const log = JSON.parse(JSON.stringify(renderSarif(sampleReport(), options))) as Log;
const [run] = log.runs;

test('The log has one run of version 2.1.0 with UTF-16 columns and all rules', () => {
  assert.equal(log.version, '2.1.0');
  assert.equal(log.runs.length, 1);
  assert.equal(run.columnKind, 'utf16CodeUnits');
  assert.deepEqual(
    run.tool.driver.rules.map(({ id }) => id),
    rules.map(({ code }) => code),
  );
  for (const { helpUri } of run.tool.driver.rules) assert.ok(URL.canParse(helpUri), helpUri);
});

test('Each result refers to its rule, and lines and columns count from one', () => {
  assert.deepEqual(
    run.results.map(({ ruleId }) => ruleId),
    ['contradicted', 'uncited', 'misattributed', 'unsupported', 'citation-undefined'],
  );
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
    assert.ok(['error', 'warning', 'note', 'none'].includes(result.level));
    assert.ok(result.message.text.length > 0);
    for (const { physicalLocation } of [...result.locations, ...(result.relatedLocations ?? [])]) {
      assert.ok(physicalLocation.artifactLocation.uri.length > 0);
      assert.ok((physicalLocation.region?.startLine ?? 1) >= 1 && (physicalLocation.region?.startColumn ?? 1) >= 1);
    }
    assert.ok((result.rank ?? 0) >= 0 && (result.rank ?? 0) <= 100);
  }
  assert.deepEqual(run.results[0]?.locations[0]?.physicalLocation, {
    artifactLocation: { uri: 'draft.md' },
    region: { startLine: 3, startColumn: 17, endLine: 3, endColumn: 21, snippet: { text: '71.9' } },
  });
});

test('What the writer has silenced is suppressed in the source', () => {
  const suppressed = run.results.filter(({ suppressions }) => suppressions?.[0]?.kind === 'inSource');
  assert.deepEqual(
    suppressed.map(({ ruleId }) => ruleId),
    ['unsupported'],
  );
});
