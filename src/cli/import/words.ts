// Problems of imports in words, Chinese then English, for the terminal.

import type { ImportCode, ImportProblem } from '../../core/documents/document';

type Data = ImportProblem['data'];
type Pair = readonly [chinese: string, english: string];

const units: Readonly<Record<string, Pair>> = {
	bytes: ['MB', 'MB'],
	characters: ['字', 'characters'],
	nodes: ['个元素', 'elements'],
	pages: ['页', 'pages'],
	entries: ['个条目', 'entries'],
	documents: ['篇', 'documents'],
	seconds: ['秒', 'seconds'],
	depth: ['层文件夹', 'levels of folders'],
	files: ['个文件', 'files'],
};

/** What to do with a format nothing here reads. */
function format(d: Data): Pair {
	switch (d.format) {
		case 'doc':
		case 'wps':
		case 'rtf':
		case 'odt':
			return [
				`这是 ${d.format} 文件，请用 Word 或 WPS 另存为 docx 再导入`,
				`this is a ${d.format} file: save it as docx in Word or WPS, then import it`,
			];
		case 'xls':
		case 'et':
			return [
				`这是 ${d.format} 文件，请用 Excel 或 WPS 另存为 xlsx 再导入`,
				`this is an ${d.format} file: save it as xlsx in Excel or WPS, then import`,
			];
		case 'mhtml':
			return [
				'这是 mhtml 网页，请在浏览器里另存为“仅 HTML”再导入',
				'this is an mhtml page: save it as “HTML only” in the browser, then import it',
			];
		case 'image':
			return ['这是图片，需要先做文字识别', 'this is a picture; its text has to be recognised first'];
		case 'zip':
		case 'rar':
		case '7z':
		case 'gzip':
			return ['这是压缩包，请先解压', 'this is an archive: unpack it first'];
		case 'caj':
			return ['这是 caj 文件，请另存为 pdf 再导入', 'this is a caj file: save it as pdf, then import it'];
		case 'xlsx':
		case 'csv':
			return ['这是表格，不是文章', 'this is a table, not an article'];
		case 'binary':
			return ['这不是文字文件，或者损坏得厉害', 'this is no text, or it is badly damaged'];
		default:
			return [`不能导入这种文件（${d.format}）`, `files of this kind cannot be imported (${d.format})`];
	}
}

function entry(d: Data): Pair {
	switch (d.reason) {
		case 'json':
			return ['这一行不是 JSON，没有导入', 'this line is not JSON; not imported'];
		case 'object':
			return ['这一条不是“名称: 值”的对象，没有导入', 'this entry is no object; not imported'];
		case 'content':
			return ['这一条没有正文（content），没有导入', 'this entry has no content; not imported'];
		case 'large':
			return ['这一条太长，没有导入', 'this entry is too long; not imported'];
		case 'name':
			return ['这一行没有术语或提法，没有导入', 'this row has no term or formulation; not imported'];
		case 'twice':
			return [
				`“${d.text}”在第 ${d.row} 行已经有了，没有再导入`,
				`“${d.text}” stands in row ${d.row} already; not imported again`,
			];
		case 'known':
			return [`“${d.text}”语料包里已经有了，没有改动`, `“${d.text}” is in the pack already; left as it is`];
		case 'long':
			return d.field === 'term' || d.field === 'formulation'
				? [
						`太长（最多 ${d.limit} 字），这一行没有导入`,
						`too long (at most ${d.limit} characters); this row is not imported`,
					]
				: [
						`${d.field} 太长（最多 ${d.limit} 字），略去这一项`,
						`${d.field} is too long (at most ${d.limit} characters) and left out`,
					];
		case 'slot':
			return [`“${d.text}”里的花括号不成对，没有导入`, `the braces of “${d.text}” are not in pairs; not imported`];
		case 'quote':
			return ['这一行的引号没有配对，当作普通字符', 'a quotation mark of this row never closes; read as a character'];
		case 'characters':
			return ['这一行有认不出的字，没有导入', 'this row has characters that cannot be read; not imported'];
		default:
			return [`这一条无法使用（${d.reason}），没有导入`, `this entry cannot be used (${d.reason}); not imported`];
	}
}

