// A draft of some 10,600 words with 300 cited numbers over the sample library, right ones and wrong ones.

const WORDS = 10_600;
const CLAIMS = 300;

const claims = [
  'On MSVD the adapted BLIP-2 obtains 168.0 CIDEr and 48.3 METEOR [@zhang2025pretrained].',
  'VALOR scores 74.9 CIDEr on MSR-VTT, and VAST has 99.5 on VATEX [@zhang2025pretrained].',
  'VLM-RLAIF answers 76.4% of MSVD-QA and 63.0% of MSRVTT-QA correctly [@ahn2024tuning].',
  'On HMDB51, Top-1 accuracy rises from 38.58 for VLM-SFT to 44.75 for VLM-RLAIF [@ahn2024tuning].',
  'Cockatiel-13B has an average of 43.80 on VDCSCORE, and Cockatiel-8B one of 43.10 [@qin2025cockatiel].',
  'LLaVA-Video-7B reaches 45.56 on Detailed, and the average of Cockatiel-13B is 43.80 [@qin2025cockatiel].',
];
const filler =
  'The systems differ in what they are shown and in what they are asked, and reviews rarely say which of the two matters. ';

/** What is typed into one paragraph, a character at a time. */
export const typedSentence = 'Heron scores 74.9 CIDEr on MSR-VTT [@zhang2025pretrained]. ';

/** The draft of `longDraft` in which so many characters of the sentence have been typed. */
export function editedDraft({ text, at }, characters) {
  const start = at + 2;
  return text.slice(0, start) + typedSentence.slice(0, characters) + text.slice(start);
}

/** The text, and an offset behind `[@` at which a citation is being written; the paragraph for typing is two lines on. */
export function longDraft() {
  const fillerWords = filler.trim().split(' ').length;
  const claimWords = claims.join(' ').split(' ').length / claims.length;
  const paragraphs = CLAIMS / 2;
  const fillers = (WORDS - paragraphs * claimWords) / fillerWords / paragraphs;
  const parts = Array.from({ length: paragraphs }, (_, index) => {
    const heading = index % 12 === 0 ? `## ${1 + index / 12} Part of the review\n\n` : '';
    return `${heading}${filler.repeat(Math.floor((index + 1) * fillers) - Math.floor(index * fillers))}${claims[index % claims.length]}`;
  });
  const open = 'A sentence about CIDEr on MSR-VTT that is still to be cited [@';
  parts.splice(paragraphs / 2, 0, `${open}\n\nHere is typed.`);
  const text = `---\nbibliography: [references.bib, large.bib]\n---\n\n# A long review\n\n${parts.join('\n\n')}\n`;
  return { text, at: text.indexOf(open) + open.length };
}
