import type { Connection } from 'vscode-languageserver/node';
import { changedVerdicts } from '../../shared/editor/changedVerdicts.ts';
import { type EvidenceChangedParams, evidenceChanged } from '../../shared/protocol/evidence.ts';
import type { CheckedPlacedDraft } from './workspace.ts';

/** Tells the client which claims of a draft are judged otherwise now that its sources have been read again. */
export function reportEvidenceChanges(
  connection: Connection,
  before: CheckedPlacedDraft,
  after: CheckedPlacedDraft,
): void {
  if (before.draft !== after.draft || before.library === after.library || !areOfOnePlace(before, after)) return;
  const changes = changedVerdicts(before.checked, after.checked);
  if (changes.length === 0) return;
  const params: EvidenceChangedParams = {
    uri: after.uri,
    changes: changes.map(({ span, ...change }) => ({ range: after.converted.rangeOf(span), ...change })),
  };
  void connection.sendNotification(evidenceChanged.method, params);
}

/** Another library altogether, as when the settings name one, is no source that changed. */
function areOfOnePlace({ location: a }: CheckedPlacedDraft, { location: b }: CheckedPlacedDraft): boolean {
  const keyOf = ({ folders, bibliographies }: typeof a): string => JSON.stringify([folders, bibliographies]);
  return keyOf(a) === keyOf(b);
}