function empty(d: Data): Pair {
	switch (d.reason) {
		case 'scanned':
			return [
				'只有扫描的图片，没有文字；请先做文字识别',
				'scanned pictures without text: have the text recognised first',
			];
		case 'frame':
			return ['只有网页的菜单、页脚，没有正文', 'nothing but menus and footers, no article'];
		case 'headings':
			return [
				'没有找到表头：要有“术语”或“提法”一列',
				'no headings were found: one column has to be called 术语 or 提法 (term, formulation)',
			];
		default:
			return ['没有文字', 'there is no text'];
	}
}

/** The same text is there already: what was found, and what one may do. */
function duplicate(d: Data): Pair {
	switch (d.relation) {
		case 'same':
			return [`这篇已经在 ${d.document}，没有再写`, `this text is in ${d.document} already; not written again`];
		case 'holding':
			return [
				`这篇已经在 ${d.document}，但这份来自别处；要记下这个出处，加 --on-duplicate holding`,
				`this text is in ${d.document} already, from elsewhere; to record this place too: --on-duplicate holding`,
			];
		default:
			return [
				`${d.document} 与这篇大体相同；要用这篇替换，加 --on-duplicate update`,
				`${d.document} is nearly the same text; to put this one in its place: --on-duplicate update`,
			];
	}
}

/** One wording a code; TypeScript says when a code has none. */
const wordings: Readonly<Record<ImportCode, (data: Data) => Pair>> = {
	'import.unreadable': d => [`文件无法读取（${d.reason}）`, `the file cannot be read (${d.reason})`],
	'import.format': format,
	'import.large': d => {
		if (d.what === 'unpacked')
			return [
				'解压后大得不像文稿，请用原来的程序打开、重新保存再导入',
				'unpacked, it is larger than a document is: open it in the program it was made with, save it again, and import that',
			];
		const [chinese, english] = units[String(d.what)] ?? ['', ''];
		const [size, limit] = [d.size, d.limit].map(n =>
			n !== undefined && d.what === 'bytes' ? Math.round(Number(n) / 1_048_576) : n,
		);
		const [then, thenDo] =
			d.what === 'files' || d.what === 'depth' || d.what === 'seconds'
				? ['请分几次导入', 'import a part at a time']
				: ['请分成几份再导入', 'split the file, then import the parts'];
		return [
			`太大${size === undefined ? '' : `（${size} ${chinese}）`}，上限 ${limit} ${chinese}；${then}`,
			`too large${size === undefined ? '' : ` (${size} ${english})`}, at most ${limit} ${english}: ${thenDo}`,
		];
	},
	'import.encrypted': () => ['文件有密码，请去掉密码再导入', 'the file has a password: remove it, then import it'],
	'import.damaged': d => [
		`文件已损坏，读不出来（${d.reason}）；请用原来的程序打开、重新保存再导入`,
		`the file is damaged and cannot be read (${d.reason}): open it in the program it was made with, save it again, and import that`,
	],
	'import.empty': empty,
	'import.entry': entry,
	'import.characters': d => [
		`有 ${d.count} 个字无法辨认，写成 �`,
		`${d.count} characters could not be read and are written �`,
	],
	'import.partial': d => [`内容不完整（${d.reason}）`, `the text is not complete (${d.reason})`],
	'import.duplicate': duplicate,
	'import.cited': d => [
		`“${d.title}”在别的语料包里已有引文，这篇作为它的全文（${d.id}）`,
		`“${d.title}” is cited in another pack already: this becomes its full text (${d.id})`,
	],
	'import.title': () => [
		'没有找到题名，先用文件名代替，请核对',
		'no title was found: the name of the file stands for it, please check',
	],
	'import.link': () => ['这是指向文件夹外面的链接，没有读', 'a link that leads out of the folder; not followed'],
	'import.unwritten': d => [`写不进去（${d.reason}）`, `cannot be written (${d.reason})`],
	'import.cancelled': () => ['已停止', 'stopped'],
};

/** One problem in one line, without its place. */
export function importSentence(problem: ImportProblem): string {
	const [chinese, english] = wordings[problem.code](problem.data);
	return `${chinese} | ${english}`;
}
