import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Compares a text with `test/golden/<name>` and fails with the lines that differ. With UPDATE=1 it writes the file
 * instead; read the difference before it is committed.
 */
export function expectGolden(name: string, text: string): void {
  const file = path.join(rootFolder(), 'test', 'golden', name);
  if (process.env.UPDATE === '1') {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
    return;
  }
  assert.ok(fs.existsSync(file), `test/golden/${name} does not exist yet; run the test once with UPDATE=1.`);
  const expected = fs.readFileSync(file, 'utf8').replace(/\r\n/g, '\n');
  if (expected === text) return;
  assert.fail(`test/golden/${name} differs (- golden, + now; UPDATE=1 accepts):\n${lineDiff(expected, text)}`);
}

/** The repository's folder, wherever the bundled tests lie. */
export function rootFolder(): string {
  return process.env.GROUNDED_ROOT ?? process.cwd();
}

/** The lines that differ, with their numbers and a line of context on either side; at most 60 of them. */
export function lineDiff(before: string, after: string): string {
  const old = before.split('\n');
  const now = after.split('\n');
  const length = commonLengths(old, now);
  const lines: string[] = [];
  let at = 0;
  let behind = 0;
  let isLastShown = false;
  while (at < old.length || behind < now.length) {
    if (at < old.length && behind < now.length && old[at] === now[behind]) {
      const isContext = isLastShown || old[at + 1] !== now[behind + 1];
      if (isContext) lines.push(`  ${behind + 1} ${now[behind]}`);
      isLastShown = false;
      at++;
      behind++;
      continue;
    }
    isLastShown = true;
    const isRemoved = behind >= now.length || (at < old.length && length(at + 1, behind) >= length(at, behind + 1));
    lines.push(isRemoved ? `- ${at + 1} ${old[at++]}` : `+ ${behind + 1} ${now[behind++]}`);
  }
  const shown = lines.slice(0, 60);
  return lines.length > shown.length ? `${shown.join('\n')}\n… ${lines.length - shown.length} more` : shown.join('\n');
}

/** The length of the longest common part of the lines from two places on; 0 where that would cost too much. */
function commonLengths(old: readonly string[], now: readonly string[]): (at: number, behind: number) => number {
  if (old.length * now.length > 4_000_000) return () => 0;
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let at = old.length - 1; at >= 0; at--) {
    for (let behind = now.length - 1; behind >= 0; behind--) {
      lengths[at * width + behind] =
        old[at] === now[behind]
          ? (lengths[(at + 1) * width + behind + 1] ?? 0) + 1
          : Math.max(lengths[(at + 1) * width + behind] ?? 0, lengths[at * width + behind + 1] ?? 0);
    }
  }
  return (at, behind) => (at > old.length || behind > now.length ? 0 : (lengths[at * width + behind] ?? 0));
}
