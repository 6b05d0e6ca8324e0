import * as z from 'zod';

/** How grave a finding is shown; `off` hides it. */
export const level = z.enum(['error', 'warning', 'information', 'hint', 'off']);
export type Level = z.infer<typeof level>;

/** The codes of diagnostics, each with a page that explains it. */
export const ruleCodes = [
  'contradicted',
  'misattributed',
  'unsupported',
  'uncited',
  'citation-undefined',
  'citation-duplicate',
  'citation-duplicate-work',
  'citation-duplicate-version',
  'citation-unused',
  'source-retracted',
  'source-missing',
  'bib-field-missing',
  'bib-entry-broken',
  'bib-file-missing',
  'source-unreadable',
  'source-empty',
  'table-unclear',
  'library-missing',
  'config-invalid',
] as const;

/** The settings under the prefix `grounded`, in every editor. What is left out has its default. */
export const settingsSchema = z.object({
  library: z
    .array(z.string())
    .default([])
    .describe(
      'Folders (or .bib files) with the sources, relative to the workspace folder. They go before grounded.json and the front matter of the draft.',
    ),
  run: z.enum(['onType', 'onSave']).default('onType').describe('When a draft is checked.'),
  delay: z
    .number()
    .int()
    .min(0)
    .max(60_000)
    .default(300)
    .describe('Milliseconds without typing before a draft is checked; only with "onType".'),
  severity: z
    .partialRecord(z.enum(ruleCodes), level)
    .default({})
    .describe('How grave each kind of finding is shown, by its code. "off" hides it.'),
  minimumConfidence: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Findings whose verdict is less likely right than this, from 0 to 1, are not shown.'),
  requiredFields: z
    .record(z.string(), z.array(z.string().min(1)))
    .default({})
    .describe(
      'The fields that entries of a type must have, by the type, in place of the usual ones; "a/b" asks for either.',
    ),
  exclude: z
    .array(z.string())
    .default([])
    .describe('Globs, relative to each folder of the library, of files that are no sources.'),
  maxFileSize: z
    .number()
    .positive()
    .max(500)
    .default(20)
    .describe('Megabytes. Larger sources are not read, and named as a problem.'),
  trace: z
    .object({
      server: z
        .enum(['off', 'messages', 'verbose'])
        .default('off')
        .describe('How much of the traffic with the language server is written to the log.'),
    })
    .default({ server: 'off' }),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

export type ParsedSettings =
  | { readonly kind: 'valid'; readonly settings: Settings }
  /** The first value that cannot be used, in words. */
  | { readonly kind: 'invalid'; readonly message: string };

/** Parses what an editor has under `grounded`; null and undefined are taken for "nothing set". */
export function parseSettings(value: unknown): ParsedSettings {
  const parsed = settingsSchema.safeParse(withoutNulls(value));
  if (parsed.success) return { kind: 'valid', settings: parsed.data };
  const [issue] = parsed.error.issues;
  const where = ['grounded', ...(issue?.path ?? [])].join('.');
  return { kind: 'invalid', message: `The setting ${where} cannot be used: ${issue?.message ?? 'unknown reason'}.` };
}

/** Editors send null for settings that are not set. */
function withoutNulls(value: unknown): unknown {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
}
