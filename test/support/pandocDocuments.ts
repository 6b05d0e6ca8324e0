/**
 * Documents that mix everything that stands near citations in Pandoc's Markdown, made of small fragments by a seeded
 * generator: the same seed gives the same document.
 */
export function pandocDocument(seed: number): string {
  const writer = createWriter(seed);
  const blocks = writer.chance(0.2) ? [frontMatter] : [];
  const count = 2 + writer.below(5);
  for (let index = 0; index < count; index++) blocks.push(block(writer, 0));
  const { notes } = writer;
  for (const note of notes) blocks.push(note);
  return `${blocks.join('\n\n')}\n`;
}

const frontMatter = '---\ntitle: A draft of @nobody\nbibliography: refs.bib\nnocite: "@*, @hidden"\n---';

interface Writer {
  readonly notes: string[];
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  key(): string;
}

function createWriter(seed: number): Writer {
  let state = (seed * 2654435761 + 12345) >>> 0;
  let count = 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const writer: Writer = {
    notes: [],
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
    key: () => writer.pick(keys) + ++count,
  };
  return writer;
}

/** Beginnings of keys; a running number makes each its own. */
const keys: readonly string[] = [
  'smith',
  'doe:2020a',
  'DBLP:conf/nips/X',
  'van-der-berg',
  'müller',
  'R-knitr',
  'a&b?c',
  'x_y_z',
  '_under',
  '2015.9a-.d',
  'Ünïcode.',
  '10.1000/j.abc.',
  'https://example.org/',
  'foo+bar',
  'foo--bar',
  'what#is%that',
  '李',
];

type Make = (writer: Writer, depth: number) => string;

const inlines: readonly Make[] = [
  () => 'plain words',
  () => 'a number of 43.8% in 2020.',
  () => 'end of a sentence. Next',
  (writer) => `@${writer.key()}`,
  (writer) => `@${writer.key()}.`,
  (writer) => `@${writer.key()}, and`,
  (writer) => `@${writer.key()}'s work`,
  (writer) => `(@${writer.key()})`,
  (writer) => `@{${writer.key()}}`,
  (writer) => `@{${writer.key()}}: so`,
  (writer) => `-@${writer.key()}`,
  (writer) => `@${writer.key()}---and`,
  (writer) => `@${writer.key()} [p. 33]`,
  (writer) => `@${writer.key()} [p. 33; @${writer.key()}]`,
  (writer) => `@${writer.key()} [@${writer.key()}, chap. 2]`,
  (writer) => `@${writer.key()}\n[Table 2]`,
  (writer) => `@${writer.key()}[pp. 3-5]`,
  (writer) => `@${writer.key()} [see](http://example.org/x)`,
  group,
  group,
  group,
  group,
  (writer) => `[@${writer.key()}; and nothing]`,
  (writer) => `[nothing; @${writer.key()}]`,
  (writer) => `[@${writer.key()}][@${writer.key()}]`,
  (writer) => `[@${writer.key()}]{.mark}`,
  (writer) => `[@${writer.key()}](http://example.org/x)`,
  (writer) => `[words of @${writer.key()}](http://example.org/x "t")`,
  (writer) => `[see [this] @${writer.key()}]`,
  (writer) => `[an aside [@${writer.key()}] here]`,
  (writer) => `![a figure of @${writer.key()}](x.png)`,
  (writer, depth) => `*${inline(writer, depth)}*`,
  (writer, depth) => `**${inline(writer, depth)}**`,
  (writer) => `"quoted @${writer.key()}"`,
  (writer) => `'quoted' [@${writer.key()}]`,
  () => '`@decorator` and `[@code]`',
  () => '`` `@tick` ``{.py}',
  () => '$x @ y_1$ and $5 [@m]$',
  () => 'costs $5 and $6',
  () => '\\@escaped and \\[@',
  () => '\\cite{latex} and \\foo{@x}',
  () => 'jane@example.org',
  () => '<jane@example.org>',
  () => '<https://example.org/@user>',
  () => '<!-- @comment [@b] -->',
  (writer) => `<span title="@no">@${writer.key()}</span>`,
  () => '<br/>',
  (writer) => `text^[A note on @${writer.key()} [p. 4].]`,
  (writer) => {
    const name = `n${writer.notes.length + 1}`;
    writer.notes.push(`[^${name}]: See ${group(writer, 0)} here.`);
    return `text[^${name}]`;
  },
  (writer) => `x^@${writer.key()}^`,
  (writer) => `~~@${writer.key()}~~`,
  (writer) => `word@${writer.key()}`,
  (writer) => `etc...@${writer.key()}`,
  (writer) => `\`code\`@${writer.key()}`,
  (writer) => `a&amp;@${writer.key()}`,
  () => '@ alone and @, and @@',
  () => '[12] and [] and [a]',
  () => '@{not a key}',
];

