// The page that shows a PDF in a web view. Its script and style are those of client/viewer.
import { randomBytes } from 'node:crypto';

export interface PdfPageParts {
  /** The file's name. */
  readonly name: string;
  /** Where the web view finds the files of dist/pdf. */
  readonly resources: { toString(): string };
  /** Where the policy lets the page load from. */
  readonly origin: string;
}

/** Nothing is loaded from anywhere but the extension's own folder, and nothing runs but the page's own script. */
export function pdfPage({ name, resources, origin }: PdfPageParts): string {
  const nonce = randomBytes(16).toString('hex');
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // The decoders of rare image formats are WebAssembly.
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src ${origin}`,
    // A worker must come from the page itself: its script is loaded, and then given as a blob.
    'worker-src blob:',
    `connect-src ${origin}`,
    'img-src data: blob:',
    'font-src data: blob:',
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(name)}</title>
<link rel="stylesheet" href="${resources}/style.css">
</head>
<body data-resources="${resources}/">
<div id="tools" role="toolbar" aria-label="Page, zoom and search" aria-controls="pages">
<span class="group">
<button type="button" id="previous" title="Previous page (P)" aria-label="Previous page" aria-keyshortcuts="P">‹</button>
<button type="button" id="next" title="Next page (N)" aria-label="Next page" aria-keyshortcuts="N">›</button>
<label><span class="spare">Page</span> <input id="page" inputmode="numeric" autocomplete="off" size="3" value="1"></label> <span id="count"></span>
</span>
<span class="group" id="scale">
<button type="button" id="smaller" title="Zoom out (-)" aria-label="Zoom out" aria-keyshortcuts="-">−</button>
<button type="button" id="larger" title="Zoom in (+)" aria-label="Zoom in" aria-keyshortcuts="+">+</button>
<button type="button" id="fit" title="Fit to the width (0)" aria-label="Fit to the width" aria-keyshortcuts="0"><output id="zoom"></output></button>
</span>
<button type="button" id="back" title="Back to the marked place (M)" aria-label="Back to the marked place" aria-keyshortcuts="M" hidden><span class="spare">Marked </span>Place</button>
<span class="group" role="search">
<input type="search" id="find" placeholder="Find" aria-label="Find in the PDF" title="Find (Ctrl+F), next (Enter), previous (Shift+Enter)" autocomplete="off" spellcheck="false">
<output id="found" for="find"></output>
</span>
</div>
<main id="desk"><div id="pages" tabindex="0" role="document" aria-label="${escaped(name)}"><div id="viewer" class="pdfViewer"></div></div></main>
<p id="problem" role="alert" hidden></p>
<p id="said" role="status"></p>
<script type="module" nonce="${nonce}" src="${resources}/view.js"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
