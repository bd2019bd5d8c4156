import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { plainText, type Block } from '../../../src/core/word/manuscript';
import { readManuscript } from '../../../src/core/word/read/read';
import { asOfficial } from '../../../src/core/word/official';

const read = (text: string) => readManuscript(new Draft(text, 'markdown'));
const shape = (block: Block): unknown => {
	switch (block.type) {
		case 'paragraph':
			return block.role ? `${block.role}: ${plainText(block.content)}` : plainText(block.content);
		case 'heading':
			return `${'#'.repeat(block.level)} ${plainText(block.content)}`;
		case 'list':
			return [block.ordered ? block.start : '-', ...block.items.map(item => item.map(shape))];
		case 'quote':
			return { quote: block.blocks.map(shape) };
		case 'table':
			return { table: [block.header, ...block.rows].map(row => row.map(plainText)), caption: block.caption?.number };
		case 'figure':
			return { figure: block.words, caption: block.caption?.number };
		case 'code':
			return { code: block.text };
		case 'rule':
			return '---';
	}
};
const shapes = (text: string) => read(text).blocks.map(shape);

test('the title is the heading that begins the draft; the headings below begin with the first level', () => {
	const { title, blocks } = read('# 关于发展的<br>意见\n\n## 一、总则\n\n正文\n\n#### 细则\n');
	expect(title.map(plainText)).toEqual(['关于发展的', '意见']);
	expect(blocks.map(shape)).toEqual(['# 一、总则', '正文', '### 细则']);
});

test('attributes of a heading are no words of it', () => {
	const text =
		'# 报告 {.title}\n\n## 一、**总则** {#sec:general .unnumbered lang=zh}\n\n## 集合{甲}\n\n## 参考文献 {-}\n\n[1] 甲.\n';
	const { title, blocks } = read(text);
	expect(title.map(plainText)).toEqual(['报告']);
	expect(blocks.map(shape)).toEqual(['# 一、总则', '# 集合{甲}', '# 参考文献', 'reference: [1] 甲.']);
});

test('the title of the front matter is not said twice', () => {
	const { title, blocks, particulars } = read(
		'---\ntitle: "关于 发展的意见"\n作者: [甲, 乙]\n---\n\n# 关于发展的意见\n\n正文\n',
	);
	expect(title.map(plainText)).toEqual(['关于发展的意见']);
	expect(blocks.map(shape)).toEqual(['正文']);
	expect(particulars).toEqual({ title: '关于 发展的意见', author: '甲、乙' });
});

test('lists in lists, tables with captions, quotations, pictures, code', () => {
	expect(
		shapes(
			'3. 甲\n   - 乙\n\n     丙\n4. 丁\n\n表1 数字\n\n| a | b |\n|:-|-:|\n| 1 | 2 |\n\n> 引\n> 文\n\n![图1 路线](a.png)\n\n```\n x\n```\n\n***\n',
		),
	).toEqual([
		[3, ['甲', ['-', ['乙', '丙']]], ['丁']],
		{
			table: [
				['a', 'b'],
				['1', '2'],
			],
			caption: '1',
		},
		{ quote: ['引文'] },
		{ figure: '图1 路线', caption: '1' },
		{ code: ' x' },
		'---',
	]);
});

test('line ends are nothing between Chinese and a space between words; numbers, dashes and days keep their lines', () => {
	expect(shapes('发展\n新质\n\nnew\nwords\n\n一、甲\n二、乙\n\n附件：1. 甲\n2. 乙\n\n某局\n2024年3月1日\n')).toEqual([
		'发展新质',
		'new words',
		'一、甲',
		'二、乙',
		'附件：1. 甲',
		'2. 乙',
		'某局',
		'2024年3月1日',
	]);
});

test('emphasis beside Chinese marks is emphasis', () => {
	const bold = (text: string) =>
		read(text).blocks.flatMap(block =>
			block.type === 'paragraph'
				? block.content.flatMap(one => (one.type === 'text' && one.style.bold ? [one.text] : []))
				: [],
		);
	expect(bold('**“新质生产力”**的内涵，**创新。**后面，要**（一）**也是\n')).toEqual([
		'“新质生产力”',
		'创新。',
		'（一）',
	]);
	expect(bold('2 ** 3 和 a**b\n')).toEqual([]);
});

