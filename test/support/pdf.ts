/** A line of text on a page of US letter size; points from the top left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const HEIGHT = 792;

/** How pages are put: their own entries (`/Rotate 90`), and the operator that moves what is drawn. */
export interface PageSetup {
  readonly entries?: string;
  readonly transform?: string;
  /** The entries of the first page, in place of the others'. */
  readonly first?: string;
}

/** A PDF with these pages, set in Helvetica. Plain ASCII, as its characters are written as they are. */
export function pdfOf(
  pages: readonly (readonly PdfLine[])[],
  { entries: own = '', transform = '', first = own }: PageSetup = {},
): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((lines, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 ${HEIGHT}]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * i} 0 R${i === 0 ? first : own}>>`,
      streamOf([
        transform,
        ...lines.map(({ text, x, y, size }) => `BT /F1 ${size} Tf ${x} ${HEIGHT - y} Td (${escaped(text)}) Tj ET`),
      ]),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function streamOf(operators: readonly string[]): string {
  const content = operators.join('\n');
  return `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}
