import type { CaptionKind, Scope } from './body.ts';
import { formatCounter } from './counters.ts';
import { Run } from './run.ts';
import { type Token, written } from './token.ts';
import type { Typesetter } from './typesetter.ts';

/** Environments that hold tables and captions together, with what their captions count as. */
const SCOPES: ReadonlyMap<string, CaptionKind | null> = new Map([
  ...'table wraptable sidewaystable margintable SCtable longtable ThreePartTable tabledata'
    .split(' ')
    .map((name): [string, CaptionKind] => [name, 'table']),
  ...'figure wrapfigure sidewaysfigure marginfigure SCfigure teaserfigure'
    .split(' ')
    .map((name): [string, CaptionKind] => [name, 'figure']),
  ...'subtable subfigure subcaptionblock'.split(' ').map((name): [string, CaptionKind] => [name, 'sub']),
  ...'minipage center centering threeparttable measuredfigure floatrow adjustbox'
    .split(' ')
    .map((name): [string, null] => [name, null]),
]);

export function captionsOf(environment: string): CaptionKind | null | undefined {
  return SCOPES.get(environment.replace(/\*$/, ''));
}

export function openScope(t: Typesetter, name: string, captions: CaptionKind | null): void {
  // A float stands aside: the paragraph in which it is written goes on behind it.
  const isFloat = t.mode === 'prose' && t.body.scope === null && (captions === 'table' || captions === 'figure');
  const interrupted = isFloat ? t.run : null;
  if (interrupted) t.run = new Run();
  if (captions !== 'sub' && captions !== null) t.counters.set('sub', 0);
  t.body.scope = { name, parent: t.body.scope, captions, interrupted, target: null, waiting: [] };
}

/** Closes the innermost scope of that name, and those in it that were left open. */
export function closeScope(t: Typesetter, name: string, token: Token): void {
  let scope = t.body.scope;
  while (scope && scope.name !== name) scope = scope.parent;
  if (!scope) return;
  t.body.endParagraph(t, token);
  t.body.scope = scope.parent;
  if (scope.interrupted) t.run = scope.interrupted;
}

/** A section ends every float that was left open. */
export function closeAllScopes(t: Typesetter, token: Token): void {
  for (const { name } of chain(t.body.scope)) closeScope(t, name, token);
}

/** A scope and those around it, innermost first. */
export function chain(scope: Scope | null): Scope[] {
  const scopes: Scope[] = [];
  for (let one = scope; one; one = one.parent) scopes.push(one);
  return scopes;
}

/** Sets a caption. `kind` is null where the scope says what it is of. */
export function addCaption(t: Typesetter, kind: CaptionKind | null, isNumbered: boolean, run: Run): void {
  const scopes = chain(t.body.scope);
  const of = kind ?? typeSet(t) ?? scopes.find((scope) => scope.captions)?.captions ?? 'table';
  const target = isNumbered ? number(t, of) : null;
  const label = !target ? '' : of === 'sub' ? `(${target.number.slice(-1)})` : `${target.name} ${target.number}`;
  t.body.items.push({ kind: 'caption', of, label, run, scope: t.body.scope });
  for (const scope of of === 'sub' ? scopes.slice(0, 1) : scopes) {
    scope.target = target ?? scope.target;
    for (const waiting of scope.waiting.splice(0)) if (target) t.labels.set(waiting, target);
  }
}

/** `\captionsetup{type=table}` and `\def\@captype{table}` say it for the next caption. */
function typeSet(t: Typesetter): CaptionKind | null {
  const type = written(t.expander.known.macros.get('@captype')?.body ?? []);
  t.expander.known.macros.delete('@captype');
  return type === 'table' || type === 'figure' ? type : null;
}

function number(t: Typesetter, of: CaptionKind): { name: string; number: string } {
  const main =
    of === 'sub'
      ? (chain(t.body.scope).find(({ captions }) => captions && captions !== 'sub')?.captions ?? 'table')
      : of;
  const name = main === 'figure' ? 'Figure' : 'Table';
  if (of !== 'sub') {
    t.counters.step(main);
    return { name, number: t.plain(t.set([{ kind: 'command', text: `the${main}`, start: 0, end: 0 }])) };
  }
  t.counters.step('sub');
  const around = chain(t.body.scope).find(({ captions, target }) => captions === main && target);
  const whole = around?.target?.number ?? String(t.counters.get(main) + 1);
  return { name, number: whole + formatCounter('alph', t.counters.get('sub')) };
}

/** `\label` stands for the caption of its float, else for the section. */
export function addLabel(t: Typesetter, label: string): void {
  const scopes = chain(t.body.scope).filter(({ captions }) => captions !== null);
  const target = scopes.length === 0 ? t.labels.get('') : scopes.find((scope) => scope.target)?.target;
  if (target) t.labels.set(label, target);
  else scopes[0]?.waiting.push(label);
}
