import type { CiteKey } from '../bibliography/entry.ts';
import type { Span } from '../text/span.ts';
import type { Citation, CitationStyle, DraftSyntax } from './draft.ts';

/** The style in which a draft of this syntax is expected to cite. */
export function styleOf(syntax: DraftSyntax): CitationStyle {
  return syntax === 'markdown' ? 'pandoc' : syntax;
}

/**
 * A new citation of at least one key. The locator (`Table 2`, `p. 6`) is that of the last key; LaTeX knows one for the
 * whole group.
 */
export function writeCitation(style: CitationStyle, keys: readonly CiteKey[], locator: string | null): string {
  switch (style) {
    case 'pandoc':
      return `[${keys.map(pandocKey).join('; ')}${locator === null ? '' : `, ${locator}`}]`;
    case 'myst':
      return `{cite:p}\`${keys.join(',')}${locator === null ? '' : `{${locator}}`}\``;
    case 'latex':
      return `\\cite${locator === null ? '' : `[${locator}]`}{${keys.join(',')}}`;
    case 'typst':
      return keys.map((key, index) => typstKey(key, index === keys.length - 1 ? locator : null)).join(' ');
    case 'org':
      return `[cite:${keys.map((key) => `@${key}`).join(';')}${locator === null ? '' : ` ${locator}`}]`;
    default: {
      const unknown: never = style;
      return unknown;
    }
  }
}

/** The edit of `text` that lets the group in which `citation` stands cite `key` too, behind its last key and locator. */
export function addToGroup(
  text: string,
  citation: Citation,
  key: CiteKey,
): { readonly span: Span; readonly text: string } {
  const { group, style } = citation;
  const written = text.slice(group.start, group.end);
  const insert = (beforeEnd: number, what: string): { span: Span; text: string } => {
    const at = group.end - beforeEnd;
    return { span: { start: at, end: at }, text: what };
  };
  switch (style) {
    case 'pandoc':
      return written.endsWith(']') ? insert(1, `; ${pandocKey(key)}`) : insert(0, ` [${pandocKey(key)}]`);
    case 'myst':
      return insert(1, `,${key}`);
    case 'latex':
      // A command for many groups, `\cites[3]{a}[4]{b}`, takes another one; any other a key more.
      return /^\\[A-Za-z]*cites\b/.test(written) ? insert(0, `{${key}}`) : insert(1, `,${key}`);
    case 'typst':
      return insert(0, ` ${typstKey(key, null)}`);
    case 'org':
      if (written.startsWith('[['))
        return insert(closingOfLink(written), written.includes('&') ? `;&${key}` : `,${key}`);
      return written.startsWith('[')
        ? insert(1, `;@${key}`)
        : insert(0, written.includes('&') ? `;&${key}` : `,${key}`);
    default: {
      const unknown: never = style;
      return unknown;
    }
  }
}

/** The key with its mark, in braces where its own signs would end it. */
function pandocKey(key: CiteKey): string {
  return bareKey.test(key) ? `@${key}` : `@{${key}}`;
}

const bareKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u;

function typstKey(key: CiteKey, locator: string | null): string {
  const isLabel = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_-])?$/u.test(key);
  if (isLabel && locator === null) return `@${key}`;
  const label = isLabel ? `<${key}>` : `label(${JSON.stringify(key)})`;
  return `#cite(${label}${locator === null ? '' : `, supplement: [${locator}]`})`;
}

/** The length of what closes a link of Org's, with its description: `[[cite:&a][words]]`. */
function closingOfLink(written: string): number {
  const description = written.indexOf('][');
  return description < 0 ? 2 : written.length - description;
}
