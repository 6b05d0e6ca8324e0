import { unzipSync } from 'fflate';
import type { WordParts } from '../../../shared/engine/index.ts';

/** The text parts of a Word file, or a message on what keeps them from being read. */
export type Unpacked =
  | { readonly kind: 'parts'; readonly parts: WordParts }
  | { readonly kind: 'problem'; readonly message: string };

/** Bytes of one part when unpacked: far beyond any paper, and far below what would fill the memory. */
const MOST = 50_000_000;

const PARTS = ['word/document.xml', 'word/styles.xml', 'word/footnotes.xml'];

/** Takes the text parts out of a Word file; nothing else of it is unpacked. */
export function unpackWord(bytes: Uint8Array, name: string): Unpacked {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return problem(`${name} is encrypted, or in the format of Word 2003: save it without a password as .docx.`);
  let isTooLarge = false;
  const wanted = new Set(PARTS);
  try {
    const files = unzipSync(bytes, {
      filter({ name: part, originalSize }) {
        if (!wanted.delete(part)) return false;
        isTooLarge ||= originalSize > MOST;
        return originalSize <= MOST;
      },
    });
    if (isTooLarge) return problem(`${name} holds more text than a document can have: save it again from Word.`);
    const textOf = (part: string): string => new TextDecoder().decode(files[part] ?? new Uint8Array());
    if (files['word/document.xml'] === undefined) return damaged(name);
    const [document = '', styles = '', footnotes = ''] = PARTS.map(textOf);
    return { kind: 'parts', parts: { document, styles, footnotes } };
  } catch {
    return damaged(name);
  }
}

function damaged(name: string): Unpacked {
  return problem(`${name} is damaged, cut off or no Word document: open it in Word and save it again as .docx.`);
}

function problem(message: string): Unpacked {
  return { kind: 'problem', message };
}
