import type { PdfPage, Rectangle } from '../../../shared/engine/index.ts';
import { findDrawings } from './drawings.ts';
import type { Library } from './library.ts';
import { apply, compose, type Matrix, matrixOf } from './matrix.ts';
import { addPath, boxOf, type Drawn } from './paths.ts';
import { createTextRuns, type Font, type Glyph, PLAIN_TEXT, type TextState } from './textRuns.ts';

type PdfDocument = Awaited<ReturnType<Library['getDocument']>['promise']>;
type PageProxy = Awaited<ReturnType<PdfDocument['getPage']>>;

/** A form this large is the page itself, wrapped. */
const WHOLE_PAGE = 0.6;
/** Smaller ones are signs. */
const LEAST_FORM = 0.002;

/** Runs a page's drawing operators and keeps where text and lines end up, in points from the top left of the page as shown. */
export async function readPage(proxy: PageProxy, { AnnotationMode, OPS }: Library): Promise<PdfPage> {
  const view = proxy.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await proxy.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const runs = createTextRuns();
  const drawn: Drawn = { horizontal: [], vertical: [], curves: [] };
  const forms: Rectangle[] = [];
  const fonts = new Map<string, Font>();
  const saved: { page: Matrix; text: TextState }[] = [];
  let page: Matrix = matrixOf(view.transform);
  let text: TextState = PLAIN_TEXT;

  const fontOf = (id: string): Font => {
    const known = fonts.get(id) ?? describeFont(proxy.commonObjs.get(id));
    fonts.set(id, known);
    return known;
  };
  const save = (): void => void saved.push({ page, text });
  const restore = (): void => {
    const last = saved.pop();
    if (last) ({ page, text } = last);
  };
  const keepForm = (outer: Matrix, matrix: ArrayLike<number> | null, box: ArrayLike<number> | null): void => {
    if (box?.length !== 4) return;
    const inside = compose(outer, matrixOf(matrix));
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(box);
    const corners = [apply(inside, x0, y0), apply(inside, x1, y0), apply(inside, x0, y1), apply(inside, x1, y1)];
    const rectangle = boxOf(corners);
    const share = (rectangle.width * rectangle.height) / (view.width * view.height);
    if (share > LEAST_FORM && share < WHOLE_PAGE) forms.push(rectangle);
  };

  for (const [i, operator] of fnArray.entries()) {
    const args = argsArray[i] ?? [];
    switch (operator) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.transform:
        page = compose(page, matrixOf(args));
        break;
      case OPS.beginGroup:
        keepForm(page, args[0]?.matrix, args[0]?.bbox);
        break;
      case OPS.paintFormXObjectBegin:
        save();
        keepForm(page, args[0], args[1]);
        page = compose(page, matrixOf(args[0]));
        break;
      case OPS.setFont:
        text = { ...text, font: fontOf(args[0]), size: args[1] };
        break;
      case OPS.setGState:
        for (const [name, value] of args[0])
          if (name === 'Font') text = { ...text, font: fontOf(value[0]), size: value[1] };
        break;
      case OPS.setCharSpacing:
        text = { ...text, charSpacing: args[0] };
        break;
      case OPS.setWordSpacing:
        text = { ...text, wordSpacing: args[0] };
        break;
      case OPS.setHScale:
        text = { ...text, stretch: args[0] / 100 };
        break;
      case OPS.setTextRise:
        text = { ...text, rise: args[0] };
        break;
      case OPS.setLeading:
        text = { ...text, leading: args[0] };
        break;
      case OPS.beginText:
        runs.begin();
        break;
      case OPS.setTextMatrix:
        runs.setMatrix(matrixOf(args[0]));
        break;
      case OPS.setLeadingMoveText:
        text = { ...text, leading: -args[1] };
        runs.moveBy(args[0], args[1]);
        break;
      case OPS.moveText:
        runs.moveBy(args[0], args[1]);
        break;
      case OPS.nextLine:
        runs.moveBy(0, -text.leading);
        break;
      case OPS.showText:
        runs.show(args[0] as (Glyph | number | null)[], text, page);
        break;
      case OPS.constructPath:
        if (args[0] !== OPS.endPath && args[1]?.[0])
          addPath(drawn, args[1][0], args[0] === OPS.stroke || args[0] === OPS.closeStroke, page);
        break;
    }
  }
  const isShown = (x: number, y: number): boolean => x >= 0 && y >= 0 && x <= view.width && y <= view.height;
  return {
    number: proxy.pageNumber,
    width: view.width,
    height: view.height,
    items: runs.upright.filter((item) => isShown(item.x, item.baseline)),
    turned: runs.turned.filter(({ box }) => isShown(box.x, box.y)),
    horizontal: drawn.horizontal.filter((rule) => isShown(rule.from, rule.at)),
    vertical: drawn.vertical.filter((rule) => isShown(rule.at, rule.from)),
    pictures: [...forms, ...findDrawings(drawn.curves)],
  };
}

interface LoadedFont {
  readonly name?: string;
  readonly fontMatrix?: ArrayLike<number>;
  readonly isType3Font?: boolean;
}

const BOLD = /bold|black|heavy|medi|demi|cmbx|cmb\d|bx\d|[-,]b\b|-bd/i;
const ITALIC = /ital|obli|slant|cmti|cmmi|cmsl|[-,]i\b|-it\b/i;

function describeFont(font: LoadedFont | null): Font {
  const name = (font?.name ?? '').replace(/^[A-Z]{6}\+/, '');
  const unit = Math.abs(font?.fontMatrix?.[0] ?? 0.001);
  const shown = font?.isType3Font ? new Set<string>() : null;
  return { name, bold: BOLD.test(name), italic: ITALIC.test(name), unit, shown };
}
