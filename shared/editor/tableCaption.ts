/** A caption without the label that it begins with: `Results on Clips` of `Table 1: Results on Clips`. */
export function withoutLabel(caption: string): string {
  return caption.replace(/^Table\s+\S+?[:.]\s*/i, '');
}
