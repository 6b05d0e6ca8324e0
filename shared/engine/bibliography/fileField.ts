/**
 * Reads the paths of a `file` field as reference managers write it: a plain path, `description:path:type`,
 * several of either behind `;`, with `\:`, `\;` and `\\` for the marks themselves.
 */
export function readFileField(field: string): string[] {
  const paths: string[] = [];
  for (const part of splitUnescaped(field, ';')) {
    const path = pathOf(splitUnescaped(part, ':'))
      .replace(/\\([\\:;_&%#$])/g, '$1')
      .trim();
    if (path !== '') paths.push(path);
  }
  return paths;
}

function pathOf(parts: string[]): string {
  const [first = '', second = ''] = parts;
  if (parts.length === 1) return first;
  // `C:\papers\x.pdf`, written without an escape.
  if (/^\s*[A-Za-z]$/.test(first) && /^[\\/]/.test(second)) return parts.slice(0, 2).join(':');
  if (parts.length === 2) return isType(second) ? first : second;
  if (/^[A-Za-z]$/.test(second) && /^[\\/]/.test(parts[2] ?? '')) return `${second}:${parts[2]}`;
  return second;
}

function isType(text: string): boolean {
  return /^[\w.+-]+\/[\w.+-]+$|^[A-Za-z]{2,8}$/.test(text.trim()) && !/\.\w{2,4}$/.test(text.trim());
}

/** Splits at `mark` where no backslash stands before it; the escapes stay. */
function splitUnescaped(text: string, mark: ':' | ';'): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === mark) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
