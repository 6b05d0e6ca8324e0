// The page number and the zoom, as buttons and as what they say.
import { element } from './element.ts';
import type { Pdf } from './pdf.ts';

export function connectTools({ viewer, events }: Pdf): void {
  const page = element('page', HTMLInputElement);
  const count = element('count', HTMLSpanElement);
  const zoom = element('zoom', HTMLOutputElement);
  const previous = element('previous', HTMLButtonElement);
  const next = element('next', HTMLButtonElement);

  const showPage = (): void => {
    const { currentPageNumber, pagesCount } = viewer;
    page.value = String(currentPageNumber);
    page.setAttribute('aria-label', `Page ${currentPageNumber} of ${pagesCount}`);
    count.textContent = `of ${pagesCount}`;
    previous.disabled = currentPageNumber <= 1;
    next.disabled = currentPageNumber >= pagesCount;
  };
  events.on('pagesinit', showPage);
  events.on('pagechanging', showPage);
  events.on('scalechanging', ({ scale }: { scale: number }) => {
    zoom.textContent = `${Math.round(scale * 100)} %`;
  });

  page.addEventListener('focus', () => page.select());
  page.addEventListener('change', () => {
    const wanted = Number.parseInt(page.value, 10);
    if (wanted >= 1 && wanted <= viewer.pagesCount) viewer.currentPageNumber = wanted;
    else showPage();
  });
  previous.addEventListener('click', () => viewer.previousPage());
  next.addEventListener('click', () => viewer.nextPage());
  element('smaller', HTMLButtonElement).addEventListener('click', () => viewer.decreaseScale());
  element('larger', HTMLButtonElement).addEventListener('click', () => viewer.increaseScale());
  element('fit', HTMLButtonElement).addEventListener('click', () => {
    viewer.currentScaleValue = 'page-width';
  });
}
