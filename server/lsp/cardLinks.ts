import type { Links } from '../../shared/editor/sourceCard.ts';
import { pathOf, type SourceRanges } from './convert.ts';
import type { ReadDraft } from './workspace.ts';

/** The links of a card about a draft; into a draft that is not on disk there are none. */
export function linksOf({ uri, converted }: Pick<ReadDraft, 'uri' | 'converted'>, ranges: SourceRanges): Links {
  const isOnDisk = pathOf(uri) !== null;
  return {
    inLibrary: ranges.linkTo,
    inDraft(offset) {
      const { line, character } = converted.rangeOf({ start: offset, end: offset }).start;
      return { line: line + 1, link: isOnDisk ? `${uri}#L${line + 1},${character + 1}` : null };
    },
  };
}
