import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../shared/engine/claims/draftParse.ts';
import { readPlain } from '../../shared/engine/claims/draftPlain.ts';
import { createDraftReader, readDraft } from '../../shared/engine/claims/readDraft.ts';

/** The draft's blocks, one per line, white space collapsed: what the claim finder gets to see. */
function seen(markdown: string): string[] {
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return readDraft(markdown).blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `h${block.level} ${block.title}`;
      case 'prose':
        return `${block.place} ${flat(block.masked)}`;
      case 'table': {
        const rows = [block.header, ...block.rows].map((row) => row.map(({ masked }) => flat(masked)).join(','));
        return `table ${[...rows, ...(block.caption === '' ? [] : [`caption ${block.caption}`])].join(' / ')}`;
      }
      default: {
        const unknown: never = block;
        return unknown;
      }
    }
  });
}

const masks: readonly (readonly [string, readonly string[]])[] = [
  ['Plain 5.', ['paragraph Plain 5.']],
  ['**Bold** _5_ *x*', ['paragraph Bold 5 x']],
  ['Code `a 5` end', ['paragraph Code end']],
  ['Code ``a ` 5`` end', ['paragraph Code end']],
  ['Math $x = 5$ end', ['paragraph Math end']],
  ['Costs $5 and $6.', ['paragraph Costs $5 and $6.']],
  ['Costs $5 to $6 and $x$.', ['paragraph Costs $5 to $6 and .']],
  ['It is 5\\$ and 6\\$.', ['paragraph It is 5 $ and 6 $.']],
  ['A $ 8 0 { \\pm } 1 $ b', ['paragraph A b']],
  ['See \\footnote{\\url{x5} 6} end', ['paragraph See end']],
  ['A $a *b$ c* d', ['paragraph A c* d']],
  ['Display $$x\n= 5$$ end', ['paragraph Display end']],
  ['$$\nx = 5\n\ny = 6\n$$\n\nend', ['paragraph end']],
  ['\\begin{align}\nx = 5\n\\end{align}\n\nend', ['paragraph end']],
  ['See \\ref{tab:5} and \\textbf 6', ['paragraph See and \\textbf 6']],
  ['```\ncode 5\n\nmore 6\n```\nend', ['paragraph end']],
  ['before\n```\ncode 5\n```\nend', ['paragraph before', 'paragraph end']],
  ['~~~~\ncode 5\n~~~\nstill 6\n~~~~\nend', ['paragraph end']],
  ['```\nnever closed 5\n\nmore', []],
  ['    indented 5', []],
  ['- item\n\n  ```\n  code 5\n  ```\n\n  end', ['item item', 'item end']],
  ['> ```\n> code 5\n> ```\n>\n> end', ['quote end']],
  ['Link [text 5](http://x.org/6 "t 7") end', ['paragraph Link text 5 end']],
  ['Image ![alt 5](x6.png) end', ['paragraph Image end']],
  ['See [text][r1] and [r1].\n\n[r1]: http://x.org/5', ['paragraph See text and r1 .']],
  ['As in [12] and [3, 4] or [5-7].', ['paragraph As in and or .']],
  ['As in [12].\n\n[12]: http://x.org/5', ['paragraph As in .']],
  ['The interval [41.2, 45.6].', ['paragraph The interval [41.2, 45.6].']],
  ['URL https://x.org/5/6. End', ['paragraph URL . End']],
  ['URL <https://x.org/5> and www.x.org/7 end', ['paragraph URL and end']],
  ['DOI doi:10.1234/abc.5 and 10.1234/x6, arXiv:2301.12345v2.', ['paragraph DOI and , .']],
  ['Mail a5@b.org end', ['paragraph Mail end']],
  ['HTML <b class="x5">6</b> end', ['paragraph HTML 6 end']],
  ['<div>\n5\n</div>\n\nend', ['paragraph 5', 'paragraph end']],
  ['<table><tr><td>5</td></tr></table>', ['paragraph 5']],
  ['<pre>\n5\n\n6\n</pre>\n\nend', ['paragraph end']],
  ['<!-- 5\n\n6 -->\n\nend', ['paragraph end']],
  ['<!-- 5 --> start 6', ['paragraph start 6']],
  ['Start <!-- 5\n\n6 --> end', ['paragraph Start end']],
  ['Never closed <!-- 5\n\nend', ['paragraph Never closed <!-- 5', 'paragraph end']],
  ['Code `<!--` here\n\n5 -->', ['paragraph Code here', 'paragraph 5 -->']],
  ['Escaped 3\\*4 and 43\\.8', ['paragraph Escaped 3 *4 and 43 .8']],
  ['5&nbsp;% &plusmn;0.3 &#8722;4 &unknown; end', ['paragraph 5 % ±0.3 −4 &unknown; end']],
  ['A [span 5]{.mark #x6} end', ['paragraph A [span 5] end']],
  ['Struck ~~5~~ 6', ['paragraph Struck 6']],
  ['Wiki [[page 5|text 6]] and [[Page]]', ['paragraph Wiki text 6 and Page']],
  ['> quote 5\n> more 6\nlazy 7\n\n> > deep\n> > er', ['quote quote 5 more 6 lazy 7', 'quote deep er']],
  ['> [!NOTE] x\n> 5', ['quote x 5']],
  ['Is a > 5\n> quote', ['paragraph Is a > 5', 'quote quote']],
  [
    '- a 1\n- b 2\n  more\n  - c 3\n    1. d 4\n\n  para 5',
    ['item a 1', 'item b 2 more', 'item c 3', 'item d 4', 'item para 5'],
  ],
  ['1. a\n\n2. b\n\n   para', ['item a', 'item b', 'item para']],
  ['- [ ] todo 5\n- [x] done 6', ['item todo 5', 'item done 6']],
  ['- > quote in item\n  > goes on', ['quote quote in item goes on']],
  ['Head\n====\n\nSub\n---\n\ntext', ['h1 Head', 'h2 Sub', 'paragraph text']],
  ['# A *b* `c` {#sec:x .y}\n## D ##', ['h1 A b', 'h2 D']],
  ['text\n# Head\ntext', ['paragraph text', 'h1 Head', 'paragraph text']],
  [
    'Text[^1] 5[^long-2].\n\n[^1]: Foot 6\n    goes on.\n\n    Second 7.\n[^long-2]: Other.',
    ['paragraph Text 5 .', 'footnote Foot 6 goes on.', 'footnote Second 7.', 'footnote Other.'],
  ],
  ['A^[Inline *5*.] b 6.', ['paragraph A b 6.', 'footnote Inline 5 .']],
  [
    'Term\n:   Def 5.\n:   Def 6.\n\n    Para 7',
    ['paragraph Term', 'paragraph Def 5.', 'paragraph Def 6.', 'paragraph Para 7'],
  ],
  ['::: {.note}\nText 5\n:::\nmore', ['paragraph Text 5', 'paragraph more']],
  ['***\n\ntext\n\n---\n\nmore', ['paragraph text', 'paragraph more']],
  ['| a | b |\n|---|---|\n| **1** | `2` |\n| 3 \\| 4 |', ['table a,b / 1, / 3 | 4']],
  ['| a |\n|---|\n| 1 |\n: Cap 5', ['table a / 1 / caption Cap 5', 'paragraph Cap 5']],
  ['Table: Cap 5\n\n| a |\n|---|\n| 1 |', ['paragraph Table: Cap 5', 'table a / 1 / caption Cap 5']],
  ['**Table 3.** Cap\n\n| a |\n|---|\n| 1 |', ['paragraph Table 3. Cap', 'table a / 1 / caption Table 3. Cap']],
  [
    'Table: One\n\n| a |\n|---|\n| 1 |\n\nTable: Two\n\n| b |\n|---|\n| 2 |',
    ['paragraph Table: One', 'table a / 1 / caption One', 'paragraph Table: Two', 'table b / 2 / caption Two'],
  ],
  ['- item\n\n  | a |\n  |---|\n  | 1 |', ['item item', 'table a / 1']],
  ['a | b\n--|--\n1 | 2', ['table a,b / 1,2']],
  ['Bars | in 5 | prose', ['paragraph Bars | in 5 | prose']],
  ['---\ntitle: x 5\n---\nText', ['paragraph Text']],
  ['---\n\nText 5\n\n---\n\nMore', ['paragraph Text 5', 'paragraph More']],
  ['+++\ntitle = 5\n+++\nText', ['paragraph Text']],
  ['', []],
  ['\n\n \n', []],
];

