import { readBibliography } from '../../shared/engine/index.ts';

/** The part of `fetch` that is used. */
export type Fetch = (
  address: string,
  options: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<Response>;

export interface ZoteroLimits {
  /** Milliseconds for all requests together. */
  readonly time: number;
  /** Bytes of all answers together. */
  readonly size: number;
}

export type ZoteroLibrary =
  | {
      readonly kind: 'read';
      readonly bibtex: string;
      readonly entries: number;
      /** What has made the citation keys: Better BibTeX keeps them, Zotero itself makes them anew each time. */
      readonly from: 'better-bibtex' | 'zotero';
    }
  | { readonly kind: 'problem'; readonly message: string };

/** Where Zotero listens on the machine that it runs on. */
export const zoteroAddress = 'http://127.0.0.1:23119';

const defaultLimits: ZoteroLimits = { time: 60_000, size: 100_000_000 };

/**
 * Asks the Zotero that runs on this machine for all of its own library as BibTeX: Better BibTeX where it is installed,
 * else Zotero's local interface. Nothing but this machine is asked. Never rejects.
 */
export async function readZotero(
  fetch: Fetch,
  address = zoteroAddress,
  limits: ZoteroLimits = defaultLimits,
): Promise<ZoteroLibrary> {
  if (!isThisMachine(address)) return problem(`${address} is not this machine: only a Zotero that runs here is asked.`);
  const asked = createAsked(fetch, address, limits);
  try {
    for (const path of BETTER_BIBTEX) {
      const answer = await asked(path);
      if (answer.status === 200) return libraryOf(answer.text, 'better-bibtex');
    }
    return await readPages(asked);
  } catch (error) {
    return problem(messageOf(error, limits));
  }
}

/** The export of a whole library has moved from one version to another. 1 is the user's own library. */
const BETTER_BIBTEX = ['/better-bibtex/export/library?/1/library.bibtex', '/better-bibtex/library?/1/library.bibtex'];

async function readPages(asked: Asked): Promise<ZoteroLibrary> {
  const pages: string[] = [];
  for (let start = 0; ; start += PAGE) {
    const { status, text, total } = await asked(`/api/users/0/items?format=bibtex&limit=${PAGE}&start=${start}`);
    if (status === 403)
      return problem(
        'Zotero does not let other programs read its library: allow it in Zotero’s settings (Advanced: “Allow other applications on this computer to communicate with Zotero”).',
      );
    if (status !== 200)
      return problem(`Zotero answered with ${status}: Zotero 7 or later, or Zotero with Better BibTeX, is needed.`);
    pages.push(text);
    if (total === null || start + PAGE >= total) break;
  }
  return libraryOf(pages.join('\n'), 'zotero');
}

const PAGE = 100;

function libraryOf(bibtex: string, from: 'better-bibtex' | 'zotero'): ZoteroLibrary {
  const { entries } = readBibliography('zotero.bib', bibtex);
  if (entries.length === 0) return problem('Zotero’s library has no item that can be cited.');
  return { kind: 'read', bibtex, entries: entries.length, from };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** How many items there are in all, where the answer says it. */
  readonly total: number | null;
}

type Asked = (path: string) => Promise<Answer>;

function createAsked(fetch: Fetch, address: string, { time, size }: ZoteroLimits): Asked {
  const signal = AbortSignal.timeout(time);
  let left = size;
  return async (path) => {
    const headers = { 'Zotero-API-Version': '3', 'Zotero-Allowed-Request': 'true' };
    const response = await fetch(address + path, { headers, signal });
    const parts: Uint8Array[] = [];
    for await (const part of response.body ?? []) {
      left -= part.length;
      if (left < 0) throw new TooLarge();
      parts.push(part);
    }
    const total = response.headers.get('Total-Results');
    return {
      status: response.status,
      text: Buffer.concat(parts).toString('utf8'),
      total: total === null || !/^\d{1,9}$/.test(total) ? null : Number(total),
    };
  };
}

class TooLarge extends Error {}

function messageOf(error: unknown, { time, size }: ZoteroLimits): string {
  if (error instanceof TooLarge)
    return `Zotero’s library is larger than ${Math.round(size / 1e6)} MB as BibTeX: export a collection from Zotero instead.`;
  if (error instanceof Error && error.name === 'TimeoutError')
    return `Zotero did not answer within ${Math.round(time / 1000)} s: try again when it has finished what it does.`;
  return 'Zotero does not answer: start Zotero on this machine, and try again.';
}

function isThisMachine(address: string): boolean {
  return URL.canParse(address) && ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(address).hostname);
}

function problem(message: string): ZoteroLibrary {
  return { kind: 'problem', message };
}
