import fs from 'node:fs';

/** Citation.js, in this process: it reads bibliographies and knows no drafts. */
export async function start({ load, bibliography }) {
  const { Cite } = await load('@citation-js/core/lib/index.js');
  await load('@citation-js/plugin-bibtex/lib/index.js');
  const { data } = await Cite.async(fs.readFileSync(bibliography, 'utf8'), { generateGraph: false });
  if (data.length < 5000) throw new Error(`It read ${data.length} entries.`);
  return {};
}
