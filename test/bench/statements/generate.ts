import type { Library } from '../../../shared/engine/index.ts';
import { CHANGE_PATTERNS } from './changePatterns.ts';
import { namedTables } from './namedTable.ts';
import { PAIR_PATTERNS } from './pairPatterns.ts';
import type { Pattern } from './pattern.ts';
import { PLACE_PATTERNS } from './placePatterns.ts';
import { createRandom } from './random.ts';
import { drawScene } from './scene.ts';
import { soundText, wrongText } from './sentence.ts';
import { MISTAKES, type Mistake, type Tables } from './slots.ts';
import { VALUE_PATTERNS } from './valuePatterns.ts';

export const PATTERNS: readonly Pattern[] = [
  ...VALUE_PATTERNS,
  ...PAIR_PATTERNS,
  ...CHANGE_PATTERNS,
  ...PLACE_PATTERNS,
];

/** A draft of one statement, its numbers labelled in place, true or with one mistake. */
export interface Specimen {
  readonly pattern: string;
  readonly mistake: Mistake | 'none';
  /** The table it was made from: `ahn2024tuning 2`. */
  readonly table: string;
  readonly marked: string;
}

const DRAWS = 6;

/** For each pattern and table up to `count` statements, each once true and once with each mistake it can hold. */
export function generateStatements(library: Library, count: number): Specimen[] {
  const all = namedTables(library);
  return PATTERNS.flatMap((pattern) =>
    all.flatMap((here, index) => statementsOf(pattern, { all, here }, `${here.key} ${index + 1}`, count)),
  );
}

function statementsOf(pattern: Pattern, tables: Tables, table: string, count: number): Specimen[] {
  const random = createRandom(`${pattern.name} ${table}`);
  const specimens: Specimen[] = [];
  const known = new Set<string>();
  const label = pattern.uncited ? 'N' : 'S';
  for (let draw = 0; draw < count * DRAWS && known.size < count; draw++) {
    const scene = drawScene(tables, random);
    const sentence = scene && pattern.say(scene);
    if (!sentence) continue;
    const sound = soundText(sentence, label);
    if (known.has(sound)) continue;
    known.add(sound);
    specimens.push({ pattern: pattern.name, mistake: 'none', table, marked: sound });
    for (const mistake of MISTAKES) {
      const marked = wrongText(sentence, label, mistake, scene, random);
      if (marked !== null) specimens.push({ pattern: pattern.name, mistake, table, marked });
    }
  }
  return specimens;
}
