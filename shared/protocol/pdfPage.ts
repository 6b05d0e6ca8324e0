/** What the editor and the page that shows a PDF in its web view tell each other. */

/** Points (1/72 inch) from the top left corner of a page as it is shown. */
export interface WireRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place in a PDF. */
export interface PdfPlace {
  /** Counted from 1. */
  readonly page: number;
  readonly rectangles: readonly WireRectangle[];
  /** What stands there, on one line and cut off where it is long. */
  readonly text: string;
}

/** A place that someone has asked to see: `id` tells it from every other such wish. */
export interface PdfMark extends PdfPlace {
  readonly id: string;
}

export type ToPdfPage =
  /** The file as it is now, with the place that was last asked for in it. */
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly mark: PdfMark | null }
  | { readonly kind: 'mark'; readonly mark: PdfMark }
  /** The file cannot be had. */
  | { readonly kind: 'problem'; readonly message: string };

/** The page's script runs: it wants the file. */
export type FromPdfPage = { readonly kind: 'ready' };
