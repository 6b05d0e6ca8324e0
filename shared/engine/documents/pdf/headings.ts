import { isSectionName } from '../sectionNames.ts';
import { type Line, textOf } from './lines.ts';
import { isHeadingFont } from './textBlocks.ts';

const NUMBERED = /^(?:(\d{1,2}(?:\.\d{1,2}){0,3})|([A-Z](?:\.\d{1,2}){0,3})|([IVX]{1,5}))\.?\s+\p{Lu}/u;
const LONGEST = 110;
const LARGER = 1.08;

/** The level of the heading that some lines are, counted from 1, or 0 where they are none. */
export function headingLevel(lines: readonly Line[], bodySize: number): number {
  const text = lines.map(textOf).join(' ');
  const first = lines[0];
  if (!first || lines.length > 3 || text.length > LONGEST || !/\p{L}{3}/u.test(text)) return 0;
  if (/[.,;]$/.test(text) && !/^\d/.test(text)) return 0;
  const isBold = lines.every(isHeadingFont);
  const isLarge = lines.every((line) => line.size > bodySize * LARGER);
  const isUpper = text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
  if (isSectionName(text)) return isBold || isLarge || isUpper ? 1 : 0;
  const number = NUMBERED.exec(text);
  if (!isBold && !isLarge && !(isUpper && number)) return 0;
  if (number) return (number[1] ?? number[2] ?? number[3] ?? '').split('.').length;
  return isLarge && /^\p{Lu}/u.test(text) ? 1 : isBold && /^\p{Lu}/u.test(text) ? 3 : 0;
}
