// The table of LaTeX commands that stand for characters: accents, letters, marks, Greek.
// Knows nothing of how a text is read.

/** Accents by command: the combining character that follows the letter (Unicode 15, Combining Diacritical Marks). */
export const accents: Readonly<Record<string, string>> = {
	'`': '\u0300', '\'': '\u0301', '^': '\u0302', '~': '\u0303', '"': '\u0308', '=': '\u0304', '.': '\u0307',
	u: '\u0306', v: '\u030C', H: '\u030B', c: '\u0327', d: '\u0323', b: '\u0331', k: '\u0328', r: '\u030A', h: '\u0309', t: '\u0361',
};

/** Commands that are a character. */
export const symbols: Readonly<Record<string, string>> = {
	ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ',
	'&': '&', '%': '%', $: '$', '#': '#', _: '_', '{': '{', '}': '}', '@': '', '-': '', '/': '', '!': '',
	' ': ' ', ',': ' ', ';': ' ', ':': ' ', '>': ' ', '\\': ' ', quad: ' ', qquad: ' ', newline: ' ', space: ' ', par: ' ',
	textbackslash: '\\', textbraceleft: '{', textbraceright: '}', textasciitilde: '~', textasciicircum: '^', textasciigrave: '`', textquotesingle: '\'', textquotedbl: '"', textunderscore: '_', textdollar: '$', textbar: '|', textless: '<', textgreater: '>', slash: '/', lbrace: '{', rbrace: '}', backslash: '\\', sim: '~',
	textendash: '–', textemdash: '—', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”', lq: '‘', rq: '’', glqq: '„', grqq: '“', flqq: '«', frqq: '»', guillemotleft: '«', guillemotright: '»',
	ldots: '…', dots: '…', textellipsis: '…', cdots: '⋯', cdot: '·', textperiodcentered: '·', textbullet: '•', bullet: '•', dag: '†', ddag: '‡', S: '§', textsection: '§', P: '¶', copyright: '©', textcopyright: '©', textregistered: '®', texttrademark: '™',
	pounds: '£', textsterling: '£', texteuro: '€', euro: '€', textyen: '¥', yen: '¥', textcent: '¢', textdegree: '°', degree: '°', textordmasculine: 'º', textordfeminine: 'ª', textexclamdown: '¡', textquestiondown: '¿', textnumero: '№', textperthousand: '‰',
	pm: '±', textpm: '±', times: '×', texttimes: '×', div: '÷', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', approx: '≈', infty: '∞', rightarrow: '→', to: '→', leftarrow: '←', leftrightarrow: '↔', Rightarrow: '⇒', partial: '∂', sum: '∑', prod: '∏', sqrt: '√', int: '∫', in: '∈', cup: '∪', cap: '∩', subset: '⊂', forall: '∀', exists: '∃', nabla: '∇', circ: '∘', prime: '′', star: '⋆', ast: '∗', ell: 'ℓ', hbar: 'ℏ', equiv: '≡', propto: '∝', mid: '|', parallel: '∥', perp: '⊥', langle: '⟨', rangle: '⟩', textmu: 'µ', textonehalf: '½', textonequarter: '¼',
	alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ϵ', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'ϕ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω',
	Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Upsilon: 'Υ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω',
	LaTeX: 'LaTeX', TeX: 'TeX', BibTeX: 'BibTeX',
};

/** Commands that change how what follows looks: they go, their argument stays. */
export const looks: ReadonlySet<string> = new Set([
	'emph', 'textit', 'textbf', 'textsl', 'textsc', 'texttt', 'textrm', 'textsf', 'textmd', 'textup', 'textnormal', 'text', 'mbox', 'hbox', 'underline', 'uline', 'url', 'nolinkurl', 'path',
	'textsuperscript', 'textsubscript', 'mkbibemph', 'mkbibbold', 'mkbibitalic', 'mkbibacro', 'mathrm', 'mathit', 'mathbf', 'mathsf', 'mathcal', 'mathbb', 'mathnormal', 'ensuremath', 'operatorname', 'bibstring', 'autocap', 'NoCaseChange',
	'em', 'it', 'bf', 'sc', 'rm', 'sf', 'tt', 'sl', 'normalfont', 'upshape', 'itshape', 'bfseries', 'scshape', 'small', 'footnotesize', 'large', 'protect', 'relax', 'left', 'right', 'bgroup', 'egroup', 'begingroup', 'endgroup', 'leavevmode', 'allowbreak', 'sloppy', 'CJKfamily', 'songti', 'heiti', 'kaishu', 'fangsong',
]);

/** Commands whose first argument is not for the reader. */
export const hidden: ReadonlySet<string> = new Set(['noopsort', 'href', 'label', 'vphantom', 'hspace', 'vspace', 'hskip', 'textcolor', 'color', 'fontsize', 'foreignlanguage', 'selectlanguage', 'switchargs', 'SortNoop']);

/** Small raised and lowered characters. */
export const raised: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻', n: 'ⁿ', i: 'ⁱ' };
export const lowered: Readonly<Record<string, string>> = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉', '+': '₊', '-': '₋' };
