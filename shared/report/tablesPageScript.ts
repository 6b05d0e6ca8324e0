/**
 * What the page of tables does by itself: it hides rows that do not have all words of the search, moves between cells
 * by the arrow keys, clear of what stays in view while it is scrolled, and tells the editor which place to show and which table to copy. The state that the editor keeps
 * is the search, so that it is there again when the page comes back.
 */
export const script = `
const host = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : { postMessage() {}, getState() {}, setState() {} };
const filter = document.getElementById('filter');
const found = document.getElementById('found');
const textOf = (element) => element ? element.textContent.toLowerCase() : '';
const sections = [...document.querySelectorAll('main section')].map((section) => {
  const around = textOf(section.querySelector('caption')) + ' ' + textOf(section.querySelector('thead'));
  const rows = [...section.querySelectorAll('tbody tr')].map((row) => ({ row, text: textOf(row) + ' ' + around }));
  return { section, rows };
});
const search = () => {
  const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0, all = 0;
  for (const { section, rows } of sections) {
    let kept = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) kept++;
    }
    section.hidden = kept === 0 && words.length > 0;
    shown += kept;
    all += rows.length;
  }
  found.textContent = words.length === 0 ? '' : shown + ' of ' + all + ' rows';
  host.setState({ query: filter.value });
};
filter.value = (host.getState() || {}).query || '';
filter.addEventListener('input', search);
filter.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && filter.value !== '') { filter.value = ''; search(); }
});
search();
document.body.addEventListener('click', (event) => {
  const copy = event.target.closest('[data-copy]');
  const link = event.target.closest('[data-place]');
  if (copy) host.postMessage({ kind: 'copy', table: Number(copy.dataset.table), format: copy.dataset.copy });
  if (!link) return;
  event.preventDefault();
  const [table, row, cell] = link.id.match(/\\d+/g).map(Number);
  host.postMessage(row === undefined ? { kind: 'showTable', table } : { kind: 'showCell', table, row, cell });
});
const links = (row) => row ? [...row.querySelectorAll('td [data-place]')] : [];
const onward = (row, way) => {
  do row = row && row[way]; while (row && (row.hidden || links(row).length === 0));
  return row;
};
const nearest = (row, x) => links(row).reduce((best, link) => {
  const away = Math.abs(link.getBoundingClientRect().right - x);
  return best === null || away < best.away ? { link, away } : best;
}, null);
const besides = { ArrowLeft: -1, ArrowRight: 1 };
const aboves = { ArrowUp: 'previousElementSibling', ArrowDown: 'nextElementSibling' };
document.body.addEventListener('keydown', (event) => {
  const link = event.target.closest('td [data-place]');
  if (!link || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const row = link.closest('tr');
  const here = links(row);
  const to = event.key in besides ? here[here.indexOf(link) + besides[event.key]]
    : event.key in aboves ? (nearest(onward(row, aboves[event.key]), link.getBoundingClientRect().right) || {}).link
    : undefined;
  if (event.key in besides || event.key in aboves) event.preventDefault();
  if (!to) return;
  link.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
});
const header = document.querySelector('header');
const keepInSight = () => {
  document.documentElement.style.scrollPaddingTop = header.offsetHeight + 'px';
  for (const box of document.querySelectorAll('.scroll')) {
    const corner = box.querySelector('thead tr > :first-child');
    box.style.scrollPadding = corner.offsetHeight + 'px 0 0 ' + corner.offsetWidth + 'px';
  }
};
new ResizeObserver(keepInSight).observe(document.body);
for (const { section } of sections)
  for (const [i, link] of [...section.querySelectorAll('td [data-place]')].entries()) link.tabIndex = i === 0 ? 0 : -1;
`;
