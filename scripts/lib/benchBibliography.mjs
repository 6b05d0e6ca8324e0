// A bibliography as reference managers write them, of 5,000 entries and 5.6 MB: half with names in TeX's accents, half
// with abstracts. The same every time.

const families = ['M{\\"u}ller', "Garc{\\'i}a", "Nov{\\'a}k", '{\\O}stergaard', 'Smith', 'Zhang', 'Kowalski', 'Okafor'];
const given = ['J{\\"o}rg', "Mar{\\'\\i}a", 'Zo{\\"e}', 'Ann', 'Wei', 'Tariq', 'Ines', 'Paul'];
const nouns = ['captions', 'rewards', 'frames', 'tables', 'corpora', 'models', 'citations', 'transcripts'];
const verbs = ['Learning', 'Reading', 'Ranking', 'Aligning', 'Checking', 'Describing', 'Comparing', 'Grounding'];

const ENTRIES = 5000;
const BYTES = 5_600_000;

export function largeBibliography() {
  const plain = Array.from({ length: ENTRIES }, (_, index) => entry(index, ''));
  const room = BYTES - plain.reduce((sum, one) => sum + one.length, 0);
  const each = Math.floor(room / (ENTRIES / 2));
  return Array.from({ length: ENTRIES }, (_, index) => entry(index, index % 2 === 0 ? abstract(index, each) : '')).join(
    '',
  );
}

function entry(index, text) {
  const accented = index % 2 === 1;
  const name = (shift) => {
    const at = (index * 7 + shift * 3) % 4;
    return `${families[accented ? at : at + 4]}, ${given[accented ? at % 3 : (at % 4) + 3]}`;
  };
  const title = `${verbs[index % 8]} {${nouns[(index >> 3) % 8]}} from ${nouns[(index >> 6) % 8]} at scale, part ${index}`;
  const fields = [
    `title = {${title}}`,
    `author = {${[0, 1, 2].map(name).join(' and ')}}`,
    `booktitle = {Proceedings of the ${1 + (index % 40)}th Conference on ${nouns[index % 8]}}`,
    `year = {${1985 + (index % 41)}}`,
    `pages = {${index}--${index + 12}}`,
    `doi = {10.5555/bench.${index}}`,
    ...(text === '' ? [] : [`abstract = {${text}}`]),
  ];
  return `@inproceedings{bench${index}${nouns[index % 8]},\n  ${fields.join(',\n  ')}\n}\n\n`;
}

function abstract(index, length) {
  let text = '';
  for (let at = index; text.length < length - 40; at += 1) {
    text += `${verbs[at % 8]} ${nouns[(at * 5) % 8]} needs ${at % 90} hours and gains ${(at % 97) / 10}\\% over ${nouns[(at * 3) % 8]}. `;
  }
  return text.trim();
}
