/** Reads a DOI out of a field or an address: `https://doi.org/10.1/x` and `doi:10.1/x` give `10.1/x`. */
export function readDoi(text: string): string | null {
  const match = /\b10\.\d{4,9}\/[^\s"<>{}]+/.exec(text.replace(/\\([_&%#])/g, '$1').replace(/\{([_&%#<>])\}/g, '$1'));
  return match === null ? null : match[0].replace(/[.,;)\]]+$/, '');
}

/** Reads an arXiv identifier without its version: `arXiv:2301.12345v2` and `…/abs/2301.12345` give `2301.12345`. */
export function readArxiv(text: string): string | null {
  const match =
    /(?:arxiv(?:\.org\/(?:abs|pdf|html)\/|[.:\s]+(?:preprint\s+)?(?:arxiv[:\s]+)?)|10\.48550\/arxiv\.)\s*((?:\d{4}\.\d{4,5})|(?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}))/i.exec(
      text,
    );
  return match?.[1] ?? null;
}

/** An arXiv identifier that stands alone, as in `eprint`. */
export function readBareArxiv(text: string): string | null {
  const match = /^\s*(?:arxiv:)?((?:\d{4}\.\d{4,5})|(?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}))(?:v\d+)?\s*$/i.exec(text);
  return match?.[1] ?? null;
}