test('notes stand in the order of the text; a second mark for one is the same note again', () => {
	const { blocks, notes } = read('甲[^b]乙[^a]丙[^b]丁^[在行内]\n\n[^a]: 甲注\n\n    第二段\n[^b]: 乙注[^a]\n');
	expect(blocks[0]).toMatchObject({
		content: [
			{ text: '甲' },
			{ type: 'note', note: 0, again: false },
			{ text: '乙' },
			{ type: 'note', note: 1, again: false },
			{ text: '丙' },
			{ type: 'note', note: 0, again: true },
			{ text: '丁' },
			{ type: 'note', note: 2, again: false },
		],
	});
	expect(notes.map(note => note.map(shape))).toEqual([['乙注（甲注第二段）'], ['甲注', '第二段'], ['在行内']]);
});

test('no words of a list are lost, however deep they are', () => {
	const items = Array.from({ length: 150 }, (_, level) => `${'  '.repeat(level)}- 第${level}项\n`);
	const said = JSON.stringify(read(items.join('')));
	expect(items.filter((_, level) => !said.includes(`第${level}项`))).toEqual([]);
});

test('what cannot go into a Word file is told of, each once', () => {
	const { problems } = read(
		'甲\u0007[点](javascript:alert(1))[点](javascript:alert(1)) $a_b$ <blink>乙</blink>\n\n<script>bad()</script>\n\n[^a]: 没有人用\n',
	);
	expect(problems).toEqual([
		{ code: 'control', what: '1' },
		{ code: 'link.unsafe', what: 'javascript:alert(1)' },
		{ code: 'math', what: '$a_b$' },
		{ code: 'html', what: 'blink' },
		{ code: 'html', what: 'script' },
		{ code: 'note.unused', what: 'a: 没有人用' },
	]);
});

test('figures and tables with labels are counted, and named by their numbers', () => {
	expect(
		shapes('见[@fig:map]和@tbl:a。\n\n![地图](a.png){#fig:map}\n\n| a |\n|-|\n| 1 |\n\nTable: 数 {#tbl:a}\n'),
	).toEqual(['见图1和表1。', { figure: '地图', caption: '1' }, { table: [['a'], ['1']], caption: '1' }]);
});

test('several labels in one pair of brackets are their numbers; a label that nothing has stands and is told of', () => {
	const { blocks, problems } = read(
		'见[@fig:a; @fig:b]，[@fig:a; @tbl:no]，@fig:no，[@eq:one]、[@sec:two]。\n\n![甲](a.png){#fig:a}\n\n![乙](b.png){#fig:b}\n\n`[@fig:no]`\n',
	);
	expect(shape(blocks[0] ?? expect.fail())).toBe('见图1、图2，[@fig:a; @tbl:no]，@fig:no，[@eq:one]、[@sec:two]。');
	expect(problems).toEqual(['@tbl:no', '@fig:no', '@eq:one', '@sec:two'].map(what => ({ code: 'label', what })));
	expect(read('见[@fig:a]。').problems).toEqual([{ code: 'label', what: '@fig:a' }]);
});

test.each([
	["=cmd|'/c calc'!A0", true],
	['+cmd|"/c calc"!A1', true],
	['=SUM(ABOVE)', true],
	['=HYPERLINK("http://x","点我")', true],
	['DDEAUTO c:\\\\windows\\\\cmd.exe "/k"', true],
	['DDE Excel "book" A1', true],
	['{ INCLUDEPICTURE "http://x/a.png" }', true],
	['农药 DDE 和 DDT 残留，DDE and DDT', false],
	['禁用 DDEAUTO 等域', false],
	['＝甲＋乙', false],
	['=15%', false],
	['=GDP(亿元)', false],
	['=f(x)', false],
	['- 甲（乙）!', false],
	['-12.5', false],
])('%s looks like a field: %s; it is text all the same', (text, looks) => {
	const told = looks ? ['field'] : [];
	const cell = text.replaceAll('|', '\\|');
	for (const { problems } of [
		read(`${text}\n`),
		read(`| 甲 |\n|-|\n| ${cell} |\n`),
		readManuscript(new Draft(`题目\n${text}\n`, 'plaintext')),
	])
		expect(problems.map(({ code }) => code)).toEqual(told);
});

