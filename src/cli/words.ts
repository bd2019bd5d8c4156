// Problems of packs in words, Chinese then English, for the terminal.

import type { Problem, ProblemCode } from '../core/corpus/problem';

type Wording = (data: Problem['data']) => readonly [chinese: string, english: string];

const kinds: Readonly<Record<string, string>> = {
	source: '来源',
	citation: '引用',
	term: '术语',
	formulation: '提法',
	pack: '语料包',
};
const kind = (value: string | number | undefined) => kinds[String(value)] ?? String(value);
const types: Readonly<Record<string, string>> = {
	string: '文字',
	number: '数',
	int: '整数',
	boolean: 'true 或 false',
	array: '列表 [ ]',
	object: '一组“名称: 值”',
	null: '空',
};
const type = (value: string | number | undefined) => types[String(value)] ?? String(value);
/** English article for the few type names there are. */
const a = (value: string | number | undefined) => `${/^[aeio]/.test(String(value)) ? 'an' : 'a'} ${value}`;

/** What is broken in an entry of a library. */
function broken(d: Problem['data']): readonly [chinese: string, english: string] {
	switch (d.reason) {
		case 'brace':
			return ['花括号 { 没有闭合', 'a brace { is never closed'];
		case 'quote':
			return ['引号没有闭合', 'a quotation mark is never closed'];
		case 'comma':
			return ['两个字段之间缺少逗号', 'a comma is missing between two fields'];
		case 'outside':
			return ['这个字段不在任何条目里，前面多了一个 }', 'this field stands in no entry: one } too many before it'];
		case 'key':
			return ['引用键有误', 'the key cannot be read'];
		case 'end':
			return ['条目没有结束', 'the entry does not end'];
		case 'long':
			return ['内容太长', 'the value is too long'];
		case 'closing':
			return ['条目缺少结尾（ER）', 'the end of the entry (ER) is missing'];
		case 'yaml':
			return [`YAML 格式有误（${d.detail}）`, `not valid YAML (${d.detail})`];
		default:
			return ['格式有误', 'not in the right form'];
	}
}

