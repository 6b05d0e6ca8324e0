// The document and its pages, shown by the library's own viewer: it draws the pages that are seen, in the resolution of
// the screen, and lets go of the others.
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { element } from './element.ts';

/** What of a document is seen, in its own measure. */
export interface Position {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  /** A factor, or the name of a way to fit. */
  readonly scale: string;
}

export interface Pdf {
  /** The box that the pages are scrolled in. */
  readonly container: HTMLDivElement;
  readonly viewer: PDFViewer;
  readonly events: EventBus;
  /** Shows a document in place of the one before. Resolves when every page has its place; rejects where it cannot be read. */
  open(bytes: Uint8Array): Promise<void>;
  /** Null until there is a document. */
  position(): Position | null;
  moveTo(position: Position): void;
  /** The element of a page, counted from 1, with its size in points as it is shown; undefined where there is none. */
  page(number: number): ShownPage | undefined;
}

interface ShownPage {
  readonly element: HTMLDivElement;
  readonly width: number;
  readonly height: number;
}

const FIRST_SCALE = 'auto';

export function createPdf(resources: string): Pdf {
  const container = element('pages', HTMLDivElement);
  const events = new EventBus();
  const linkService = new PDFLinkService({ eventBus: events });
  const findController = new PDFFindController({ eventBus: events, linkService });
  const viewer = new PDFViewer({
    container,
    viewer: element('viewer', HTMLDivElement),
    eventBus: events,
    linkService,
    findController,
    // Links, but no forms and no editing.
    annotationMode: pdfjs.AnnotationMode.ENABLE,
    annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
  });
  linkService.setViewer(viewer);
  const worker = startWorker(resources);
  let loading: pdfjs.PDFDocumentLoadingTask | undefined;
  let seen: Position | null = null;
  events.on('updateviewarea', ({ location }: { location: ViewedArea }) => {
    const { pageNumber: page, left, top } = location;
    seen = { page, left, top, scale: viewer.currentScaleValue };
  });
  new ResizeObserver(() => {
    // A way to fit is worked out anew.
    const { currentScaleValue } = viewer;
    if (viewer.pagesCount > 0 && Number.isNaN(Number(currentScaleValue))) viewer.currentScaleValue = currentScaleValue;
    viewer.update();
  }).observe(container);

  return {
    container,
    viewer,
    events,
    async open(bytes) {
      const next = pdfjs.getDocument({
        data: bytes,
        worker: await worker,
        BinaryDataFactory: packedFiles(resources),
        useWorkerFetch: false,
        isEvalSupported: false,
        verbosity: pdfjs.VerbosityLevel.ERRORS,
      });
      const document = await next.promise;
      const ready = new Promise((resolve) => events.on('pagesinit', resolve, { once: true }));
      viewer.setDocument(document);
      linkService.setDocument(document);
      await loading?.destroy();
      loading = next;
      await ready;
      viewer.currentScaleValue = FIRST_SCALE;
    },
    position: () => seen,
    moveTo({ page, left, top, scale }) {
      viewer.currentScaleValue = scale;
      const destArray = [null, { name: 'XYZ' }, left, top, null];
      viewer.scrollPageIntoView({
        pageNumber: Math.min(page, viewer.pagesCount),
        destArray,
        allowNegativeOffset: true,
      });
    },
    page(number) {
      const view: PageView | undefined = viewer.getPageView(number - 1);
      if (view === undefined) return undefined;
      const { width, height, scale } = view.viewport;
      return { element: view.div, width: width / scale, height: height / scale };
    },
  };
}

interface ViewedArea {
  readonly pageNumber: number;
  readonly left: number;
  readonly top: number;
}

/** What is used of the library's page views, which have no types. */
interface PageView {
  readonly div: HTMLDivElement;
  readonly viewport: pdfjs.PageViewport;
}

/** A worker must come from where the page comes from, which in an editor is not where its files come from. */
async function startWorker(resources: string): Promise<pdfjs.PDFWorker> {
  const answer = await fetch(`${resources}worker.js`);
  const address = URL.createObjectURL(new Blob([await answer.text()], { type: 'text/javascript' }));
  const port = new Worker(address, { type: 'module' });
  return pdfjs.PDFWorker.create({ port });
}

/**
 * What the library asks for when a file needs it. Given as addresses, they would also be tried for fonts that are left to
 * the system and not packed.
 */
function packedFiles(resources: string): new () => object {
  const folders: Record<string, string> = { wasmUrl: 'wasm', standardFontDataUrl: 'standard_fonts', cMapUrl: 'cmaps' };
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const answer = await fetch(`${resources}${folders[kind]}/${filename}`);
      if (!answer.ok) throw new Error(`${filename} is not packed.`);
      return new Uint8Array(await answer.arrayBuffer());
    }
  };
}