test('a picture within a line has no number: it is named by its words, and its label is no text', () => {
	expect(shapes('见[@fig:a]、[@fig:b]。\n\n文中![甲](a.png){#fig:a}图。\n\n![乙](b.png){#fig:b}\n')).toEqual([
		'见“甲”、图1。',
		expect.stringMatching(/^文中.*图。$/),
		{ figure: '乙', caption: '1' },
	]);
	expect(JSON.stringify(read('![甲](a.png){#fig:a} 在前，见@fig:a。'))).not.toContain('fig:a');
});

describe('official documents', () => {
	const official = (text: string) => asOfficial(read(text)).blocks.map(shape);

	test('who is written to, annexes, who signs and when', () => {
		expect(
			official('# 通知\n\n各区，各部门：\n\n正文。\n\n附件：1. 甲\n\n某市某局\n\n2024年3月1日\n\n## 附件1\n\n表\n'),
		).toEqual([
			'recipient: 各区，各部门：',
			'正文。',
			'annexFirst: 附件：1. 甲',
			'signer: 某市某局',
			'date: 2024年3月1日',
			'annex: 附件1',
			'表',
		]);
	});

	test('names of annexes stand each by itself; what an annex is called is a title', () => {
		expect(official('# 通知\n\n附件：1. 甲\n2. 乙\n\n## 附件1\n\n# 分工表\n\n## 一、总则\n')).toEqual([
			'annexFirst: 附件：1. 甲',
			'annexItem: 2. 乙',
			'annex: 附件1',
			'annexTitle: 分工表',
			'# 一、总则',
		]);
		expect(official('# 通知\n\n附件：分工表\n')).toEqual(['annexes: 附件：分工表']);
	});

	test('the last text stays with who signs', () => {
		const { blocks } = asOfficial(
			read('甲段。\n\n乙段。\n\n附件：1. 丙\n2. 丁\n\n某局\n\n2024年3月1日\n\n## 附件1\n\n戊\n'),
		);
		const kept = blocks.filter(one => one.type === 'paragraph' && one.keep === true).map(shape);
		expect(kept).toEqual(['乙段。', 'annexFirst: 附件：1. 丙', 'annexItem: 2. 丁']);
	});

	test('a name and a day on two lines of one paragraph', () => {
		expect(official('正文。\n\n某市某局\n2024年3月1日\n')).toEqual([
			'正文。',
			'signer: 某市某局',
			'date: 2024年3月1日',
		]);
	});

	test('what the front matter says stands where the text says nothing', () => {
		expect(official('---\n主送: 各区\nauthor: 某局\ndate: 2024-03-01\n---\n\n正文。\n')).toEqual([
			'recipient: 各区：',
			'正文。',
			'signer: 某局',
			'date: 2024年3月1日',
		]);
	});

	test('the number of a heading is its level', () => {
		expect(official('# 题\n\n### （一）乙\n\n### 一、甲\n\n### 1. 丙\n')).toEqual([
			'## （一）乙',
			'# 一、甲',
			'### 1. 丙',
		]);
	});

	test('a number below the title hides not who is written to, and stands not twice', () => {
		const body = '某发〔2024〕1号\n\n各区：\n\n正文。\n';
		expect(official(`# 通知\n\n${body}`)).toEqual(['某发〔2024〕1号', 'recipient: 各区：', '正文。']);
		expect(official(`---\n发文字号: 某发[2024]1号\n---\n\n# 通知\n\n${body}`)).toEqual(['recipient: 各区：', '正文。']);
	});

	test('a notice is signed before the paper that it hands on', () => {
		const paper = '某局\n\n2024年3月1日\n\n（此件公开发布）\n\n发展方案\n\n为了发展，制定本方案。\n';
		expect(official(`# 通知\n\n现印发给你们，请执行。\n\n${paper}`)).toEqual([
			'现印发给你们，请执行。',
			'signer: 某局',
			'date: 2024年3月1日',
			'（此件公开发布）',
			'发展方案',
			'为了发展，制定本方案。',
		]);
		// Below a title they say whose the text is.
		expect(official(`# 方案\n\n副题\n\n${paper}`).filter(one => /signer|date/.test(String(one)))).toEqual([]);
	});

	test('a day in the middle of the text is no signature, and nobody is invented', () => {
		expect(official('2024年3月1日\n\n一二三。\n\n四五六。\n')).toEqual(['2024年3月1日', '一二三。', '四五六。']);
		expect(official('正文到此为止。\n\n2024年3月1日\n')).toEqual(['正文到此为止。', 'date: 2024年3月1日']);
	});
});

