import type { PdfPage, Problem } from '../../../shared/engine/index.ts';
import { CharacterMaps } from './characterMaps.ts';
import { loadLibrary, NO_PAINTING } from './library.ts';
import { readPage } from './readPage.ts';

/** The pages of a PDF, or the one thing that keeps them from being read. */
export type PdfReading =
  | { readonly kind: 'pages'; readonly pages: readonly PdfPage[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Characters per page below which a file holds images of its text. */
const LEAST_TEXT = 20;
/** Pages that must hold as much: others may be figures. */
const MOST_COUNTED = 5;

/** Reads the pages of a PDF. Never rejects for what a file holds. */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfReading> {
  const library = await loadLibrary();
  const loading = library.getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: false,
    ownerDocument: NO_PAINTING as never,
    useSystemFonts: false,
    useWorkerFetch: false,
    BinaryDataFactory: CharacterMaps,
    // Pictures are left out before they are decoded.
    maxImageSize: 1,
  });
  try {
    const document = await loading.promise;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const proxy = await document.getPage(number);
      pages.push(await readPage(proxy, library));
      proxy.cleanup();
    }
    return hasText(pages) ? { kind: 'pages', pages } : unreadable(SCANNED);
  } catch (error) {
    return unreadable(error instanceof Error && error.name === 'PasswordException' ? ENCRYPTED : DAMAGED);
  } finally {
    await loading.destroy();
  }
}

const ENCRYPTED =
  'The PDF is encrypted and asks for a password. Save a copy without a password and put that in its place.';
const DAMAGED =
  'The PDF is damaged or cut off, so its pages cannot be read. Download it again, or print it to a new PDF.';
const SCANNED =
  'The PDF holds pictures of its pages but no text. Run text recognition (OCR) on it, or use another copy of the paper.';

function unreadable(message: string): PdfReading {
  return { kind: 'problem', problem: { code: 'source-unreadable', message, span: null } };
}

function hasText(pages: readonly PdfPage[]): boolean {
  let missing = LEAST_TEXT * Math.min(pages.length, MOST_COUNTED);
  for (const { items, turned } of pages)
    for (const { text } of [...items, ...turned]) {
      missing -= text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      if (missing <= 0) return true;
    }
  return false;
}
