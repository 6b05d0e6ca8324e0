// In units of whole names: 1 is one name spelled out next to the number.
export const SWAP_MARGIN = 0.9;
export const SAME = 0.03;
export const UNLIKELY = 0.1;
export const CHANGE_MARGIN = 0.45;
export const HOME = 0.3;
export const LEAST_BOUND = 0.55;
export const DETERMINED = 1.2;
export const BOTH_AXES = 1.35;
export const NAMED = 0.85;
export const FIRM = 1.9;
export const PROSE_BODY = 12;
export const ELSEWHERE = 1.1;
/** From this score and lead on a cell is named without a doubt, and its value is offered. */
export const SURE_CELL = 1.8;
export const LEAD = 0.65;
export const LEAD_ELSEWHERE = 0.22;
/** What a number gains that stands in a list which is, cell by cell, a row of its table. */
export const LISTED_ROW = 1;