test('plain text: every line a paragraph, headings by their numbers', () => {
	const { title, blocks } = readManuscript(
		new Draft('关于发展的意见\n\n各区：\n　　一、总则\n正文一。\n', 'plaintext'),
	);
	expect(title.map(plainText)).toEqual(['关于发展的意见']);
	expect(blocks.map(shape)).toEqual(['各区：', '# 一、总则', '正文一。']);
});

test('plain text: lines that look like a table stay lines, which is told of once a table', () => {
	const text =
		'报告\n\n指标\t2023\t2024\n产值\t12\t13\n就业\t\t5\t6\n\n\t正文。\n联系人：甲\t电话：1\n又一\t表\n一\t二\n';
	const { blocks, problems } = readManuscript(new Draft(text, 'plaintext'));
	expect(blocks.map(shape)).toContain('产值 12 13');
	expect(problems).toEqual([
		{ code: 'table.tabs', what: '指标 2023 2024' },
		{ code: 'table.tabs', what: '联系人：甲 电话：1' },
	]);
	expect(readManuscript(new Draft('甲\t乙\n\t丙\n丁\n', 'plaintext')).problems).toEqual([]);
});

describe('LaTeX', () => {
	const latex = (text: string) => readManuscript(new Draft(text, 'latex'));

	test('headings, notes, lists, tables, quotations and signs', () => {
		const { title, blocks, notes, problems } = latex(
			String.raw`\documentclass{ctexart}\usepackage{hyperref}
\title{关于发展的报告}
\begin{document}\maketitle
\section{总则}\label{a}
正文\textbf{加粗}，90\%的\textsuperscript{[1]}\footnote{注一 % 不见
见\emph{书}。}。\\ 下一行 *不斜* # 不题
% 注释

\begin{enumerate}
\item 甲
  \begin{itemize}\item 乙\item 丙\end{itemize}
\item 丁
\end{enumerate}
\begin{quote}引文\end{quote}
\begin{table}\caption{表1 数}\begin{tabular}{lr}\hline 名 & 数 \\ \hline 甲 & 1 \\ \end{tabular}\end{table}
\begin{figure}\includegraphics[width=5cm]{a b.png}\caption{图1 线}\end{figure}
\begin{thebibliography}{9}\bibitem{x} 书. 社, 2020.\end{thebibliography}
\end{document}`,
		);
		expect(title.map(plainText)).toEqual(['关于发展的报告']);
		expect(blocks.map(shape)).toEqual([
			'# 总则',
			'正文加粗，90%的[1]，。\n下一行 *不斜* # 不题',
			[1, ['甲', ['-', ['乙'], ['丙']]], ['丁']],
			{ quote: ['引文'] },
			{
				table: [
					['名', '数'],
					['甲', '1'],
				],
				caption: '1',
			},
			{ figure: '图1 线', caption: '1' },
			'# 参考文献',
			'reference: [1] 书. 社, 2020.',
		]);
		expect(notes.map(note => note.map(shape))).toEqual([['注一 见书。']]);
		expect(problems).toEqual([]);
	});

	test('a command that ends a paragraph is read whole', () => {
		const { blocks, problems } = latex(
			'\\maketitle\\tableofcontents\n\n甲\\ldots\\ldots\n  \n乙\\LaTeX \n丙\\foo\n\n丁',
		);
		expect(blocks.map(shape)).toEqual(['甲…………', '乙LaTeX丙', '丁']);
		expect(problems).toEqual([{ code: 'latex', what: '\\foo' }]);
	});

	test('a table over several pages has its caption and one head; cells that span columns', () => {
		const head = '变量 & 均值 & 方差 \\\\ \\hline';
		const { blocks, problems } = latex(
			`见\\autoref{t}。\n\n\\begin{longtable}{|p{3cm}|c|c|}\n\\caption[短]{样本}\\label{t}\\\\\n\\hline ${head}\n\\endfirsthead\n${head}\n\\endhead\n人均 & 8.9 & 1.2 \\\\\n\\multicolumn{2}{|c|}{合\\textbf{计}} & 3 \\\\ \\cline{1-2}\n\\multirow{2}{*}{甲} & 1 & 2 \\\\\n\\end{longtable}\n`,
		);
		expect(blocks.map(shape)).toEqual([
			'见表1。',
			{
				table: [
					['变量', '均值', '方差'],
					['人均', '8.9', '1.2'],
					['合计', '', '3'],
					['甲', '1', '2'],
				],
				caption: '1',
			},
		]);
		expect(problems).toEqual([]);
	});

	test('what stands large in the middle above everything is the title', () => {
		const text = (size: string) =>
			`\\begin{document}\n\\begin{center}\n{${size} \\textbf{关于发展的意见}}\n\\end{center}\n\n各区：\n\\end{document}`;
		expect(latex(text('\\LARGE')).title.map(plainText)).toEqual(['关于发展的意见']);
		expect(latex(text('\\small')).title).toEqual([]);
	});

	test('what is not known is told of, and its words stay', () => {
		const { blocks, problems } = latex('正文\\foo{甲}{乙}，见\\ref{a}。\n\n$x_1$ 和 \\[y\\]');
		expect(blocks.map(shape)).toEqual(['正文甲乙，见a。', '$x_1$ 和', { code: '$$\ny\n$$' }]);
		expect(problems.map(({ code, what }) => `${code} ${what}`)).toEqual([
			'latex \\foo',
			'label \\ref{a}',
			'math $x_1$',
			'math $$',
		]);
	});
});

