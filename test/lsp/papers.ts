// The workspace that the server's tests share: two small sources, their bibliography and a draft.

export const papers = `=== papers/nets.md
# Captioning with Nets

Table 1: Results on the Clips test set.

| Model | CIDEr | METEOR | BLEU-4 |
| --- | --- | --- | --- |
| Egret | 71.9 | 30.1 | 44.2 |
| Heron | 64.2 | 28.0 | 41.7 |
| Robin | 59.3 | 26.4 | 39.8 |

All nets were trained on 2.5M pairs of clips and texts.
=== papers/sound.md
# Sound for Captions

Table 1: Word error rate on the Talk test set.

| Model | WER | Latency |
| --- | --- | --- |
| Lemur | 12.4 | 83.5 |
| Otter | 10.8 | 97.1 |
=== papers/references.bib
@inproceedings{smith2020nets,
  title = {Captioning with Nets}, author = {Smith, Jane and Doe, Al}, year = {2020},
  booktitle = {Proceedings of Clips}, file = {nets.md}
}
@article{lee2021sound,
  title = {Sound for Captions}, author = {Lee, Kim}, year = {2021}, journal = {Talk}, file = {sound.md}
}
`;

const frontMatter = '---\nbibliography: papers/references.bib\n---\n\n';

/** The sources with a draft that names their bibliography. */
export function withDraft(body: string): string {
  return `${papers}=== draft.md\n${frontMatter}${body}`;
}