test('what is prose and what is blanked', async (t) => {
  for (const [markdown, expected] of masks) {
    await t.test(JSON.stringify(markdown).slice(0, 70), () => {
      assert.deepEqual(seen(markdown), expected);
      const windows = markdown.replace(/\n/g, '\r\n');
      assert.deepEqual(seen(windows), expected, 'with CRLF');
    });
  }
});

test('a mask keeps every character at its place', () => {
  const markdown = '> A **b** 4\\%\r\n> [@k, p. 3] &plusmn;5 😀 6.';
  const [block] = readDraft(markdown).blocks;
  assert.ok(block?.kind === 'prose');
  assert.equal(block.masked, 'A   b   4 %\r\n                    ±5 😀 6.'.replace('             ', '             '));
  assert.equal(markdown.indexOf('6.'), block.span.start + block.masked.indexOf('6.'));
});

const sentences: readonly (readonly [string, readonly string[]])[] = [
  ['It reaches 43.8 [@k]. Next.', ['It reaches 43.8 [@k].', 'Next.']],
  ['It reaches 43.8. [@k] Next one.', ['It reaches 43.8. [@k]', 'Next one.']],
  ['It is 43.8. @doe2020 reports 5.', ['It is 43.8.', '@doe2020 reports 5.']],
  ['[@k] says so. Next.', ['[@k] says so.', 'Next.']],
  ['It is 5. $x$ is 6. `c` is 7.', ['It is 5.', '$x$ is 6.', '`c` is 7.']],
  ['It has 5\npoints. Then\nmore.', ['It has 5\npoints.', 'Then\nmore.']],
  ['**It is 5.** Next is 6.', ['**It is 5.**', 'Next is 6.']],
];

