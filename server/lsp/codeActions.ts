import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Edit } from '../../shared/editor/edit.ts';
import { type Finding, findingsOf } from '../../shared/editor/findings.ts';
import { citationsWithoutDoubt } from '../../shared/editor/fixAll.ts';
import { fixesFor } from '../../shared/editor/fixes.ts';
import { moveCitationAt } from '../../shared/editor/moveCitation.ts';
import { searchQueryFor } from '../../shared/editor/searchQuery.ts';
import { touches } from '../../shared/engine/index.ts';
import type { ClientFeatures } from './client.ts';
import type { FindingData } from './diagnostics.ts';
import { type EditClient, workspaceEditOf } from './edits.ts';
import type { CheckedPlacedDraft } from './workspace.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.grounded`;

/** The quick fixes at a range, and, where it is asked for, the citations that can be inserted without a doubt. */
export function codeActions(
  placed: CheckedPlacedDraft,
  { range, context }: CodeActionParams,
  client: EditClient & Pick<ClientFeatures, 'searchCommand'>,
): CodeAction[] {
  const { draft, checked, converted, library, settings, entries } = placed;
  const findings = findingsOf(draft, checked, library, settings.minimumConfidence, entries);
  const actions: CodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    const span = converted.spanOf(range);
    for (const finding of findings) {
      const diagnostics = context.diagnostics.filter((one) => isAbout(one, finding));
      const isHere = touches(
        { start: span.start, end: Math.max(span.end, span.start + 1) },
        { ...finding.span, end: finding.span.end + 1 },
      );
      if (diagnostics.length === 0 && !isHere) continue;
      const search = searchAction(placed, finding, client.searchCommand);
      if (search !== null) actions.push({ ...search, diagnostics });
      for (const { title, edits, preferred } of fixesFor(draft, checked, finding)) {
        actions.push({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          isPreferred: preferred,
          edit: workspaceEdit(placed, edits, client),
        });
      }
    }
  }
  if (wants(context, CodeActionKind.RefactorRewrite)) {
    for (const { title, edits } of moveCitationAt(draft, checked, converted.offsetAt(range.start))) {
      actions.push({ title, kind: CodeActionKind.RefactorRewrite, edit: workspaceEdit(placed, edits, client) });
    }
  }
  const edits = wants(context, fixAllKind) ? citationsWithoutDoubt(draft, findings) : [];
  if (edits.length > 0) {
    const title = `Insert ${edits.length === 1 ? 'the citation' : `${edits.length} citations`} without doubt`;
    actions.push({ title, kind: fixAllKind, edit: workspaceEdit(placed, edits, client) });
  }
  return actions;
}

/** For a number without support: to look for it in the library by the names of its sentence. */
function searchAction({ draft }: CheckedPlacedDraft, { subject }: Finding, command: string | null): CodeAction | null {
  if (command === null || subject.kind !== 'claim' || subject.judged.verdict.kind !== 'unsupported') return null;
  const query = searchQueryFor(draft, subject.judged.claim);
  if (query === '') return null;
  const title = `Search the library for “${query}”`;
  return { title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [query] } };
}

/** True where a kind of action is asked for; without a wish all are shown but those that change the whole file. */
export function wants({ only }: CodeActionContext, kind: string): boolean {
  return only === undefined ? kind !== fixAllKind : only.some((wish) => isWithin(kind, wish));
}

function isWithin(kind: string, only: string): boolean {
  return kind === only || kind.startsWith(`${only}.`);
}

function isAbout({ source, data }: Diagnostic, finding: Finding): boolean {
  const about = data as Partial<FindingData> | undefined;
  return source === 'grounded' && about?.fingerprint === finding.fingerprint && about.code === finding.code;
}

function workspaceEdit(
  { uri, version, converted }: CheckedPlacedDraft,
  edits: readonly Edit[],
  client: EditClient,
): WorkspaceEdit {
  const changes = edits.map(({ span, text }) => ({ range: converted.rangeOf(span), newText: text }));
  return workspaceEditOf([{ uri, version, changes }], client);
}
