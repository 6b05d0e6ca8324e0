import type { Connection } from 'vscode-languageserver/node';
import { plural } from '../../shared/findings/index.ts';
import { type StatusParams, status } from '../../shared/protocol/messages.ts';
import type { Libraries } from './libraries.ts';
import { cites, type Workspace } from './workspace.ts';

/** Tells the client how the libraries stand, whenever that changes. */
export interface StatusReporter {
  indexing(): void;
  report(): void;
  current(): StatusParams;
}

export function createStatusReporter(
  connection: Connection,
  libraries: Libraries,
  workspace: Workspace,
): StatusReporter {
  let last = '';
  const send = (params: StatusParams): void => {
    const key = JSON.stringify(params);
    if (key === last) return;
    last = key;
    void connection.sendNotification(status.method, params);
  };
  return {
    indexing: () => send({ ...statusOf(libraries, workspace), state: 'indexing', message: 'Reading the library' }),
    report: () => send(statusOf(libraries, workspace)),
    current: () => statusOf(libraries, workspace),
  };
}

function statusOf(libraries: Libraries, workspace: Workspace): StatusParams {
  const counts = { sources: 0, tables: 0, facts: 0 };
  const problems = new Map<string, { path: string; message: string }>();
  const take = (path: string, message: string): unknown => problems.set(`${path}\n${message}`, { path, message });
  for (const { draft, location } of workspace.lastChecks()) {
    if (cites(draft)) for (const { path, problem } of location.problems) take(path, problem.message);
  }
  for (const library of libraries.loaded()) {
    counts.sources += library.counts.sources;
    counts.tables += library.counts.tables;
    counts.facts += library.counts.facts;
    for (const { id, problem } of library.problems) if (problem.code !== 'table-unclear') take(id, problem.message);
  }
  const held = `${plural(counts.sources, 'source')}, ${plural(counts.tables, 'table')}`;
  return {
    state: problems.size > 0 ? 'problem' : 'ready',
    ...counts,
    problems: [...problems.values()],
    message: problems.size > 0 ? `${held}, ${plural(problems.size, 'problem')}` : held,
  };
}
