/**
 * Finds the column spans of a header whose rows were flattened, so that only the labels in their order are left:
 *
 *     Methods | Size | Question Answering | Generation |
 *     MSVD | MSRVTT | ActivityNet | Corr. | Det. | Cont. | Temp. | Cons. |
 *     Acc. | Score | Acc. | Score | Acc. | Score |
 *
 * Over 13 columns these are `Methods`, `Size`, `Question Answering › MSVD › Acc.` and so on, and `Generation › Corr.`.
 * Each label either reaches down to the body over one column, or stands over labels of the next row. All labels must be
 * used, in order, and the columns must add up. Of the readings that do, the most regular one wins: labels of one parent
 * differ and look alike, siblings have as many children, and a parent stands over columns of one kind.
 * `kinds` says of each column what its body holds (`name`, `mark`, `integer`, `decimal`).
 * Returns one header path per column, or null where no reading adds up or the search would take too long.
 */
export function solveLostSpans(rows: readonly (readonly string[])[], kinds: readonly string[]): string[][] | null {
  const columns = kinds.length;
  if (rows.length === 0 || rows.length > 4 || rows.some((row) => row.length === 0 || row.length > columns)) return null;
  const work = { left: MOST_WORK };
  const width = beamFor(rows.flat().length, columns);
  let forests: Forest[] = [{ nodes: (rows.at(-1) ?? []).map(leaf), columns: rows.at(-1)?.length ?? 0, cost: 0 }];
  for (let r = rows.length - 2; r >= 0; r--) {
    const above = rows[r] ?? [];
    // The labels of the rows above are leaves at most: with fewer columns than this no reading reaches all of them.
    const least = columns - rows.slice(0, r).reduce((sum, row) => sum + row.length, 0);
    const all = forests.flatMap((forest) => parentsOver(above, forest, { least, columns, width, work }));
    // A search that keeps only the cheapest of all would lose numbers of columns that turn out to fit.
    const beam = createBeam<Forest>(r === 0 ? all.length : width);
    for (const forest of all) beam.add(forest.columns, forest.cost, () => forest);
    forests = beam.kept();
  }
  if (work.left < 0) return null;
  const whole = forests
    .filter((forest) => forest.columns === columns)
    .map((forest) => ({ forest, cost: forest.cost + kindCost(forest.nodes, kinds) }))
    .sort((a, b) => a.cost - b.cost);
  return whole[0] ? whole[0].forest.nodes.flatMap(paths) : null;
}

/**
 * What speaks against parents over columns of different kinds, against a value column left beside a parent of its kind,
 * and against a column of marks before a parent of marks: what is ticked off comes first, single settings behind it.
 */
function kindCost(nodes: readonly Node[], kinds: readonly string[]): number {
  let at = 0;
  let cost = 0;
  let before: { readonly parent: boolean; readonly kind: string | undefined } | null = null;
  for (const node of nodes) {
    const width = widthOf(node);
    const below = new Set(kinds.slice(at, at + width));
    cost += UNLIKE_COLUMNS * (below.size - 1);
    const here = { parent: node.children.length > 0, kind: kinds[at] };
    if (before && before.parent !== here.parent && before.kind === here.kind) {
      if (here.kind === 'decimal') cost += LEFT_OUT;
      else if (here.kind === 'mark' && here.parent) cost += MARKS_BEHIND;
    }
    before = { ...here, kind: kinds[at + width - 1] };
    at += width;
  }
  return cost;
}

interface Node {
  readonly label: string;
  readonly children: readonly Node[];
}

/** A row of labels with all that stands below them. */
interface Forest {
  readonly nodes: readonly Node[];
  readonly columns: number;
  readonly cost: number;
}

const BEAM = 24;
/**
 * States grow with the square of the columns; a wide header is searched more narrowly, most of all one that has more
 * labels than parents with two children each would need.
 */
function beamFor(labels: number, columns: number): number {
  const least = labels > 2 * columns ? 1 : 2;
  return Math.max(least, Math.min(BEAM, Math.round((BEAM * 100) / columns ** 2)));
}
const MOST_CHILDREN = 12;
/** Far more than headers of papers take; one that would take longer is left as it is. */
const MOST_WORK = 60_000;
const SINGLE_CHILD = 0.5;
const UNLIKE_COLUMNS = 1.6;
const LEFT_OUT = 0.7;
const MARKS_BEHIND = 0.2;
const CHANGE = 0.1;
const SAME_LABEL = 4;
const MIXED_CHILDREN = 1.5;
const UNLIKE_CHILDREN = 1;
const UNEQUAL_COUNTS = 0.4;

const leaf = (label: string): Node => ({ label, children: [] });

function paths(node: Node): string[][] {
  return node.children.length === 0
    ? [[node.label]]
    : node.children.flatMap((child) => paths(child).map((path) => [node.label, ...path]));
}

/** How many columns a node stands over. */
function widthOf({ children }: Node): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + widthOf(child), 0);
}

