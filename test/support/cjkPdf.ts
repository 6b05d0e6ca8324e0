import { drawnPdf } from './drawnPdf.ts';

/** A script, and a table in it. */
export interface Script {
  readonly name: string;
  /** The character map that the font names; the font itself is not in the file. */
  readonly map: string;
  readonly ordering: string;
  /** What the map is for, as decoders call it. */
  readonly encoding: string;
  /** Codes in hexadecimal. */
  readonly texts: { readonly [name in 'caption' | 'model' | 'heron' | 'robin']: string };
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

export const scripts: readonly Script[] = [
  {
    name: 'Chinese in Unicode',
    map: 'UniGB-UCS2-H',
    ordering: 'GB1',
    encoding: 'utf-16be',
    texts: { caption: utf16('两个模型的结果'), model: utf16('模型'), heron: utf16('苍鹭'), robin: utf16('知更鸟') },
  },
  {
    name: 'Japanese in Shift JIS',
    map: '90ms-RKSJ-H',
    ordering: 'Japan1',
    encoding: 'shift_jis',
    texts: { caption: '8c8b89ca', model: '8ee89640', heron: '8fac9aa0', robin: '8ee896408142' },
  },
  {
    name: 'Korean in KS X 1001',
    map: 'KSCms-UHC-H',
    ordering: 'Korea1',
    encoding: 'euc-kr',
    texts: { caption: 'b0e1b0fa', model: 'b8f0b5a8', heron: 'bfd6b0a1b8ae', robin: 'bfefbbf5' },
  },
];

export function textOf({ encoding, texts }: Script, name: keyof Script['texts']): string {
  return new TextDecoder(encoding).decode(Buffer.from(texts[name], 'hex'));
}

/** A page with a table of two models and two measures, whose words are in the script's font. */
export function cjkPdf({ map, ordering, texts }: Script): Uint8Array {
  const own = (hex: string, x: number, y: number): string => `BT /F2 10 Tf ${x} ${y} Td <${hex}> Tj ET`;
  const latin = (text: string, x: number, y: number): string => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`;
  const row = (stub: string, [first, second]: readonly [string, string], y: number): string[] => [
    own(stub, 72, y),
    latin(first, 172, y),
    latin(second, 252, y),
  ];
  const info = `/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>`;
  const look = '/FontDescriptor<</Type/FontDescriptor/FontName/Plain/Flags 4/ItalicAngle 0/Ascent 880/Descent -120>>';
  const descendant = `<</Type/Font/Subtype/CIDFontType0/BaseFont/Plain/DW 1000${info}${look}>>`;
  const font = `<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/${map}/DescendantFonts[${descendant}]>>`;
  return drawnPdf(
    [
      latin('Enough words for a page that is not a picture', 72, 700),
      latin('Table 1: ', 72, 620),
      own(texts.caption, 112, 620),
      ...row(texts.model, ['BLEU', 'CIDEr'], 600),
      ...row(texts.heron, ['31.9', '64.2'], 586),
      ...row(texts.robin, ['30.4', '59.3'], 572),
    ],
    { fonts: `/F2${font}` },
  );
}