describe('captions as people write them', () => {
	const captions = (text: string) =>
		read(text).blocks.map(block => {
			if (block.type !== 'figure' && block.type !== 'table') return shape(block);
			const { caption } = block;
			return `${block.type} ${caption ? caption.label + caption.number + plainText(caption.content) : '-'}`;
		});
	const picture = '![](a.png)';
	const table = '| a |\n|-|\n| 1 |';

	test.each([
		['below', `${picture}\n\n图1 路线`, ['figure 图1 路线']],
		['above', `图1 路线\n\n${picture}`, ['figure 图1 路线']],
		['on the next line', `${picture}\n图1 路线`, ['figure 图1 路线']],
		['on the line before', `图1 路线\n${picture}`, ['figure 图1 路线']],
		['behind a hard break', `${picture}<br>**图1 路线**`, ['figure 图1 路线']],
		['bold', `${picture}\n\n**图1 路线**`, ['figure 图1 路线']],
		['in the middle', `${picture}\n\n<center>图 1　路线</center>`, ['figure 图 1　路线']],
		['with a colon', `${picture}\n\n图1-2：路线`, ['figure 图1-2：路线']],
		['by Chinese numbers', `${picture}\n\n图一 路线`, ['figure 图一 路线']],
		['of annexes', `${table}\n\n附表2 数`, ['table 附表2 数']],
		['of charts', `${picture}\n\n图表1 路线\n\n${table}\n\n图表2 数`, ['figure 图表1 路线', 'table 图表2 数']],
		['HTML', `<div align="center">\n<img src="a.png" alt="x">\n<br>图1 路线\n</div>`, ['figure 图1 路线']],
		['said twice', `![图1 路线](a.png)\n\n图1 路线`, ['figure 图1 路线']],
		['instead of what the picture says', `![截屏](a.png)\n\n图1 路线`, ['figure 图1 路线']],
		['all below', `${table}\n\n表1 甲\n\n${table}\n\n表2 乙`, ['table 表1 甲', 'table 表2 乙']],
		['all above', `表1 甲\n\n${table}\n\n表2 乙\n\n${table}`, ['table 表1 甲', 'table 表2 乙']],
		['between two tables', `${table}\n\n表1 甲\n\n${table}`, ['table -', 'table 表1 甲']],
		['between two pictures', `${picture}\n\n图1 甲\n\n${picture}`, ['figure 图1 甲', 'figure -']],
		['in a list', `- 项\n\n  ${picture}\n\n  图1 路线`, [['-', ['项', { figure: '', caption: '1' }]]]],
		[
			'a sentence is none',
			`${picture}\n\n图1 说明了变化。\n\n表1所示如下：`,
			['figure -', '图1 说明了变化。', '表1所示如下：'],
		],
		['of another kind', `${picture}\n\n表1 甲`, ['figure -', '表1 甲']],
	])('%s', (_, text, expected) => {
		expect(captions(text)).toEqual(expected);
	});

	test('pictures of HTML are pictures', () => {
		expect(read('<p><img src="图 (1).png" alt="甲"></p>\n\n文<img src=\'b.png\'>字\n').images).toEqual([
			'图 (1).png',
			'b.png',
		]);
	});
});

