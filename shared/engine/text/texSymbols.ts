/** Combining marks by LaTeX's accent commands. */
export const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
  t: '\u0361',
};

/** Command, then what it prints; the commands of text and of formulas together. */
const PRINTED = `
ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ
textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle '
lq ‘ rq ’ textasciitilde ~ textasciicircum ^ textbackslash \\ textbar | textless < textgreater > textunderscore _
textdollar $ textpercent % textdegree ° degree ° textmu µ textpm ± texttimes × textminus − textregistered ® texttrademark ™
textcopyright © copyright © textasteriskcentered * textbullet • textdagger † textdaggerdbl ‡ dag † ddag ‡ S § P ¶ pounds £
euro € texteuro € LaTeX LaTeX LaTeXe LaTeX TeX TeX BibTeX BibTeX lbrace { rbrace } lbrack [ rbrack ] vert | mid | Vert ‖
textuparrow ↑ textdownarrow ↓ textrightarrow → textleftarrow ← slash / colon : percent % ast * star ⋆ dagger † ddagger ‡
dots … ldots … textellipsis … cdots ⋯ vdots ⋮ ddots ⋱ cdot · times × div ÷ pm ± mp ∓ sim ∼ simeq ≃ approx ≈ cong ≅ equiv ≡
propto ∝ leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ ll ≪ gg ≫ lt < gt > infty ∞ circ ° bullet • prime ′
to → rightarrow → longrightarrow → Rightarrow ⇒ Longrightarrow ⇒ leftarrow ← Leftarrow ⇐ leftrightarrow ↔ mapsto ↦
uparrow ↑ Uparrow ⇑ downarrow ↓ Downarrow ⇓ updownarrow ↕ nearrow ↗ searrow ↘ upuparrows ⇈ downdownarrows ⇊
in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ setminus \\ backslash \\ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ land ∧
wedge ∧ lor ∨ vee ∨ oplus ⊕ otimes ⊗ odot ⊙ ell ℓ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ surd √ angle ∠ parallel ∥ perp ⊥
triangle △ bigtriangleup △ blacktriangle ▲ triangledown ▽ bigtriangledown ▽ blacktriangledown ▼ Delta Δ square □ Box □ blacksquare ■
diamond ⋄ Diamond ◇ lozenge ◊ clubsuit ♣ diamondsuit ♦ heartsuit ♥ spadesuit ♠ bigstar ★ bigcirc ○ checkmark ✓ Checkmark ✓ checked ✓
cmark ✓ xmark ✗ XSolidBrush ✗ XSolid ✗ crossmark ✗ CheckmarkBold ✓ CIRCLE ● Circle ○ LEFTcircle ◐ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉
lfloor ⌊ rfloor ⌋ max max min min log log exp exp arg arg argmax argmax argmin argmin
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π
rho ρ varrho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
Gamma Γ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω eg e.g. ie i.e. etal et\u00a0al. wrt w.r.t. cf cf. etc etc. vs vs.`;

const words = PRINTED.trim().split(/[ \n]+/);

/** What commands without an argument print. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ...words.flatMap((word, i): [string, string][] => (i % 2 === 0 ? [[word, words[i + 1] ?? '']] : [])),
  [',', '\u2009'],
  [';', ' '],
  [':', ' '],
  ['>', ' '],
  [' ', ' '],
  ['space', ' '],
  ['quad', ' '],
  ['qquad', ' '],
  ['enspace', ' '],
  ['thinspace', '\u2009'],
  ['nobreakspace', ' '],
  ['hfill', ' '],
  ['hfil', ' '],
  ['|', '‖'],
]);

/** Signs of the font of `\ding`: ticks, crosses, digits in circles. */
export function dingbat(code: number): string {
  if (code >= 33 && code <= 126) return String.fromCodePoint(0x2700 + code - 32);
  if (code >= 172 && code <= 181) return String.fromCodePoint(0x2460 + code - 172);
  if (code >= 182 && code <= 191) return String.fromCodePoint(0x2776 + code - 182);
  return '';
}