test('sentences take their citations along', () => {
  for (const [markdown, expected] of sentences) {
    const [block] = readDraft(markdown).blocks;
    assert.ok(block?.kind === 'prose');
    const found = block.sentences.map(({ start, end }) => markdown.slice(start, end));
    // Emphasis marks at the ends belong to no sentence.
    assert.deepEqual(
      found,
      expected.map((sentence) => sentence.replace(/^\*\*|\*\*$/g, '')),
    );
  }
});

test('bibliography paths of the front matter', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['---\nbibliography: references.bib\n---\n', ['references.bib']],
    ['---\ntitle: x\nbibliography:\n  - a.bib\n  - "b c.bib"\n...\n', ['a.bib', 'b c.bib']],
    ['---\r\nbibliography: [a.bib, b.json]\r\n---\r\nText', ['a.bib', 'b.json']],
    ['---\ntitle: x\n---\nbibliography: no.bib', []],
    ['Text\n---\nbibliography: no.bib\n---\n', []],
    ['---\nbibliography: 5\n---\n', []],
  ];
  for (const [markdown, expected] of cases) {
    const { bibliographies } = readDraft(markdown);
    assert.deepEqual(
      bibliographies.map(({ path }) => path),
      expected,
      markdown,
    );
    for (const { path, span } of bibliographies) assert.ok(markdown.slice(span.start, span.end).includes(path));
  }
  const broken = readDraft('---\nbibliography: [a.bib\nx: y: z\n---\nText');
  assert.deepEqual(
    broken.problems.map(({ code }) => code),
    ['config-invalid'],
  );
});

