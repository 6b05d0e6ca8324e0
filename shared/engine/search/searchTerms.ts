/**
 * The terms of a text for search, in lower case: `2.8B`, `GPT-4` and `63.3` stay whole, `1,234` is `1234`, and a
 * compound also counts by its parts of letters (`video-captioning` by `video` and `captioning`).
 */
export function searchTerms(text: string): string[] {
  const terms: string[] = [];
  for (const match of text.normalize('NFKC').toLowerCase().matchAll(pattern)) {
    const term = match[0].replace(/(?<=\d),(?=\d{3})/g, '').replace(/[‐‑–]/g, '-');
    terms.push(term);
    if (!/[-/+_]/.test(term)) continue;
    for (const part of term.split(/[-/+_]/)) if (part.length > 1 && /\p{L}/u.test(part)) terms.push(part);
  }
  return terms;
}

const pattern = /[\p{L}\p{N}\p{M}]+(?:(?:[.\-‐‑+/_&@’']|,(?=\d{3}))[\p{L}\p{N}\p{M}]+)*\+*/gu;
