// Finding text in all pages.
import { element } from './element.ts';
import type { Pdf } from './pdf.ts';

export interface Search {
  /** Takes the focus to the box that is searched from. */
  focus(): void;
}

interface Count {
  readonly matchesCount: { readonly current: number; readonly total: number };
}

export function connectSearch({ events, container }: Pdf): Search {
  const box = element('find', HTMLInputElement);
  const found = element('found', HTMLOutputElement);
  let last = '';

  const find = (isBackward: boolean): void => {
    const query = box.value;
    const type = query === last ? 'again' : '';
    last = query;
    events.dispatch('find', { source: box, type, query, findPrevious: isBackward, highlightAll: true });
  };
  const count = ({ matchesCount: { current, total } }: Count): void => {
    if (box.value === '') found.textContent = '';
    else found.textContent = total === 0 ? 'none' : `${current} of ${total}`;
  };
  events.on('updatefindmatchescount', count);
  events.on('updatefindcontrolstate', count);

  box.addEventListener('input', () => find(false));
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') find(event.shiftKey);
    if (event.key === 'Escape') container.focus();
  });
  return {
    focus() {
      box.focus();
      box.select();
    },
  };
}
