import { inflateSync } from 'node:zlib';
import { getResolvedPDFJS } from 'unpdf';

export type Library = Awaited<ReturnType<typeof getResolvedPDFJS>>;

/** The PDF library, after giving it what it takes for granted in a browser and in newer versions of Node. */
export async function loadLibrary(): Promise<Library> {
  const library = await getResolvedPDFJS();
  const world: Record<string, unknown> = globalThis as never;
  world.FontFace ??= UnusedFontFace;
  world.DecompressionStream = InflateAtOnce;
  const buffers = ArrayBuffer.prototype as { transferToFixedLength?: (this: ArrayBuffer) => ArrayBuffer };
  buffers.transferToFixedLength ??= function () {
    return this.slice(0);
  };
  return library;
}

/** Nothing is painted, so no glyph outlines are needed: a face that is always there keeps the library from making them. */
class UnusedFontFace {
  readonly status = 'loaded';
  readonly loaded = Promise.resolve(this);
}

/** The document's place for font faces. */
export const NO_PAINTING = {
  fonts: { add: () => {}, delete: () => {}, clear: () => {} },
  documentElement: { style: {} },
};

/** A decompressing stream for data that is all there: Node's own passes it through its thread pool in small pieces. */
class InflateAtOnce {
  readonly writable: { getWriter(): object };
  readonly readable: AsyncIterable<Uint8Array>;

  constructor() {
    let give: (bytes: Uint8Array) => void = () => {};
    const given = new Promise<Uint8Array>((resolve) => {
      give = resolve;
    });
    const write = async (bytes: Uint8Array): Promise<void> => give(bytes);
    this.writable = { getWriter: () => ({ ready: Promise.resolve(), write, close: async () => {} }) };
    this.readable = inflated(given);
  }
}

async function* inflated(bytes: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield inflateSync(await bytes);
}
