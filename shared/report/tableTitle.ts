import type { Table } from '../engine/index.ts';

/** Label and caption in one; captions mostly begin with the label. Empty where the source gives neither. */
export function tableTitle({ label, caption }: Pick<Table, 'label' | 'caption'>): string {
  return label === null || caption.startsWith(label) ? caption : [label, caption].filter(Boolean).join(': ');
}
