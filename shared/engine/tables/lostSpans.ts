/**
 * Finds the column spans of a header whose rows were flattened, so that only the labels in their order are left:
 *
 *     Methods | LLM Size | Question Answering | Generation |
 *     MSVD | MSRVTT | Corr. | Det. |
 *     Acc. | Score | Acc. | Score |
 *
 * Each label either reaches down to the body over one column, or stands over labels of the next row. All labels must be
 * used, in order, and the columns must add up. Of the readings that do, the most regular one wins: labels of one parent
 * differ and look alike, siblings have as many children, and a parent stands over columns of one kind.
 * `kinds` says of each column what its body holds (`name`, `mark`, `integer`, `decimal`).
 * Returns one header path per column, or null where no reading adds up.
 */
export function solveLostSpans(rows: readonly (readonly string[])[], kinds: readonly string[]): string[][] | null {
  const columns = kinds.length;
  if (rows.length === 0 || rows.length > 4 || rows.some((row) => row.length === 0 || row.length > columns)) return null;
  let forests: Forest[] = [{ nodes: (rows.at(-1) ?? []).map(leaf), columns: rows.at(-1)?.length ?? 0, cost: 0 }];
  for (let r = rows.length - 2; r >= 0; r--) {
    const above = rows[r] ?? [];
    const all = forests.flatMap((forest) => parentsOver(above, forest, columns));
    forests = r === 0 ? all : cheapest(all, beamFor(columns), (forest) => forest.columns);
  }
  const whole = forests
    .filter((forest) => forest.columns === columns)
    .map((forest) => ({ forest, cost: forest.cost + kindCost(forest.nodes, kinds) }))
    .sort((a, b) => a.cost - b.cost);
  return whole[0] ? whole[0].forest.nodes.flatMap(paths) : null;
}

/** The few cheapest of each state: a search that keeps only the cheapest of all would lose states that turn out to fit. */
function cheapest<T extends { readonly cost: number }>(all: T[], beam: number, state: (one: T) => number): T[] {
  const kept = new Map<number, number>();
  return all
    .sort((a, b) => a.cost - b.cost)
    .filter((one) => {
      const count = (kept.get(state(one)) ?? 0) + 1;
      kept.set(state(one), count);
      return count <= beam;
    });
}

/** What speaks against parents over columns of different kinds, and against a value column left beside a parent of its kind. */
function kindCost(nodes: readonly Node[], kinds: readonly string[]): number {
  let at = 0;
  let cost = 0;
  let before: { readonly parent: boolean; readonly kind: string | undefined } | null = null;
  for (const node of nodes) {
    const width = paths(node).length;
    const below = new Set(kinds.slice(at, at + width));
    cost += UNLIKE_COLUMNS * (below.size - 1);
    const here = { parent: node.children.length > 0, kind: kinds[at] };
    if (before && before.parent !== here.parent && before.kind === 'decimal' && here.kind === 'decimal')
      cost += LEFT_OUT;
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
/** States grow with the square of the columns; a wide header is searched more narrowly. */
const beamFor = (columns: number): number => Math.max(2, Math.min(BEAM, Math.round((BEAM * 100) / columns ** 2)));
const MOST_CHILDREN = 12;
const SINGLE_CHILD = 0.5;
const UNLIKE_COLUMNS = 1.6;
const LEFT_OUT = 0.7;
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

/** All cheap ways to put a row of labels over a forest, each label as a leaf or over the next few nodes. */
function parentsOver(labels: readonly string[], below: Forest, columns: number): Forest[] {
  interface Partial {
    readonly nodes: readonly Node[];
    readonly taken: number;
    readonly leaves: number;
    readonly cost: number;
  }
  let partials: Partial[] = [{ nodes: [], taken: 0, leaves: 0, cost: below.cost }];
  for (const label of labels) {
    const next: Partial[] = [];
    for (const partial of partials) {
      const last = partial.nodes.at(-1);
      const change = (parent: boolean): number => (last && last.children.length > 0 !== parent ? CHANGE : 0);
      if (below.columns + partial.leaves < columns)
        next.push({
          nodes: [...partial.nodes, leaf(label)],
          taken: partial.taken,
          leaves: partial.leaves + 1,
          cost: partial.cost + change(false),
        });
      for (let end = partial.taken + 1; end <= Math.min(below.nodes.length, partial.taken + MOST_CHILDREN); end++) {
        const children = below.nodes.slice(partial.taken, end);
        const previous = partial.nodes.findLast((node) => node.children.length > 0);
        const unequal = previous && previous.children.length !== children.length ? UNEQUAL_COUNTS : 0;
        const cost = partial.cost + childrenCost(children) + unequal + change(true);
        next.push({ nodes: [...partial.nodes, { label, children }], taken: end, leaves: partial.leaves, cost });
      }
    }
    partials = cheapest(next, beamFor(columns), (partial) => partial.taken * (columns + 1) + partial.leaves);
  }
  return partials
    .filter((partial) => partial.taken === below.nodes.length)
    .map(({ nodes, leaves, cost }) => ({ nodes, columns: below.columns + leaves, cost }));
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
