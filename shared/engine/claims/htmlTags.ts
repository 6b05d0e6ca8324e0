/** The end of the tag, or of the element without prose (`<script>`, `<pre>`), that opens at an offset; null where none does. */
export function endOfHtml(text: string, start: number): number | null {
  const end = endOfTag(text, start);
  if (end === null) return null;
  const name = verbatim.exec(text.slice(start, start + 12))?.[1];
  if (name === undefined) return end;
  const close = `</${name.toLowerCase()}`;
  const at = text.toLowerCase().indexOf(close, end);
  return at < 0 ? end : (endOfTag(text, at) ?? at + close.length);
}

/** True for a tag that stands between blocks and not within a line of prose. */
export function isBlockTag(tag: string): boolean {
  return blockTag.test(tag);
}

/** True for a tag of a table: what stands in its cells is no sentence. */
export function isTableTag(tag: string): boolean {
  return /^<\/?(?:table|tr|td|th)\b/i.test(tag);
}

const verbatim = /^<(script|style|pre|textarea)(?=[\s>])/i;
const blockTag =
  /^<\/?(?:address|article|aside|blockquote|body|canvas|caption|center|col|colgroup|dd|details|dir|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|li|main|menu|meta|nav|noframes|noscript|object|ol|output|p|param|pre|progress|script|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul|video)(?=[\s/>])/i;

const tag =
  /<(?:\/[A-Za-z][A-Za-z0-9-]*\s*|[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>/y;

function endOfTag(text: string, start: number): number | null {
  tag.lastIndex = start;
  return tag.test(text) ? tag.lastIndex : null;
}
