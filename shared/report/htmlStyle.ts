/** The style sheet of the HTML report; `:has()` does the filtering, so that the page needs no script. */
export const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1f2328; --faint: #59636e; --line: #d1d9e0; --card: #f6f8fa;
  --contradicted: #cf222e; --misattributed: #bc4c00; --unsupported: #9a6700; --uncited: #0969da; --supported: #1a7f37; }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3; --faint: #9198a1; --line: #3d444d;
  --card: #151b23; --contradicted: #f85149; --misattributed: #f0883e; --unsupported: #d29922; --uncited: #4493f8;
  --supported: #3fb950; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { margin: 0; font-size: 1.9rem; letter-spacing: -0.01em; }
h2 { margin: 2.5rem 0 0.75rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); font-size: 1.15rem;
  overflow-wrap: anywhere; }
header p { color: var(--faint); }
.contradicted { --tint: var(--contradicted); } .misattributed { --tint: var(--misattributed); }
.unsupported { --tint: var(--unsupported); } .uncited { --tint: var(--uncited); }
.supported { --tint: var(--supported); }
.bar { display: flex; gap: 2px; height: 0.6rem; border-radius: 0.3rem; overflow: hidden; background: var(--line); }
.bar span { background: var(--tint); }
.filters { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.chip { display: inline-flex; align-items: center; gap: 0.35rem; padding: 0.1rem 0.6rem; border: 1px solid;
  border-radius: 1rem; color: var(--tint, var(--faint)); font-size: 0.8rem; font-weight: 600; }
.chip input { margin: 0; accent-color: var(--tint); }
ol, .evidence { margin: 0; padding: 0; list-style: none; }
.finding { margin: 0 0 0.9rem; padding: 0.8rem 1rem; border: 1px solid var(--line);
  border-left: 4px solid var(--tint); border-radius: 0.4rem; background: var(--card); break-inside: avoid; }
.finding p { margin: 0.35rem 0; }
.what { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
.place { color: var(--faint); font: 0.8rem ui-monospace, SFMono-Regular, Consolas, monospace; overflow-wrap: anywhere; }
blockquote { margin: 0.4rem 0; font-family: Charter, Georgia, serif; }
mark { padding: 0 0.2em; border-radius: 0.2em; background: color-mix(in srgb, var(--tint) 22%, transparent);
  color: inherit; font-weight: 600; }
.evidence li { margin-top: 0.35rem; padding-top: 0.35rem; border-top: 1px dashed var(--line); font-size: 0.9rem; }
.evidence cite { font-weight: 600; font-style: normal; }
${['contradicted', 'misattributed', 'unsupported', 'uncited', 'supported']
  .map((kind) => `body:has(#show-${kind}:not(:checked)) .is-${kind} { display: none; }`)
  .join('\n')}
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .chip input { display: none; }
  .finding { background: none; } }
`;
