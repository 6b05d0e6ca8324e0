import { readBareArxiv } from './identifiers.ts';

/** What names a work everywhere, so that Manubot and MyST can look it up when they build the document. */
export interface WorkIdentifier {
  readonly kind: 'doi' | 'pmid' | 'pmcid' | 'arxiv' | 'isbn' | 'url' | 'wikidata';
  /** In the one form in which two of a kind can be compared. */
  readonly value: string;
}

/** Reads a citation key such as `doi:10.1234/x`, `pmid:123`, `arxiv:2301.12345`, `10.1234/x`; null for other keys. */
export function readWorkIdentifier(key: string): WorkIdentifier | null {
  const [, prefix = '', rest = ''] = /^(?:([A-Za-z]{3,8}):)?(.*)$/s.exec(key.trim()) ?? [];
  switch (prefix.toLowerCase()) {
    case '':
      return doi(rest);
    case 'doi':
    case 'shortdoi':
      return doi(rest) ?? matched('doi', /^10\/[a-z0-9]{2,20}$/i, rest);
    case 'pmid':
    case 'pubmed':
      return matched('pmid', /^[1-9]\d{0,8}$/, rest);
    case 'pmc':
    case 'pmcid':
      return matched('pmcid', /^PMC\d{1,9}(?:\.\d+)?$/i, rest);
    case 'arxiv': {
      const value = readBareArxiv(rest);
      return value === null ? null : { kind: 'arxiv', value: value.toLowerCase() };
    }
    case 'isbn':
      return isbn(rest);
    case 'wikidata':
      return matched('wikidata', /^Q\d{1,12}$/i, rest);
    case 'url':
      return url(rest);
    case 'http':
    case 'https':
      return /^\/\/(?:dx\.)?doi\.org\//i.test(rest) ? doi(rest.replace(/^\/\/[^/]+\//, '')) : url(key.trim());
    default:
      return null;
  }
}

function doi(text: string): WorkIdentifier | null {
  return matched('doi', /^10\.\d{4,9}\/\S+$/, text);
}

function url(text: string): WorkIdentifier | null {
  // Pandoc's keys end before `://`.
  if (/^https?$/i.test(text)) return { kind: 'url', value: '' };
  if (!/^https?:\/\/[^\s/]+/i.test(text)) return null;
  return { kind: 'url', value: text.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '') };
}

function isbn(text: string): WorkIdentifier | null {
  const digits = text.replace(/[-\s]/g, '').toUpperCase();
  return /^(?:97[89])?\d{9}[\dX]$/.test(digits) ? { kind: 'isbn', value: digits } : null;
}

function matched(kind: WorkIdentifier['kind'], form: RegExp, text: string): WorkIdentifier | null {
  return form.test(text) ? { kind, value: text.toLowerCase() } : null;
}
