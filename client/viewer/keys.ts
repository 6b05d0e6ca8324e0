// The keys beside those that scroll anyway.
import type { Marks } from './marks.ts';
import type { Pdf } from './pdf.ts';
import type { Search } from './search.ts';

interface Parts {
  readonly pdf: Pdf;
  readonly marks: Marks;
  readonly search: Search;
}

export function connectKeys({ pdf: { viewer }, marks, search }: Parts): void {
  const actions: Record<string, () => void> = {
    n: () => viewer.nextPage(),
    p: () => viewer.previousPage(),
    m: () => marks.goBack(),
    '+': () => viewer.increaseScale(),
    '=': () => viewer.increaseScale(),
    '-': () => viewer.decreaseScale(),
    0: () => {
      viewer.currentScaleValue = 'page-width';
    },
  };
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'f') return take(event, () => search.focus());
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const action = actions[event.key];
    if (action !== undefined && viewer.pagesCount > 0) take(event, action);
  });
}

function take(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  action();
}
