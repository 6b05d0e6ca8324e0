import { type DraftSyntax, readDraft } from '../../shared/engine/index.ts';

/** The citations of a draft as `style mode key group | locator`; checks that every key stands where it is said to. */
export function citationsOf(text: string, syntax: DraftSyntax = 'markdown'): string[] {
  return readDraft(text, syntax).citations.map(({ style, key, span, keySpan, group, mode, locator }) => {
    if (text.slice(keySpan.start, keySpan.end) !== key) throw new Error(`${key} stands elsewhere`);
    if (span.start > keySpan.start || span.end < keySpan.end) throw new Error(`${key} stands outside of its mark`);
    const place = locator === null ? '' : ` | ${locator.label} ${locator.value}`;
    return `${style} ${mode} ${key} ${text.slice(group.start, group.end)}${place}`;
  });
}

/** The prose of a draft, a line for each block, without the blanks that stand for what is none. */
export function proseOf(text: string, syntax: DraftSyntax = 'markdown'): string[] {
  return readDraft(text, syntax).blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${block.title}`;
      case 'prose':
        if (block.masked.length !== block.span.end - block.span.start) throw new Error('a mask of another length');
        return `${block.place} ${block.masked.replace(/\s+/g, ' ').trim()}`;
      case 'table': {
        const rows = [block.header, ...block.rows].map((cells) =>
          cells.map(({ masked }) => masked.replace(/\s+/g, ' ').trim()).join(' | '),
        );
        return [...rows, ...(block.caption === '' ? [] : [`caption ${block.caption}`])].join(' / ');
      }
      default: {
        const unknown: never = block;
        return unknown;
      }
    }
  });
}