const silenced: readonly (readonly [string, readonly (readonly [string, readonly string[]])[]])[] = [
  ['<!-- grounded-ignore-next-line -->\nA 5\nB', [['A 5', []]]],
  ['<!-- grounded-ignore-next-line unsupported, uncited -- own data -->\n\nA 5', [['A 5', ['unsupported', 'uncited']]]],
  [
    'A 5 <!-- grounded-ignore-line contradicted -->\nB',
    [['A 5 <!-- grounded-ignore-line contradicted -->', ['contradicted']]],
  ],
  ['<!-- grounded-ignore -->\nA 5', [['A 5', []]]],
  ['A 5 <!-- grounded-ignore -->', [['A 5 <!-- grounded-ignore -->', []]]],
  ['- a\n  <!-- grounded-ignore-next-line -->\n- b 5\n- c', [['- b 5', []]]],
  ['| a |\n|---|\n| 1 <!-- grounded-ignore-line --> |\n| 2 |', [['| 1 <!-- grounded-ignore-line --> |', []]]],
  ['[^1]: Foot 5 <!-- grounded-ignore-line -->\n', [['[^1]: Foot 5 <!-- grounded-ignore-line -->', []]]],
  [
    'a\n\n<!-- grounded-ignore-start -->\nb\n<!-- grounded-ignore-end -->\nc',
    [['<!-- grounded-ignore-start -->\nb\n<!-- grounded-ignore-end -->', []]],
  ],
  ['<!-- grounded-ignore-start -->\nb', [['<!-- grounded-ignore-start -->\nb', []]]],
  ['a\n<!-- grounded-ignore-file -->', [['a\n<!-- grounded-ignore-file -->', []]]],
  ['A 5\r\n<!-- grounded-ignore-next-line -->\r\nB 6\r\nC', [['B 6', []]]],
  ['`<!-- grounded-ignore-file -->`', []],
  ['```\n<!-- grounded-ignore-file -->\n```', []],
  ['<!-- grounded-ignored -->\nA', []],
];

test('comments that silence findings', () => {
  for (const [markdown, expected] of silenced) {
    const found = readDraft(markdown).suppressions;
    assert.deepEqual(
      found.map(({ span, codes }) => [markdown.slice(span.start, span.end), codes]),
      expected,
      markdown,
    );
  }
});

/** Markdown-like text: the pieces that make trouble, in any order. */
const markdownText = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'Word 5.8 ',
        '. ',
        '\n',
        '\n\n',
        '\r\n',
        '  ',
        '    ',
        '- ',
        '1. ',
        '> ',
        '# ',
        '*',
        '**',
        '_',
        '`',
        '```\n',
      ],
      ...[
        '$',
        '$$',
        '|',
        '|---|\n',
        '| a | b |\n',
        '[',
        ']',
        '(',
        ')',
        '@key',
        '[@a, p. 3]',
        '[^1]',
        '[^1]: ',
        '^[',
        '\\',
      ],
      ...[
        '<!--',
        '-->',
        '<b>',
        '&nbsp;',
        '😀',
        'é',
        '~~',
        '{',
        '}',
        ': ',
        'http://x.y/5',
        '\\begin{x}',
        '---\n',
        '\t',
        '![',
      ],
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

test('reading any text keeps lengths, places and order', () => {
  fc.assert(
    fc.property(markdownText, (text) => {
      const draft = readDraft(text);
      for (const block of draft.blocks) {
        assert.ok(0 <= block.span.start && block.span.end <= text.length);
        if (block.kind === 'heading') continue;
        const cells = block.kind === 'prose' ? [block] : [...block.header, ...block.rows.flat()];
        for (const { span, masked } of cells) {
          assert.equal(masked.length, span.end - span.start);
          const source = text.slice(span.start, span.end);
          assert.equal(masked.replace(/[^\r\n]/g, ''), source.replace(/[^\r\n]/g, ''));
        }
        if (block.kind === 'prose') {
          for (const { start, end } of block.sentences)
            assert.ok(block.span.start <= start && start < end && end <= block.span.end);
        }
      }
      for (const { key, keySpan } of draft.citations) assert.equal(text.slice(keySpan.start, keySpan.end), key);
    }),
    { numRuns: 250 },
  );
});

test('a reader that remembers gives what a fresh one gives', () => {
  fc.assert(
    fc.property(markdownText, markdownText, markdownText, (before, edit, after) => {
      const read = createDraftReader();
      read(before + after);
      assert.deepEqual(read(before + edit + after), readDraft(before + edit + after));
      assert.deepEqual(read(before + after), readDraft(before + after));
    }),
    { numRuns: 80 },
  );
});

