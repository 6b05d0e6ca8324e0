import { createTextBuilder, type MappedText } from '../../text/mappedText.ts';
import { oneLine } from '../../text/whiteSpace.ts';
import type { Block } from '../blocks.ts';
import type { CaptionItem, Item } from './body.ts';
import { captionsFor } from './captionsFor.ts';
import { build, type Labels, type Run, textOf } from './run.ts';
import { toGrid } from './tabularGrid.ts';

/** The parts of a document as blocks, when all its labels are known. */
export function toBlocks(items: readonly Item[], labels: Labels): { mapped: MappedText; blocks: Block[] } {
  const builder = createTextBuilder();
  const blocks: Block[] = [];
  const addText = (kind: 'heading' | 'text', level: number, run: Run, lead: string): void => {
    const text = textOf(run, labels);
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const start = builder.length;
    const first = run.pieces[0]?.start ?? 0;
    builder.add(lead, { start: first, end: first });
    build(run, labels, builder);
    blocks.push({ kind, level, text: lead + text, start });
    builder.add('\n', { start: 0, end: 0 });
  };
  const captions = captionsFor(items);
  for (const item of items)
    switch (item.kind) {
      case 'heading':
        addText('heading', item.level, item.run, '');
        break;
      case 'text':
        addText('text', 0, item.run, '');
        break;
      case 'caption':
        addText('text', 0, item.run, item.label === '' ? '' : `${item.label}: `);
        break;
      case 'table': {
        const caption = (captions.get(item) ?? []).map((one) => captionText(one, labels)).join(' ');
        blocks.push({ kind: 'grid', grid: toGrid(item.table, labels), caption });
        break;
      }
      default:
        item satisfies never;
    }
  return { mapped: inOrder(builder.build()), blocks };
}

/** The arguments of macros may be printed in another order than they are written in. */
function inOrder({ text, toSource }: MappedText): MappedText {
  return {
    text,
    toSource: (span) => {
      const { start, end } = toSource(span);
      return end < start ? { start: end, end: start } : { start, end };
    },
  };
}

function captionText({ of, label, run }: CaptionItem, labels: Labels): string {
  const text = oneLine(textOf(run, labels));
  return label === '' ? text : of === 'sub' ? `${label} ${text}` : `${label}: ${text}`;
}
