// The drafts that the pictures show, over the sample library, each with right and wrong numbers, and a source.

export const pictureDrafts = {
  'measures.md': `# Many measures of many birds

${wideTable(24, 40)}
`,
  'birds.md': `---
bibliography: references.bib
---

# Birds

Heron reaches a CIDEr of 66.6 [@doe2020].
`,
  'writing.md': `---
bibliography: references.bib
---

# Writing

Cockatiel-13B has the best average on VDCSCORE, 43.80

On VATEX, VAST reaches

VALOR obtains 178.5 CIDEr on MSVD [@zhang2025pretrained]

The adapted BLIP-2 scores 79.5 CIDEr on MSR-VTT.
It was also tried on answering questions about videos [@zhang2025pretrained].
`,
  'paper.tex': `\\documentclass{article}
\\usepackage{natbib}
\\title{What feedback does for captions}
\\begin{document}

\\section{Captions}
The adapted BLIP-2 reaches $79.5$ CIDEr on MSR-VTT, second only to mPLUG-2 with $80.0$~\\citep{zhang2025pretrained}.
VALOR obtains 75.0\\,CIDEr on MSR-VTT and 178.5 on MSVD~\\cite[Table~1]{zhang2025pretrained}.
Cockatiel-13B has an average of 43.80~\\citep{qin2025cockatiels}.

\\section{Answers}
\\begin{table}
\\caption{Accuracy on questions about videos~\\citep{ahn2024tuning}.}
\\begin{tabular}{lcc}
Model & MSVD-QA & ActivityNet-QA \\\\
\\midrule
Video-LLaVA & 70.7 & 43.5 \\\\
VLM-RLAIF & \\textbf{76.4} & \\textbf{57.3} \\\\
\\end{tabular}
\\end{table}

\\bibliography{references}
\\end{document}
`,
  'paper.typ': `= Captions

The adapted BLIP-2 reaches 79.5 CIDEr on MSR-VTT @zhang2025pretrained.
VLAB obtains 197.8 CIDEr on MSVD @zhang2025pretrained[Table 1].
Cockatiel-8B has an average accuracy of *43.6* @qin2025cockatiels.

#figure(
  table(
    columns: 3,
    [Model], [MSVD-QA], [ActivityNet-QA],
    [Video-LLaVA], [70.7], [43.5],
    [VLM-RLAIF], [76.4], [57.3],
  ),
  caption: [Accuracy on questions about videos @ahn2024tuning],
)

#bibliography("references.bib")
`,
};

/** A table that is wider and longer than a window. */
function wideTable(columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const numbers = Array.from({ length: columns }, (_, c) => c + 1);
  const head = [line(['Model', ...numbers.map((c) => `Measure ${c}`)]), line(['---', ...numbers.map(() => '---')])];
  const body = Array.from({ length: rows }, (_, r) =>
    line([`Heron of the lake ${r + 1}`, ...numbers.map((c) => ((37 * c + 11 * r) % 1000) / 10)]),
  );
  return ['Table 1: Scores of many models by many measures.', '', ...head, ...body].join('\n');
}
