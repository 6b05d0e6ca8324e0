// The page that shows a PDF: it asks the editor for the file, shows it, and marks the place that is asked for.
import type { FromPdfPage, PdfMark, ToPdfPage } from '../../shared/protocol/pdfPage.ts';
import { element } from './element.ts';
import { connectKeys } from './keys.ts';
import { createMarks } from './marks.ts';
import { createPdf, type Position } from './pdf.ts';
import { connectSearch } from './search.ts';
import { connectTools } from './tools.ts';

/** What VS Code gives to the script of a web view. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPdfPage): void;
  getState(): State | undefined;
  setState(state: State): void;
};

/** What outlives the page: the editor puts it away while its tab is in the background. */
interface State {
  readonly position: Position | null;
  readonly mark: PdfMark | null;
}

const editor = acquireVsCodeApi();
const problem = element('problem', HTMLParagraphElement);
const tools = element('tools', HTMLDivElement);
const pdf = createPdf(document.body.dataset.resources ?? '');
const marks = createMarks(pdf);
const search = connectSearch(pdf);
connectTools(pdf);
connectKeys({ pdf, marks, search });

const keep = (): void => editor.setState({ position: pdf.position(), mark: marks.shown() });
pdf.events.on('updateviewarea', keep);

/** Keys scroll the pages as soon as the page has the focus; it never takes it by itself. */
const focusPages = (): void => {
  if (document.hasFocus() && document.activeElement === document.body) pdf.container.focus();
};
window.addEventListener('focus', focusPages);
focusPages();

async function open(bytes: Uint8Array, mark: PdfMark | null): Promise<void> {
  const { position, mark: last } = editor.getState() ?? { position: null, mark: null };
  await pdf.open(bytes);
  if (position !== null) pdf.moveTo(position);
  if (mark !== null && mark.id !== last?.id) marks.show(mark);
  else if (last !== null) marks.restore(last);
}

function say(message: string): void {
  problem.textContent = message;
  problem.hidden = message === '';
  tools.hidden = message !== '';
}

window.addEventListener('message', ({ data }: MessageEvent<ToPdfPage>) => {
  switch (data.kind) {
    case 'file':
      open(data.bytes, data.mark).then(
        () => say(''),
        (error: unknown) => say(reasonOf(error)),
      );
      return;
    case 'mark':
      // The file, when it comes, brings the mark along.
      if (pdf.viewer.pagesCount === 0) return;
      marks.show(data.mark);
      keep();
      return;
    case 'problem':
      return say(`The file cannot be read: ${data.message}`);
    default:
      return data satisfies never;
  }
});

function reasonOf(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'PasswordException') return 'The PDF is encrypted and asks for a password: open it in another program.';
  return `The PDF cannot be shown: ${message}`;
}

editor.postMessage({ kind: 'ready' });
