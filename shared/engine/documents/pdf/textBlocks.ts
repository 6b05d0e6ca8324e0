import { sharedWidth } from './box.ts';
import { captionKind } from './captionLine.ts';
import { type Line, textOf } from './lines.ts';
import type { PrintedTable } from './readTable.ts';
import { boxOf, type Stream } from './streams.ts';

/** Lines that make one paragraph, heading or caption. */
export interface TextRun {
  readonly kind: 'paragraph' | 'table-caption' | 'figure-caption' | 'other-caption';
  readonly lines: Line[];
}

export type PrintedBlock = TextRun | { readonly kind: 'table'; readonly table: PrintedTable };

/** Cuts a column into paragraphs, captions and tables. */
export function blocksOf(stream: Stream): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  let open: TextRun[] = [];
  for (const element of stream.elements) {
    if (element.kind === 'table') {
      blocks.push({ kind: 'table', table: element.table });
      open = open.filter((run) => sharedWidth(boxOf(element), run.lines[0] as Line) <= 0);
      continue;
    }
    const { line } = element;
    const run = open.findLast((one) => sharedWidth(one.lines.at(-1) as Line, line) > 0 || one.lines.length > 1);
    if (run && goesOn(run, line, stream)) run.lines.push(line);
    else {
      const next: TextRun = { kind: kindOf(line), lines: [line] };
      blocks.push(next);
      open = [...open.filter((one) => one !== run).slice(-2), next];
    }
  }
  return blocks;
}

function kindOf(line: Line): TextRun['kind'] {
  const caption = captionKind(textOf(line));
  return caption === null ? 'paragraph' : `${caption}-caption`;
}

const NEXT_LINE = 1.75;
const SAME_SIZE = 0.08;
const INDENT = 0.7;

/** True where a line belongs to the paragraph or caption above it. */
function goesOn({ kind, lines }: TextRun, line: Line, stream: Stream): boolean {
  const last = lines.at(-1) as Line;
  const first = lines[0] as Line;
  const step = line.baseline - last.baseline;
  const pitch = lines.length > 1 ? (last.baseline - first.baseline) / (lines.length - 1) : 1.3 * last.size;
  if (step < 0.5 * last.size || step > Math.min(NEXT_LINE * last.size, 1.35 * pitch)) return false;
  if (Math.abs(line.size - last.size) > SAME_SIZE * last.size) return false;
  if (sharedWidth(last, line) <= 0) return false;
  const text = textOf(line);
  if (captionKind(text) !== null) return false;
  if (kind !== 'paragraph') return true;
  if (isHeadingFont(last) !== isHeadingFont(line)) return false;
  if (/^(?:[•◦▪–-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\p{Lu}|\[\d{1,3}\]\s)/u.test(text)) return false;
  const isIndented = line.left > stream.left + INDENT * line.size && last.left <= stream.left + INDENT * line.size;
  const isLastShort = last.right < stream.right - 2 * last.size;
  if (isIndented && lines.length > 1) return false;
  return !(isLastShort && /[.!?:]["”’)]?$/.test(textOf(last)) && /^[\p{Lu}\d(]/u.test(text) && isIndented);
}

/** True for a line that is printed bold from end to end. */
export function isHeadingFont(line: Line): boolean {
  return line.words.every((word) => word.bold || !/\p{L}/u.test(word.text));
}