test('reading in stretches gives what reading the whole gives', () => {
  const lines = fc
    .array(
      fc.constantFrom(
        ...[
          'Text one',
          'more *text* here',
          '# Head',
          '- item',
          '  - inner',
          '  continued',
          '    indented',
          '1. one',
          '1) two',
        ],
        ...[
          '> quote',
          '> - in quote',
          '>',
          '| a | b |',
          '|---|---|',
          '```',
          '~~~',
          '---',
          '===',
          '',
          '',
          '',
          '\t- tab',
          '> ```',
          '  ```',
        ],
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join('\n'));
  type Node = ReturnType<typeof parseMarkdown>['children'][number];
  const starts = (nodes: readonly Node[]): string[] =>
    nodes.flatMap((node): string[] => {
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'table') {
        return [`${node.type} ${node.position?.start.offset}`];
      }
      return 'children' in node ? starts(node.children as Node[]) : [];
    });
  const names = { prose: 'paragraph', heading: 'heading', table: 'table' };
  fc.assert(
    fc.property(lines, (text) => {
      const found = readDraft(`x\n\n${text}`).blocks.map(({ kind, span }) => `${names[kind]} ${span.start}`);
      assert.deepEqual(found, starts(parseMarkdown(`x\n\n${text}`).children), JSON.stringify(text));
    }),
    { numRuns: 250 },
  );
});

test('the short way through plain paragraphs gives what the parser gives', () => {
  const plainText = fc
    .array(
      fc.constantFrom(
        'a',
        'B 5.8',
        ' ',
        '  ',
        '. ',
        '\n',
        '\r\n',
        '#',
        '-',
        '1. ',
        '[@a_b]',
        '[',
        ']',
        '(',
        '_',
        '=',
        '+',
        '~',
        ':',
        '@x',
        '$5 ',
      ),
      {
        maxLength: 25,
      },
    )
    .map((pieces) => pieces.join('').trimEnd());
  let plain = 0;
  fc.assert(
    fc.property(plainText, (text) => {
      const root = readPlain(text);
      if (root === null) return;
      plain++;
      const shape = ({ children }: ReturnType<typeof parseMarkdown>): unknown =>
        children.map((node) => [
          node.type,
          node.position?.start.offset,
          node.position?.end.offset,
          'children' in node ? node.children.map(({ type }) => type) : [],
        ]);
      assert.deepEqual(shape(root), shape(parseMarkdown(text)), JSON.stringify(text));
    }),
    { numRuns: 600 },
  );
  assert.ok(plain > 50, `only ${plain} of the texts were plain`);
});

test('hostile text stays under a bound', () => {
  const hostile = [
    '*a_ '.repeat(3000),
    '['.repeat(10000),
    '[a]('.repeat(2000),
    '$a '.repeat(2000),
    '`'.repeat(10000),
    '` '.repeat(2000) + '`` '.repeat(2000),
    '<!-- '.repeat(2000),
    '> '.repeat(3000),
    '- '.repeat(800),
    '@a [@b '.repeat(3000),
    '^[ '.repeat(2000),
    '&amp;'.repeat(2000),
    `${'|'.repeat(2000)}\n${'|-'.repeat(2000)}\n`,
    '(a. '.repeat(2000),
    '{.a '.repeat(2000),
    '[[a|'.repeat(2000),
    '\\a{'.repeat(2000),
    'x\n: '.repeat(500),
    '~~a'.repeat(2000),
    'a5@'.repeat(2000),
    `${'['.repeat(20000)}@a${']'.repeat(20000)}`,
    '[@a '.repeat(300) + ']'.repeat(300),
    `[${"'a ".repeat(3000)}@a]`,
    '@a [@b; '.repeat(1000) + ']'.repeat(1000),
    '<a b="'.repeat(2000),
    '<b>'.repeat(3000),
    '<pre>'.repeat(3000),
    '@{'.repeat(3000),
    '@{a'.repeat(5000),
  ];
  for (const text of hostile) {
    const start = performance.now();
    readDraft(text);
    const took = performance.now() - start;
    assert.ok(took < 1500, `${JSON.stringify(text.slice(0, 12))} took ${took.toFixed(0)} ms`);
  }
});
