/**
 * True for what Quarto, pandoc-crossref and bookdown read as a reference to a part of the draft itself, not as the key
 * of a work: `fig-speed`, `tbl:all`, `sec-method`, `eq-1`.
 */
export function isCrossReference(key: string): boolean {
  return pattern.test(key);
}

const pattern =
  /^(?:(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|apx|suppfig|supptbl|supp)-|(?:fig|figure|tbl|tab|table|sec|section|eq|eqn|equation|lst|thm|alg|app|apx):)/i;
