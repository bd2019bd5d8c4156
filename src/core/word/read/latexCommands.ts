// Commands of LaTeX that mean the same in a Word file, as Markdown.

/** What stands around the argument of a command. */
export const wrapped: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
	['textbf', ['<b>', '</b>']],
	['emph', ['<i>', '</i>']],
	['textit', ['<i>', '</i>']],
	['textsl', ['<i>', '</i>']],
	['underline', ['<u>', '</u>']],
	['uline', ['<u>', '</u>']],
	['sout', ['<s>', '</s>']],
	['texttt', ['<code>', '</code>']],
	['textsuperscript', ['<sup>', '</sup>']],
	['textsubscript', ['<sub>', '</sub>']],
	['textrm', ['', '']],
	['textsf', ['', '']],
	['mbox', ['', '']],
	['text', ['', '']],
]);

/** Levels of headings. */
export const headings: ReadonlyMap<string, number> = new Map([
	['part', 1],
	['chapter', 1],
	['section', 2],
	['subsection', 3],
	['subsubsection', 4],
	['paragraph', 5],
	['subparagraph', 6],
]);

/** Commands whose arguments are no text. */
export const dropped: ReadonlySet<string> = new Set(
	(
		'label vspace hspace setlength addtolength setcounter documentclass usepackage pagestyle thispagestyle ' +
		'bibliographystyle bibliography addbibresource newcommand renewcommand geometry ctexset hypersetup nocite ' +
		'def providecommand linespread fontsize selectfont color cline cmidrule phantomsection addcontentsline captionsetup graphicspath'
	).split(' '),
);

/** Commands that only set what stands there. */
export const silent: ReadonlySet<string> = new Set(
	(
		'maketitle tableofcontents newpage clearpage cleardoublepage noindent indent centering raggedright raggedleft ' +
		'small large Large LARGE huge Huge normalsize footnotesize scriptsize tiny bfseries itshape ttfamily rmfamily ' +
		'par hfill vfill appendix hline toprule midrule bottomrule medskip bigskip smallskip frontmatter mainmatter ' +
		'backmatter endfirsthead endhead endfoot endlastfoot protect displaystyle songti heiti kaishu fangsong printbibliography today left right'
	).split(' '),
);

/** Commands that stand for signs. */
export const signs: ReadonlyMap<string, string> = new Map([
	['ldots', '……'],
	['dots', '……'],
	['textemdash', '—'],
	['textendash', '–'],
	['textbackslash', '\\\\'],
	['textasciitilde', '\\~'],
	['textasciicircum', '\\^'],
	['quad', ' '],
	['qquad', ' '],
	['LaTeX', 'LaTeX'],
	['TeX', 'TeX'],
	['textquotedblleft', '“'],
	['textquotedblright', '”'],
	['times', '×'],
	['newline', '<br>'],
	['linebreak', '<br>'],
]);

/** Signs that mean others. */
export const plain: ReadonlyMap<string, string> = new Map([
	['{', ''],
	['}', ''],
	['~', ' '],
	['&', ' '],
	['``', '“'],
	["''", '”'],
	['`', '‘'],
	["'", '’'],
	['---', '——'],
	['--', '–'],
]);

/** What is set so large in the middle above everything is a title. */
export const titleSize = /\\(?:L(?:arge|ARGE)|[hH]uge|zihao\{-?[0-2]\})(?![A-Za-z])/;
