import { type Document, DomHandler } from 'domhandler';
import { Parser, type ParserOptions } from 'htmlparser2';

/**
 * HTML, or with `xmlMode` XML, as a tree that knows where its nodes stand. Entities that the text itself declares are
 * not expanded. Elements nested deeper than any document has them are a RangeError, as they would be further on.
 */
export function parseMarkup(source: string, options: ParserOptions = {}): Document {
  const handler = new ShallowHandler(undefined, { withStartIndices: true, withEndIndices: true });
  new Parser(handler, options).end(source);
  return handler.root;
}

const DEEPEST = 1000;

/** The parser's time grows with the square of the depth. */
class ShallowHandler extends DomHandler {
  private depth = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.depth > DEEPEST) throw new RangeError('The elements are nested too deeply.');
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.depth--;
    super.onclosetag();
  }
}
