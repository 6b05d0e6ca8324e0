/** A page's own entries (`/Rotate 90`), its fonts, and the entries of the trailer (`/Encrypt …`), as PDF writes them. */
interface Entries {
  readonly page?: string;
  /** More fonts for the operators: `/F2<<…>>`. */
  readonly fonts?: string;
  readonly trailer?: string;
}

/** A PDF of one page of US letter size that is drawn with these operators; `/F1` is Helvetica. */
export function drawnPdf(
  operators: readonly string[],
  { page = '', fonts = '', trailer = '' }: Entries = {},
): Uint8Array {
  const content = operators.join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R${fonts}>>>>/Contents 5 0 R${page}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ].map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`);
  let at = '%PDF-1.4\n'.length;
  const entries = objects.map((object) => {
    const entry = `${String(at).padStart(10, '0')} 00000 n \n`;
    at += object.length;
    return entry;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${entries.join('')}`;
  const end = `trailer\n<</Size 6/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(`%PDF-1.4\n${objects.join('')}${table}${end}`, 'latin1'));
}
