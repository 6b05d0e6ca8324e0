// The mark on a place: drawn over its page, brought into view and read out.
import type { PdfMark } from '../../shared/protocol/pdfPage.ts';
import { element } from './element.ts';
import type { Pdf } from './pdf.ts';

export interface Marks {
  /** Marks a place instead of the one before, goes there and says so. */
  show(mark: PdfMark): void;
  /** Marks a place that has been shown before, and leaves the view where it is. */
  restore(mark: PdfMark): void;
  shown(): PdfMark | null;
  goBack(): void;
}

/** Points between what is printed and the edges of its mark; below, a line has room for letters that reach down. */
const BESIDE = 2;
const ABOVE = 1;

export function createMarks(pdf: Pdf): Marks {
  const back = element('back', HTMLButtonElement);
  const said = element('said', HTMLParagraphElement);
  let shown: PdfMark | null = null;
  let drawn: HTMLElement[] = [];
  /** Nothing was done since the mark was shown: it may be brought into view again. */
  let isAwaited = false;

  function draw(): void {
    for (const one of drawn.splice(0)) one.remove();
    const page = shown === null ? undefined : pdf.page(shown.page);
    if (shown === null || page === undefined) return;
    const share = (points: number, whole: number): string => `${(100 * points) / whole}%`;
    drawn = shown.rectangles.map(({ x, y, width, height }) => {
      const box = document.createElement('div');
      box.className = 'mark';
      box.style.left = share(x - BESIDE, page.width);
      box.style.top = share(y - ABOVE, page.height);
      box.style.width = share(width + 2 * BESIDE, page.width);
      box.style.height = share(height + ABOVE, page.height);
      return box;
    });
    page.element.append(...drawn);
  }

  function goBack(): void {
    if (shown === null) return;
    const [first] = drawn;
    if (first === undefined) pdf.viewer.currentPageNumber = shown.page;
    else bringIntoView(first);
  }

  /** The box alone is scrolled, and not what holds it. */
  function bringIntoView(one: HTMLElement): void {
    const { container } = pdf;
    const outer = container.getBoundingClientRect();
    const inner = one.getBoundingClientRect();
    const left = inner.left + inner.width / 2 - outer.left - outer.width / 2;
    const top = inner.top + inner.height / 2 - outer.top - outer.height / 2;
    container.scrollBy({ left, top, behavior: 'instant' });
  }

  function place(mark: PdfMark): void {
    shown = mark;
    back.hidden = false;
    draw();
  }

  // The library empties a page when it draws it anew.
  new MutationObserver(() => {
    if (drawn.some((one) => !one.isConnected)) draw();
  }).observe(element('viewer', HTMLDivElement), { childList: true, subtree: true });
  // Until the size of each page is known, all are laid out like the first.
  pdf.events.on('pagesloaded', () => {
    draw();
    if (isAwaited) goBack();
  });
  for (const act of ['wheel', 'pointerdown', 'keydown'] as const)
    document.addEventListener(
      act,
      () => {
        isAwaited = false;
      },
      { passive: true },
    );
  back.addEventListener('click', goBack);

  return {
    show(mark) {
      place(mark);
      goBack();
      isAwaited = true;
      for (const one of drawn) one.classList.add('new');
      const text = mark.text === '' ? 'The place' : `“${mark.text}”`;
      said.textContent = `${text} is marked on page ${mark.page} of ${pdf.viewer.pagesCount}.`;
    },
    restore: place,
    shown: () => shown,
    goBack,
  };
}
