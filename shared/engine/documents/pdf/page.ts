import type { Rectangle } from '../origin.ts';

/** A piece of printed text without a space or a wide gap in it. Points (1/72 inch) from the top left of the page as shown. */
export interface PageItem {
  readonly text: string;
  /** The left edge. */
  readonly x: number;
  readonly width: number;
  /** Where the letters stand, from the top of the page. */
  readonly baseline: number;
  /** The font's size as printed. */
  readonly size: number;
  /** The font's name without the prefix of its subset. */
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A piece of text that runs up or down the page. */
export interface TurnedItem {
  readonly text: string;
  readonly box: Rectangle;
  readonly size: number;
  readonly runs: 'up' | 'down';
}

/** A straight line along an axis: at height `at` from `from` to `to` for horizontal ones, at `at` from the left for vertical ones. */
export interface PageRule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A page as a file describes it, before anyone asks what it says. */
export interface PdfPage {
  /** Counts from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** The text that stands upright on the page as shown, in the order of the file. */
  readonly items: readonly PageItem[];
  /** The text that runs up or down the page, in the order of the file. */
  readonly turned: readonly TurnedItem[];
  readonly horizontal: readonly PageRule[];
  readonly vertical: readonly PageRule[];
  /** Where images, embedded drawings and curves are. */
  readonly pictures: readonly Rectangle[];
}
