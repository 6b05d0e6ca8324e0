/**
 * Places in PDFs as addresses, for an editor that opens them: it says so with `pdfPlaces: true` in its
 * `initializationOptions`. Locations then lead to such an address instead of the file, and links in Markdown call a
 * command with the address as its only argument. Others get the file, and links that end in its page.
 */

/** The scheme of an address: its path is the file's, its query a `PdfPlace` as JSON. */
export const pdfPlaceScheme = 'grounded-pdf';

/** The command that links call. */
export const showPdfPlace = 'grounded.showPdfPlace';