/** One wording a code; TypeScript says when a code has none. */
const wordings: Readonly<Record<ProblemCode, Wording>> = {
	'file.unreadable': d =>
		d.reason === 'encoding'
			? ['文件不是 UTF-8 编码，请另存为 UTF-8', 'the file is not in UTF-8; save it as UTF-8']
			: [`文件无法读取（${d.reason}）`, `the file cannot be read (${d.reason})`],
	'file.large': d => [
		`文件太大（${d.size} 字，上限 ${d.limit}），没有载入`,
		`the file is too large (${d.size} characters, limit ${d.limit}); not loaded`,
	],
	'file.unknown': () => [
		'不在 sources、citations、terms、formulations 文件夹里，没有载入',
		'not in one of the folders sources, citations, terms, formulations; not loaded',
	],
	'line.long': d => [
		`这一行太长（${d.length} 字，上限 ${d.limit}），这条记录没有载入`,
		`the line is too long (${d.length} characters, limit ${d.limit}); this record is not loaded`,
	],
	'yaml.syntax': d => [
		`YAML 格式有误（${d.reason}），这条记录没有载入`,
		`not valid YAML (${d.reason}); this record is not loaded`,
	],
	'yaml.duplicateKey': () => ['同一条记录里有两个同名字段', 'the same field twice in one record'],
	'yaml.aliases': () => ['别名（*）展开过多', 'aliases (*) expand too far'],
	'yaml.depth': d => [`嵌套超过 ${d.limit} 层`, `nested more than ${d.limit} deep`],
	'list.expected': () => [
		'文件应是一个列表，每条记录以“- ”开头',
		'the file should be a list, each record beginning with "- "',
	],
	'pack.missing': d => [
		`缺少 pack.yaml，暂以“${d.name}”为包名`,
		`pack.yaml is missing; the pack is called "${d.name}" for now`,
	],
	'record.expected': d => [
		`这里应是一组“名称: 值”，而不是${type(d.found)}`,
		`a set of "name: value" is expected here, not ${a(d.found)}`,
	],
	'field.missing': d => [`缺少 ${d.field}`, `${d.field} is missing`],
	'field.type': d => [
		`${d.field} 应是${type(d.expected)}，而不是${type(d.found)}${d.expected === 'string' ? '；数字请加引号' : ''}`,
		`${d.field} should be ${a(d.expected)}, not ${a(d.found)}`,
	],
	'field.value': d => [
		`${d.field} 不能是“${d.value}”${d.allowed === undefined ? '' : `，可以是 ${d.allowed}`}`,
		`${d.field} cannot be "${d.value}"${d.allowed === undefined ? '' : `; allowed: ${d.allowed}`}`,
	],
	'field.empty': d => [`${d.field} 是空的`, `${d.field} is empty`],
	'field.long': d => [`${d.field} 太长（上限 ${d.limit} 字）`, `${d.field} is too long (limit ${d.limit} characters)`],
	'field.unknown': d => [
		`没有 ${d.field} 这个字段${d.nearest === undefined ? '' : `，是否指 ${d.nearest}`}`,
		`no such field: ${d.field}${d.nearest === undefined ? '' : `; did you mean ${d.nearest}?`}`,
	],
	'field.misplaced': d => [`${d.kind} 不用 ${d.field}`, `a ${d.kind} has no ${d.field}`],
	'id.form': d => [
		`编号“${d.value}”只能用小写字母、数字和连字符`,
		`id "${d.value}": only lower-case letters, digits and hyphens`,
	],
	'id.locator': d => [
		`编号“${d.id}”以 -p 加数字结尾，会被当作段落号`,
		`id "${d.id}" ends like a paragraph number (-p…)`,
	],
	'date.form': d => [
		`日期“${d.value}”应写成 2024、2024-01 或 2024-01-31`,
		`date "${d.value}": write 2024, 2024-01 or 2024-01-31`,
	],
	'date.calendar': d => [`没有 ${d.value} 这一天`, `there is no day ${d.value}`],
	'pinyin.form': d => [`拼音“${d.value}”应是用空格隔开的音节`, `pinyin "${d.value}": syllables separated by spaces`],
	'text.surrogate': d => [`${d.field} 里有残缺的字符`, `${d.field} holds half a character (a lone surrogate)`],
	'text.control': d => [`${d.field} 里有看不见的控制字符`, `${d.field} holds an invisible control character`],
	'id.duplicate': d => [
		`编号 ${d.id} 已用在 ${d.file} 第 ${d.line} 行`,
		`id ${d.id} is already used in ${d.file} line ${d.line}`,
	],
	'id.conflict': d => [
		`编号 ${d.id} 在语料包 ${d.other} 里已有，以那边为准；要补充那条记录请写 extends`,
		`id ${d.id} exists in pack ${d.other}, which wins; to complete that record write extends`,
	],
	'reference.unknown': d => [`没有编号为 ${d.id} 的${kind(d.kind)}`, `there is no ${d.kind} with the id ${d.id}`],
	'reference.kind': d => [
		`${d.id} 是${kind(d.found)}，这里要的是${kind(d.kind)}`,
		`${d.id} is a ${d.found}; a ${d.kind} is wanted here`,
	],
	'reference.self': d => [`${d.id} 指向了自己`, `${d.id} names itself`],
	'extends.unknown': d => [`没有可补充的记录 ${d.id}`, `there is no record ${d.id} to extend`],
	'extends.kind': d => [
		`${d.id} 是${kind(d.kind)}，不能在这里补充`,
		`${d.id} is a ${d.kind} and cannot be extended here`,
	],
	'extends.filled': d => [
		`${d.id} 的 ${d.field} 已有内容，没有改动`,
		`${d.field} of ${d.id} is filled already and stays`,
	],
	'duplicate.text': d => [`与 ${d.id} 文字相同`, `the same text as ${d.id}`],
	'duplicate.term': d => [`术语“${d.text}”已有（${d.id}）`, `the term "${d.text}" exists (${d.id})`],
	'alias.collides': d => [`别称“${d.text}”已属于 ${d.id}`, `the alias "${d.text}" belongs to ${d.id}`],
	'wrong.isTerm': d => [
		`“${d.text}”是 ${d.id} 的正确写法，不能列为错误写法`,
		`"${d.text}" is a right form of ${d.id}, not a wrong one`,
	],
	'wrong.used': d => [`错误写法“${d.text}”出现在 ${d.id} 里`, `the wrong form "${d.text}" stands in ${d.id}`],
	'slot.unbalanced': () => ['空位的花括号不成对', 'the braces of a slot do not match'],
	'slot.empty': () => ['空位没有名称', 'a slot has no name'],
	'figure.value': () => ['数据缺少 value', 'a figure needs a value'],
	'quotation.long': d => [
		`引文太长（${d.length} 字，上限 ${d.limit}）`,
		`the quotation is too long (${d.length} characters, limit ${d.limit})`,
	],
	'quotation.speaker': () => ['引文没有写谁说的（speaker）', 'the quotation names no speaker'],
	'missing.filled': d => [
		`${d.field} 已经写了，不必再列入 missing`,
		`${d.field} is there and should not be listed as missing`,
	],
	'paragraph.both': d => [
		`第 ${d.paragraph} 段既有记录又列为无记录`,
		`paragraph ${d.paragraph} has records and is listed as having none`,
	],
	'text.traditional': d => [
		`有繁体字“${d.character}”，语料用简体“${d.simplified}”`,
		`traditional character "${d.character}"; packs are in simplified script ("${d.simplified}")`,
	],
	'text.halfwidth': d => [`中文里有半角标点“${d.mark}”`, `half-width mark "${d.mark}" in Chinese text`],
	'text.noise': d => [`像是网页杂质（${d.noise}）：${d.text}`, `looks like page noise (${d.noise})`],
	'document.head': d => [
		`文件开头应有两行 --- 之间的来源信息（至少 title、type）${d.reason === 'open' ? '，这里没有结束的 ---' : ''}，全文没有载入`,
		`the source's fields should stand at the top between two lines of ---${d.reason === 'open' ? '; the second is missing' : ''}; the text is not loaded`,
	],
	'document.empty': () => ['只有来源信息，没有正文', 'the fields of the source, but no text'],
	'document.duplicate': d => [
		`来源 ${d.id} 已有全文（${d.other}），以那份为准`,
		`the source ${d.id} has a full text already (${d.other}), which counts`,
	],
	'document.copy': d => [
		`与 ${d.other} 是同一篇文章，留一份即可`,
		`the same text as ${d.other}: one of the two is enough`,
	],
	'text.absent': d => [
		`没有找到 ${d.id} 的原文，引文未核对`,
		`no text found for ${d.id}; its quotations are not checked`,
	],
	'quotation.notFound': d => [`原文 ${d.text} 里没有这句话`, `these words do not stand in ${d.text}`],
	'quotation.punctuation': d => [
		`原文 ${d.text} 里字相同、标点不同`,
		`the same words with other punctuation stand in ${d.text}`,
	],
	'quotation.elsewhere': d => [
		`这句话在第 ${d.found} 段，不在第 ${d.paragraph} 段`,
		`these words stand in paragraph ${d.found}, not ${d.paragraph}`,
	],
	'quotation.marked': d => [
		d.marked ? '原文里没有加引号' : '原文里加了引号（marked）',
		d.marked ? 'not in quotation marks there' : 'in quotation marks there (marked)',
	],
	'paragraph.beyond': d => [
		`原文 ${d.text} 只有 ${d.count} 段，没有第 ${d.paragraph} 段`,
		`${d.text} has ${d.count} paragraphs, no paragraph ${d.paragraph}`,
	],
	'paragraph.uncovered': d => [
		`${d.id} 第 ${d.paragraph} 段没有记录，也没有写明理由`,
		`paragraph ${d.paragraph} of ${d.id} has no record and no stated reason`,
	],
	'figure.notFound': d => [
		`原文第 ${d.paragraph} 段里没有找到 ${d.value}`,
		`${d.value} was not found in paragraph ${d.paragraph}`,
	],
	'library.syntax': d => [
		`${broken(d)[0]}${d.reason === 'outside' || d.reason === 'comma' || d.reason === 'closing' ? '' : '，这条文献没有载入'}`,
		`${broken(d)[1]}${d.reason === 'outside' || d.reason === 'comma' || d.reason === 'closing' ? '' : '; this entry is not loaded'}`,
	],
	'library.format': d => [`不是 ${d.format} 文献库，没有载入`, `not a library in ${d.format}; not loaded`],
	'key.missing': d => [`没有引用键，暂用 ${d.key}`, `no citation key; ${d.key} is used`],
	'key.form': d => [
		`引用键“${d.key}”里有空格、括号、逗号或引号，pandoc 和 LaTeX 不能引用`,
		`the key "${d.key}" has a space, a bracket, a comma or a quotation mark; pandoc and LaTeX cannot cite it`,
	],
	'key.duplicate': d => [
		`引用键 ${d.key} 已用在第 ${d.line} 行，以那边为准`,
		`the key ${d.key} is used in line ${d.line} already, which wins`,
	],
	'key.case': d => [
		`引用键 ${d.key} 与第 ${d.line} 行的 ${d.other} 只有大小写不同，脚注不能区分`,
		`the key ${d.key} differs from ${d.other} in line ${d.line} only in capitals; footnotes do not tell them apart`,
	],
	'key.unusual': d => [
		`引用键 ${d.key} 在这里可用，别的程序（如 LaTeX）可能不认`,
		`the key ${d.key} works here, other programs such as LaTeX may not take it`,
	],
	'key.conflict': d => [
		`引用键 ${d.id} 在 ${d.other} 里已有，以那边为准`,
		`the key ${d.id} exists in ${d.other}, which wins`,
	],
	'crossref.unknown': d => [
		`${d.key} 所参照的 ${d.other} 不在这个文献库里`,
		`${d.other}, which ${d.key} refers to, is not in this library`,
	],
	'crossref.cycle': d => [
		`${d.key} 与 ${d.other} 互相参照，没有继承`,
		`${d.key} and ${d.other} refer to each other; nothing is inherited`,
	],
	'string.unknown': d => [
		`缩写 ${d.name} 没有定义（@string），照原样使用`,
		`the abbreviation ${d.name} is not defined (@string); it is taken as it is`,
	],
	'latex.unknown': d => [
		`不认识 LaTeX 命令 \\${d.name}，只保留它的内容`,
		`the LaTeX command \\${d.name} is not known; its text is kept`,
	],
	'snippet.drift': d => [
		`${d.text} 与提法不一致，请重新构建`,
		`${d.text} is not what the formulations make; build again`,
	],
};

/** One problem in one line, without its place. */
export function sentence(problem: Problem): string {
	const [chinese, english] = wordings[problem.code](problem.data);
	return `${chinese} | ${english}`;
}

/** A problem as compilers print it: `file:line:column severity code: sentence`. */
export function line(problem: Problem, file: string): string {
	return `${file}:${problem.line}:${problem.column} ${problem.severity} ${problem.code}: ${sentence(problem)}`;
}
