/** The style sheet of the page of tables: the colours of the editor's theme where there is one, else the system's. */
export const style = `
:root { color-scheme: light dark; --paper: var(--vscode-editor-background, Canvas);
  --ink: var(--vscode-editor-foreground, CanvasText); --faint: var(--vscode-descriptionForeground, GrayText);
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, #8884));
  --head: var(--vscode-keybindingTable-headerBackground, #8882); --over: var(--vscode-list-hoverBackground, #8882); --tint: transparent;
  --bar: var(--vscode-scrollbarSlider-background, #8888);
  --focus: var(--vscode-focusBorder, Highlight); --warning: var(--vscode-editorWarning-foreground, #bf8803); }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; padding: 0 1.5rem 3rem; background: var(--paper); color: var(--ink);
  font: var(--vscode-font-size, 14px)/1.5 var(--vscode-font-family, system-ui, sans-serif); }
header { position: sticky; top: 0; z-index: 2; padding: 0.8rem 0 0.4rem; background: var(--paper);
  border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 1.35em; overflow-wrap: anywhere; }
header p, .section { margin: 0.2rem 0; color: var(--faint); overflow-wrap: anywhere; }
.search { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; }
input { flex: 0 1 24rem; padding: 0.25rem 0.5rem; border: 1px solid var(--vscode-input-border, var(--line));
  background: var(--vscode-input-background, Field); color: var(--vscode-input-foreground, FieldText); font: inherit; }
button { padding: 0.15rem 0.6rem; border: 1px solid var(--vscode-button-border, var(--line)); border-radius: 2px;
  background: var(--vscode-button-secondaryBackground, transparent);
  color: var(--vscode-button-secondaryForeground, inherit); font: inherit; cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground, var(--over)); }
:focus-visible { outline: 1px solid var(--focus); outline-offset: 1px; }
section { margin: 1.6rem 0 0; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin: 0.2rem 0 0.5rem; }
.place { color: var(--vscode-textLink-foreground, LinkText);
  font-family: var(--vscode-editor-font-family, monospace); font-size: 0.9em; overflow-wrap: anywhere; }
/* Its bars are always there, whatever the system does with others. */
.scroll { max-height: max(14rem, 75vh); overflow: auto; scrollbar-color: auto; }
.scroll::-webkit-scrollbar { width: 12px; height: 12px; }
.scroll::-webkit-scrollbar-thumb { border: 2px solid var(--paper); border-radius: 6px; background: var(--bar); }
.scroll::-webkit-scrollbar-thumb:hover { background: var(--vscode-scrollbarSlider-hoverBackground, var(--faint)); }
.scroll::-webkit-scrollbar-corner { background: var(--paper); }
/* The borders of cells that stay in view stay with them. */
table { width: max-content; border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
caption { position: sticky; left: 0; max-width: min(60rem, 100vw - 4.5rem); padding-bottom: 0.4rem; text-align: left;
  font-weight: 600; }
th, td { padding: 0.2rem 0.7rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
/* What lies over other cells must not let them through, and the colours of themes may. */
thead { position: sticky; top: 0; z-index: 1; --tint: var(--head); }
thead th, thead td, tbody tr > :first-child { background: linear-gradient(var(--tint), var(--tint)), var(--paper); }
:is(thead tr:first-child, tbody tr) > :first-child { position: sticky; left: 0; }
:is(thead tr:first-child, tbody tr) > :first-child:not([colspan]) { border-right: 1px solid var(--line); }
thead th { font-weight: 600; }
th[scope=row], thead tr:first-child th:first-child { text-align: left; }
th[scope=row] { max-width: min(24rem, 40vw); font-weight: 500; white-space: normal; }
th[scope=colgroup] { border-left: 1px solid var(--line); text-align: center; }
.unsure { color: var(--faint); }
.unsure > :first-child { box-shadow: inset 3px 0 var(--warning); }
tbody tr:hover { --tint: var(--over); background: var(--over); }
td a { color: inherit; text-decoration: none; scroll-margin: 0.3rem; }
td a:hover { text-decoration: underline dotted; }
small { color: var(--faint); font-weight: normal; }
.notes, .unclear { margin: 0.5rem 0 0; padding: 0; list-style: none; font-size: 0.95em; }
.notes { color: var(--faint); }
.unclear li { margin: 0.2rem 0; padding: 0.2rem 0.7rem; border-left: 3px solid var(--warning); }
`;