function group(writer: Writer, _depth: number): string {
  const parts = Array.from({ length: 1 + writer.below(3) }, () => {
    const before = writer.pick(['', '', '', 'see ', 'see also ', 'cf. [x] ', '*e.g.* ', '`a;b` ', '"A; b" ']);
    const minus = writer.chance(0.15) ? '-' : '';
    const key = writer.key();
    const written = writer.chance(0.15) ? `{${key}}` : key;
    const behind = writer.pick([
      '',
      '',
      '',
      ', p. 33',
      ', pp. 33-35, 38',
      ' {p. 5}',
      ', Table 2',
      ', sec. 2.1 and more',
      ', *p. 3; 4*',
      ' [p. 3]',
      ', see `x;y`',
      `, and @${writer.key()}`,
      ', \\]',
      ', $a;b$',
    ]);
    return `${before}${minus}@${written}${behind}`;
  });
  return `[${parts.join(writer.pick(['; ', ';', '; ', ';\n']))}]`;
}

function inline(writer: Writer, depth: number): string {
  const usable = depth > 0 ? inlines.slice(0, 20) : inlines;
  return writer.pick(usable)(writer, depth + 1);
}

function line(writer: Writer): string {
  return text(writer, 1).replace(/\n/g, ' ');
}

function text(writer: Writer, depth = 0): string {
  const parts = Array.from({ length: 1 + writer.below(5) }, () => inline(writer, depth));
  return `Some ${parts.join(writer.pick([' ', ' ', ' ', '\n']))} end`;
}

const blocks: readonly Make[] = [
  (writer) => text(writer),
  (writer) => text(writer),
  (writer) => text(writer),
  (writer) => text(writer),
  (writer) => `## ${line(writer)}`,
  (writer) => `${line(writer)}\n=====`,
  () => '## Head {#sec-x data-cite="@no"}',
  (writer) => prefixed(text(writer), '> '),
  (writer, depth) => prefixed(block(writer, depth + 1), '> '),
  (writer) => `- ${indented(text(writer), 2)}\n- ${indented(text(writer), 2)}`,
  (writer, depth) => `- ${line(writer)}\n\n  ${indented(block(writer, depth + 1), 2)}`,
  (writer) => `1. ${indented(text(writer), 3)}\n2. ${indented(text(writer), 3)}`,
  (writer) => `- one\n    - ${line(writer)}\n- two`,
  () => '```python\n@decorator\n[@code]\n```',
  () => '~~~ {.r cite="@x"}\n@decorator\n~~~',
  () => '    @indented [@code]',
  (writer) => `| a | b |\n|---|---|\n| ${cell(writer)} | 43.8 |\n| x | ${cell(writer)} |`,
  (writer) => `| a | b |\n|---|---|\n| ${cell(writer)} | 43.8 |\n\n: Caption @${writer.key()}`,
  (writer) => `Term ${cell(writer)}\n\n:   ${indented(text(writer), 4)}\n\nAnd on.`,
  (writer) => `Term\n:   ${line(writer)}\n:   ${line(writer)}`,
  (writer) => `| A line of @${writer.key()}\n| and ${cell(writer)}`,
  (writer) => `::: {.note cite="@no"}\n${text(writer)}\n:::`,
  (writer) => `<div class="x" title="@no">\n${text(writer)}\n</div>`,
  (writer) => `<div>\n\n${text(writer)}\n\n</div>`,
  (writer) => `<table><tr><td>@${writer.key()}</td></tr></table>`,
  () => '<script>\nlet x = "[@no]";\n</script>',
  () => '<pre>\n@no\n</pre>',
  () => '<!--\n[@no]\n\n@no\n-->',
  () => '$$\n@no [@x]\n$$',
  () => '\\begin{align}\n@no &= [@x]\n\\end{align}',
  () => '* * *',
  (writer) => `[ref]: http://example.org/@no\n\nA [ref] of @${writer.key()} [ref]`,
  (writer) => `(@ex) An example by ${cell(writer)}\n\nAs (@ex) shows`,
];

function cell(writer: Writer): string {
  return writer.pick([
    (): string => `@${writer.key()}`,
    (): string => `[@${writer.key()}]`,
    (): string => `*x* [see @${writer.key()}, p. 3; @${writer.key()}]`,
  ])();
}

function block(writer: Writer, depth: number): string {
  return writer.pick(depth > 1 ? blocks.slice(0, 4) : blocks)(writer, depth);
}

function prefixed(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((row) => prefix + row)
    .join('\n');
}

function indented(text: string, by: number): string {
  return text.replace(/\n(?=.)/g, `\n${' '.repeat(by)}`);
}
