import type { Element } from 'domhandler';
import { isColumnOfLabels } from './htmlCell.ts';
import { hasClass, isTable, outermost } from './htmlElements.ts';

/** What a table element is for. */
export type TableUse = 'data' | 'layout' | 'code';

/** Listings with line numbers, as Hugo, Pygments and Rouge set them. */
const CODE = ['lntable', 'highlighttable', 'rouge-table', 'codehilitetable', 'linenodivtable', 'diff-table'];
/** Equations with their numbers, as LaTeXML sets them. */
const EQUATIONS = ['ltx_eqn_table', 'ltx_equation', 'ltx_equationgroup', 'ltx_eqn_align'];

/** Tells tables of data from those that only place things on the page. */
export function tableUse(table: Element): TableUse {
  if (hasClass(table, ...CODE)) return 'code';
  const role = table.attribs.role;
  if (role === 'presentation' || role === 'none' || hasClass(table, ...EQUATIONS)) return 'layout';
  const framed = outermost(table, (one) => isTable(one) && !isColumnOfLabels(one));
  const isFrame =
    outermost(table, (one) => (framed.length > 0 ? /^(?:p|h[1-6])$/ : /^h[12]$/).test(one.name)).length > 0;
  return isFrame ? 'layout' : 'data';
}
