import type { NamedDocument } from './library.ts';
import { canonicalTitle, normalPath, stemOf, withoutVersion } from './libraryNames.ts';

/** 0 for a form whose markup says where its tables are, 1 for a packed one, 2 for a page's print, 3 for what is no form of a paper. */
export function formRank({ id }: NamedDocument): number {
  const extension = /\.[^./\\]*$/.exec(id)?.[0].toLowerCase() ?? '';
  return RANKS[extension] ?? 0;
}

const SUPPLEMENT = 3;
const RANKS: Readonly<Record<string, number>> = {
  '.docx': 1,
  '.pdf': 2,
  '.csv': SUPPLEMENT,
  '.tsv': SUPPLEMENT,
  '.ipynb': SUPPLEMENT,
};

/** A form with less of the text than this share of the longest is an abstract or notes, not the work. */
const WHOLE = 1 / 3;

/** The form of a work that is read best: whole, its tables marked as such, the fewest of them unclear. */
export function bestForm(forms: readonly NamedDocument[]): NamedDocument {
  const [first, ...others] = forms as readonly [NamedDocument, ...NamedDocument[]];
  if (others.length === 0) return first;
  const most = Math.max(...forms.map(textLength));
  const quality = (form: NamedDocument): readonly number[] => [
    textLength(form) >= most * WHOLE ? 0 : 1,
    formRank(form),
    form.document.tables.filter(({ unclear }) => unclear.length > 0).length,
  ];
  return others.reduce((best, one) => (isBefore(quality(one), quality(best)) ? one : best), first);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

function textLength({ document }: NamedDocument): number {
  return document.passages.reduce((length, { text }) => length + text.length, 0);
}

/** The documents of a library by the work that they are forms of. */
export interface Works {
  /** Says that these are forms of one work. */
  join(documents: readonly NamedDocument[]): void;
  /** Each work with its forms, in the order of the documents. */
  all(): readonly (readonly NamedDocument[])[];
}

/** Documents are one work where they stand side by side under one name, or have the DOI, arXiv identifier or title in common. */
export function createWorks(documents: readonly NamedDocument[]): Works {
  const parents = new Map<NamedDocument, NamedDocument>();
  const workOf = (document: NamedDocument): NamedDocument => {
    let work = document;
    for (let next = parents.get(work); next !== undefined; next = parents.get(work)) work = next;
    return work;
  };
  const join = (all: readonly NamedDocument[]): void => {
    const [first, ...others] = all.filter((one) => formRank(one) !== SUPPLEMENT);
    for (const one of others) if (first && workOf(one) !== workOf(first)) parents.set(workOf(one), workOf(first));
  };
  const byName = new Map<string, NamedDocument>();
  for (const document of documents)
    for (const name of namesOf(document)) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, document);
      else join([known, document]);
    }
  return {
    join,
    all() {
      const works = new Map<NamedDocument, NamedDocument[]>();
      for (const document of documents) {
        const work = workOf(document);
        works.set(work, [...(works.get(work) ?? []), document]);
      }
      return [...works.values()];
    },
  };
}

/** Two works may well have a short title in common: `Supplementary material`. */
const LEAST_WORDS = 5;

function namesOf({ id, document }: NamedDocument): string[] {
  const { doi, arxiv, title } = document.metadata;
  const words = canonicalTitle(title ?? '');
  return [
    `stem ${stemOf(normalPath(id))}`,
    ...(doi === null ? [] : [`doi ${doi.toLowerCase()}`]),
    ...(arxiv === null ? [] : [`arxiv ${withoutVersion(arxiv)}`]),
    ...(words.split(' ').length < LEAST_WORDS ? [] : [`title ${words}`]),
  ];
}
