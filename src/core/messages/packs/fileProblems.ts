// Problems of files and of one record against its form.

import type { Problem, ProblemCode } from '../../corpus/problem';
import type { Bilingual } from '../../text/bilingual';
import { count, syntaxAdvice, typeName, type Wording } from './wording';

export const fileProblems = {
	'file.unreadable': unreadable,
	'file.large': d =>
		d.files === undefined
			? {
					zh: `文件太大（上限 ${count(d.limit)}），没有读取。请拆成几个文件。`,
					en: `This file is too large to be read (limit ${count(d.limit)}). Split it into several files.`,
				}
			: {
					zh: `一个语料包最多 ${count(d.limit)} 个文件；这个文件及其后的文件没有读取。`,
					en: `A pack may have ${count(d.limit)} files; this one and those after it are not read.`,
				},
	'file.unknown': () => ({
		zh: '这个文件没有读取：语料包的记录要放在 terms、formulations、citations、sources 文件夹里。',
		en: 'This file is not read: a pack has its records in the folders “terms”, “formulations”, “citations” and “sources”.',
	}),
	'line.long': d => ({
		zh: `这一行太长（上限 ${count(d.limit)} 字），这条记录没有载入。`,
		en: `This line is too long (limit ${count(d.limit)} characters). The record is left out.`,
	}),
	'yaml.syntax': d => {
		const { zh, en } = syntaxAdvice(String(d.reason));
		return {
			zh: `这里的格式有误，这条记录没有载入。${zh}`,
			en: `This cannot be read, and the record is left out. ${en}`,
		};
	},
	'yaml.duplicateKey': () => ({
		zh: '同一条记录里有两个同名的项目，请删去一个。',
		en: 'The same field stands twice in one record. Delete one of them.',
	}),
	'yaml.aliases': () => ({
		zh: '这里用别名（*）重复得太多，请直接写出来。',
		en: 'Too much is repeated here by aliases (*). Write it out.',
	}),
	'yaml.depth': d => ({
		zh: `嵌套太深（上限 ${count(d.limit)} 层）。`,
		en: `This is nested too deeply (limit ${count(d.limit)}).`,
	}),
	'list.expected': () => ({
		zh: '这个文件应当是一个列表：每条记录以“- id:”开头。',
		en: 'This file should be a list: each record begins with “- id:”.',
	}),
	'pack.missing': d => ({
		zh: `这个语料包没有 pack.yaml，暂称“${d.name}”。`,
		en: `This pack has no pack.yaml; it is called “${d.name}” for now.`,
	}),
	'record.expected': () => ({
		zh: '这里应当是一条记录：若干行“名称: 值”。',
		en: 'A record is expected here: lines of the form “name: value”.',
	}),
	'field.missing': d => ({
		zh: `缺少“${d.field}”，这条记录没有载入。`,
		en: `“${d.field}” is missing. The record is left out.`,
	}),
	'field.type': d => {
		const [expected, found] = [typeName(d.expected), typeName(d.found)];
		return {
			zh: `“${d.field}”应当是${expected.zh}，而不是${found.zh}。这条记录没有载入。`,
			en: `“${d.field}” should be ${expected.en}, not ${found.en}. The record is left out.`,
		};
	},
	'field.value': d =>
		d.allowed === undefined
			? {
					zh: `“${d.field}”不能是“${d.value}”。这条记录没有载入。`,
					en: `“${d.field}” cannot be “${d.value}”. The record is left out.`,
				}
			: {
					zh: `“${d.field}”不能是“${d.value}”，可以是：${d.allowed}。这条记录没有载入。`,
					en: `“${d.field}” cannot be “${d.value}”; it can be: ${d.allowed}. The record is left out.`,
				},
	'field.empty': d => ({
		zh: `“${d.field}”是空的，这条记录没有载入。`,
		en: `“${d.field}” is empty. The record is left out.`,
	}),
	'field.long': d => ({
		zh: `“${d.field}”太长（上限 ${count(d.limit)} 字），这条记录没有载入。`,
		en: `“${d.field}” is too long (limit ${count(d.limit)} characters). The record is left out.`,
	}),
	'field.unknown': d =>
		d.nearest === undefined
			? { zh: `没有“${d.field}”这个项目，已忽略。`, en: `There is no field “${d.field}”. It is ignored.` }
			: {
					zh: `没有“${d.field}”这个项目，已忽略。是否应为“${d.nearest}”？`,
					en: `There is no field “${d.field}”. It is ignored. Did you mean “${d.nearest}”?`,
				},
	'field.misplaced': d => ({
		zh: `“${d.kind}”类的引文没有“${d.field}”这一项。`,
		en: `“${d.field}” does not belong to a citation of the kind “${d.kind}”.`,
	}),
	'id.form': d => ({
		zh: `“${d.value}”不能作编号：只能用小写字母、数字和连字符。这条记录没有载入。`,
		en: `“${d.value}” cannot be an id: only small letters a–z, digits and hyphens. The record is left out.`,
	}),
	'id.locator': d => ({
		zh: `编号“${d.id}”的结尾（-p 或 -t 加数字）会被脚注当作段落号或表号，请换一个。`,
		en: `The id “${d.id}” ends like the number of a paragraph or a table (-p…, -t…), which footnotes use. Choose another.`,
	}),
	'date.form': d => ({
		zh: `“${d.value}”不是日期。请写成 2024、2024-01 或 2024-01-31。`,
		en: `“${d.value}” is not a date. Write 2024, 2024-01 or 2024-01-31.`,
	}),
	'date.calendar': d => ({ zh: `没有这一天：${d.value}。`, en: `There is no such day: ${d.value}.` }),
	'pinyin.form': () => ({
		zh: '拼音请按音节写，中间用空格隔开：xin zhi。',
		en: 'Write the pinyin as syllables with spaces between them: xin zhi.',
	}),
	'text.surrogate': d => ({
		zh: `“${d.field}”里有残缺的字符，请重新输入。这条记录没有载入。`,
		en: `“${d.field}” holds half a character. Type it again. The record is left out.`,
	}),
	'text.control': d => ({
		zh: `“${d.field}”里有看不见的控制字符，请重新输入。这条记录没有载入。`,
		en: `“${d.field}” holds an invisible control character. Type it again. The record is left out.`,
	}),
} satisfies Partial<Record<ProblemCode, Wording>>;

const unread: Readonly<Record<string, Bilingual>> = {
	binary: { zh: '这不是文本文件，没有读取。', en: 'This is not a text file. It is not read.' },
	encoding: {
		zh: '这个文件不是 UTF-8 编码，没有读取。请另存为 UTF-8 编码。',
		en: 'This file is not saved as UTF-8. It is not read. Save it with encoding UTF-8.',
	},
	denied: { zh: '没有读取这个文件的权限。', en: 'This file may not be read: permission is missing.' },
	host: {
		zh: 'VS Code 不打开这台服务器上的文件。请把它的名字加进设置“security.allowedUNCHosts”。',
		en: 'VS Code opens nothing on this machine. Add its name to the setting “security.allowedUNCHosts”.',
	},
	busy: {
		zh: '文件正被别的程序占用（WPS、Word、网盘同步或杀毒软件），没有读取。请在那里关闭它。',
		en: 'This file is in use by another program (WPS, Word, a synchronised folder or a virus scanner). Close it there.',
	},
};

function unreadable({ reason }: Problem['data']): Bilingual {
	return unread[String(reason)] ?? { zh: '这个文件无法读取。', en: 'This file cannot be read.' };
}