describe('names in LaTeX', () => {
	const latex = (text: string) => {
		const { blocks, problems } = readManuscript(new Draft(text, 'latex'));
		return { blocks: blocks.map(shape), problems, all: blocks };
	};
	const figure = (caption: string) => `\\begin{figure}\\includegraphics{a.png}${caption}\\end{figure}`;
	const table = (caption: string) => `\\begin{table}${caption}\\begin{tabular}{l}a\\\\ 1\\\\\\end{tabular}\\end{table}`;

	test('labels of figures and tables are their numbers, before and behind', () => {
		const { blocks, problems, all } = latex(
			`见图\\ref{f2}、表~\\ref{t}、\\autoref{f1}。\n\n${figure('\\caption[短]{甲}\\label{f1}')}\n\n${table('\\label{t}\\caption{数}')}\n\n${figure('')}\n\n${figure('\\caption{乙}\\label{f2}')}\n`,
		);
		expect(blocks[0]).toBe('见图2、表 1、图1。');
		const captions = all.flatMap(block => (block.type === 'figure' || block.type === 'table' ? [block.caption] : []));
		expect(captions.map(one => (one ? one.label + one.number + plainText(one.content) : ''))).toEqual([
			'图1 甲',
			'表1 数',
			'',
			'图2 乙',
		]);
		expect(problems).toEqual([]);
	});

	test('what has no number in Word is told of', () => {
		const { blocks, problems } = latex('\\section{甲}\\subsection{乙}\\label{s}\n\n见第\\ref{s}节、\\ref{none}。\n');
		expect(blocks.at(-1)).toBe('见第1.1节、none。');
		expect(problems.map(({ what }) => what)).toEqual(['\\ref{s}', '\\ref{none}']);
	});

	test('commands of its own stand for what they say; one that means itself ends', () => {
		const { blocks } = latex(
			'\\newcommand{\\foo}{新质\\textbf{生产力}}\n\\newcommand\\bar{因地制宜}\\def\\baz{先立后破}\n\\newcommand{\\of}[2]{#2的#1}\n\n\\foo{}、\\bar{}、\\baz{}、\\of{甲}{乙}。\n',
		);
		expect(blocks).toEqual(['新质生产力、因地制宜、先立后破、乙的甲。']);
		expect(latex('\\newcommand{\\me}{\\me x}\\me\n').problems.length).toBe(1);
	});

	test('words between signs of \\verb stand as they are, and no comment begins there', () => {
		expect(latex('见\\verb|x_y 50% # *a*|与\\lstinline{b_c}。% 注\n').blocks).toEqual(['见x_y 50% # *a*与b_c。']);
	});

	test('other files are told of, and their names are no text', () => {
		const { blocks, problems } = latex('前。\\input{other}\\include{chapters/a}\n');
		expect(blocks).toEqual(['前。']);
		expect(problems).toEqual([
			{ code: 'latex.file', what: 'other' },
			{ code: 'latex.file', what: 'chapters/a' },
		]);
	});
});