/** All cheap ways to put a row of labels over a forest, each label as a leaf or over the next few nodes. */
function parentsOver(
  labels: readonly string[],
  below: Forest,
  { least, columns, width: beam, work }: Bounds,
): Forest[] {
  const costs = new Map<number, number>();
  const costOf = (from: number, end: number): number => {
    const key = from * (below.nodes.length + 1) + end;
    const cost = costs.get(key) ?? childrenCost(below.nodes.slice(from, end));
    costs.set(key, cost);
    return cost;
  };
  const stateOf = (taken: number, leaves: number): number => taken * (columns + 1) + leaves;
  let partials: readonly Partial[] = [{ nodes: [], taken: 0, leaves: 0, width: 0, cost: below.cost }];
  for (const [l, label] of labels.entries()) {
    const next = createBeam<Partial>(beam);
    const left = labels.length - l - 1;
    for (const { nodes, taken, leaves, width, cost } of partials) {
      const isShort = below.columns + leaves + left + 1 < least;
      const parents = left + 1 - (columns - below.columns - leaves);
      const nodesLeft = below.nodes.length - taken;
      if (work.left-- < 0) return [];
      if (isShort || nodesLeft < parents || nodesLeft > (left + 1) * MOST_CHILDREN) continue;
      const last = nodes.at(-1);
      const change = (parent: boolean): number => (last && last.children.length > 0 !== parent ? CHANGE : 0);
      if (below.columns + leaves < columns)
        next.add(stateOf(taken, leaves + 1), cost + change(false), (sum) => ({
          nodes: [...nodes, leaf(label)],
          taken,
          leaves: leaves + 1,
          width,
          cost: sum,
        }));
      for (let end = taken + 1; end <= Math.min(below.nodes.length, taken + MOST_CHILDREN); end++) {
        const unequal = width > 0 && width !== end - taken ? UNEQUAL_COUNTS : 0;
        next.add(stateOf(end, leaves), cost + costOf(taken, end) + unequal + change(true), (sum) => ({
          nodes: [...nodes, { label, children: below.nodes.slice(taken, end) }],
          taken: end,
          leaves,
          width: end - taken,
          cost: sum,
        }));
      }
    }
    partials = next.kept();
  }
  return partials
    .filter((partial) => partial.taken === below.nodes.length)
    .map(({ nodes, leaves, cost }) => ({ nodes, columns: below.columns + leaves, cost }));
}

interface Bounds {
  /** The columns that a row must at least reach. */
  readonly least: number;
  readonly columns: number;
  /** How many readings of each state are kept. */
  readonly width: number;
  /** Steps that all rows together may still take. */
  readonly work: { left: number };
}

/** The first labels of a row, put over the first nodes of the row below. */
interface Partial {
  readonly nodes: readonly Node[];
  readonly taken: number;
  readonly leaves: number;
  /** How many children the last parent has; 0 before the first parent. */
  readonly width: number;
  readonly cost: number;
}

/** Keeps the few cheapest of each state, and makes nothing that would not be kept. */
function createBeam<T>(size: number): {
  add(state: number, cost: number, make: (cost: number) => T): void;
  /** Cheapest first; of equals the one that came first. */
  kept(): T[];
} {
  const states = new Map<number, { readonly cost: number; readonly order: number; readonly one: T }[]>();
  let order = 0;
  return {
    add(state, cost, make) {
      const list = states.get(state) ?? [];
      if (list.length === 0) states.set(state, list);
      order++;
      if (list.length === size && cost >= (list[size - 1]?.cost ?? 0)) return;
      const at = list.findIndex((other) => other.cost > cost);
      list.splice(at < 0 ? list.length : at, 0, { cost, order, one: make(cost) });
      if (list.length > size) list.pop();
    },
    kept: () =>
      [...states.values()]
        .flat()
        .sort((a, b) => a.cost - b.cost || a.order - b.order)
        .map(({ one }) => one),
  };
}

function childrenCost(children: readonly Node[]): number {
  const labels = children.map((child) => child.label.toLowerCase());
  const repeated = labels.length - new Set(labels).size;
  const parents = children.filter((child) => child.children.length > 0);
  const mixed = parents.length > 0 && parents.length < children.length;
  const unequal = new Set(parents.map((parent) => parent.children.length)).size > 1;
  const unlike = new Set(children.map((child) => shape(child.label))).size > 1;
  return (
    repeated * SAME_LABEL +
    (mixed ? MIXED_CHILDREN : 0) +
    (unequal || unlike ? UNLIKE_CHILDREN : 0) +
    (children.length === 1 ? SINGLE_CHILD : 0)
  );
}

/** What a label looks like: `[A]`, `Acc.`, `R@1` and `CIDEr` are of different kinds. */
function shape(label: string): string {
  if (/^[[(].*[\])]$/.test(label)) return 'bracketed';
  if (/\.$/.test(label)) return 'abbreviated';
  return /[@-]\s?\d+$/.test(label) ? 'numbered' : 'plain';
}
