// Problems of full texts, of records against them, and of libraries of other programs.

import type { Problem, ProblemCode } from '../../corpus/problem';
import type { Bilingual } from '../../text/bilingual';
import { wordJson } from '../jsonFaults';
import { syntaxAdvice, type Wording } from './wording';

export const textProblems = {
	'document.head': d =>
		d.reason === 'open'
			? {
					zh: '来源信息后面缺第二行“---”。这份全文没有载入。',
					en: 'The second line “---”, after the fields of the source, is missing. The full text is not read.',
				}
			: {
					zh: '全文文件开头应有来源信息，写在两行“---”之间。这份全文没有载入。',
					en: 'A document begins with the fields of its source between two lines “---”. It is not read.',
				},
	'document.empty': () => ({
		zh: '这份全文只有来源信息，没有正文。',
		en: 'This document has no text below the fields of its source.',
	}),
	'document.duplicate': d => ({
		zh: `来源“${d.id}”已有全文（${d.other}），以那份为准。`,
		en: `The source “${d.id}” has a full text already (${d.other}), which counts.`,
	}),
	'document.copy': d => ({
		zh: `与“${d.other}”是同一篇文章，留一份即可。`,
		en: `This is the same text as “${d.other}”; one of the two is enough.`,
	}),
	'text.absent': d => ({
		zh: `没有找到“${d.id}”的原文，引文未核对。`,
		en: `The text of “${d.id}” was not found, so its quotations are not checked.`,
	}),
	'quotation.notFound': d => ({ zh: `“${d.text}”里没有这些话。`, en: `These words do not stand in “${d.text}”.` }),
	'quotation.punctuation': () => ({
		zh: '原文里字相同，标点不同。',
		en: 'There these words have other punctuation marks.',
	}),
	'quotation.elsewhere': d => ({
		zh: `这些话在第${d.found}段，不在第${d.paragraph}段。`,
		en: `These words stand in paragraph ${d.found}, not ${d.paragraph}.`,
	}),
	'quotation.marked': d =>
		d.marked
			? { zh: '原文里这些话没有加引号。', en: 'There these words are not in quotation marks.' }
			: { zh: '原文里这些话加了引号。', en: 'There these words are in quotation marks.' },
	'paragraph.beyond': d => ({
		zh: `“${d.text}”只有 ${d.count} 段，没有第${d.paragraph}段。`,
		en: `“${d.text}” has ${d.count} paragraphs; there is no paragraph ${d.paragraph}.`,
	}),
	'paragraph.uncovered': d => ({
		zh: `“${d.id}”第${d.paragraph}段没有记录，也没有写明理由。`,
		en: `Paragraph ${d.paragraph} of “${d.id}” has no record and no reason why not.`,
	}),
	'figure.notFound': d => ({
		zh: `第${d.paragraph}段里没有 ${d.value} 这个数。`,
		en: `The number ${d.value} does not stand in paragraph ${d.paragraph}.`,
	}),
	'library.syntax': brokenEntry,
	'library.format': d => ({
		zh: `这不是 ${d.format} 格式的文献库，没有读取。`,
		en: `This is no library in the format ${d.format}. It is not read.`,
	}),
	'key.missing': d => ({
		zh: `这条文献没有引文键，暂用“${d.key}”。`,
		en: `This entry has no citation key; it is cited as “${d.key}” for now.`,
	}),
	'key.form': d => ({
		zh: `引文键“${d.key}”里有空格、括号、逗号或引号，pandoc 和 LaTeX 不能引用。请换一个。`,
		en: `The citation key “${d.key}” has a space, a bracket, a comma or a quotation mark; pandoc and LaTeX cannot cite it. Choose another.`,
	}),
	'key.duplicate': d => ({
		zh: `引文键“${d.key}”用了两次（先见于第${d.line}行），以先出现的为准。`,
		en: `The citation key “${d.key}” is used twice (first in line ${d.line}). The first one counts.`,
	}),
	'key.case': d => ({
		zh: `引文键“${d.key}”与“${d.other}”（第${d.line}行）只有大小写不同，脚注不能区分。`,
		en: `The citation key “${d.key}” differs from “${d.other}” (line ${d.line}) only in capitals, and footnotes do not tell them apart.`,
	}),
	'key.unusual': d => ({
		zh: `引文键“${d.key}”在这里可用，但别的程序（如 LaTeX）可能不认。`,
		en: `The citation key “${d.key}” works here, but other programs such as LaTeX may not take it.`,
	}),
	'key.conflict': d => ({
		zh: `引文键“${d.id}”在“${d.other}”里已有，以那边为准。`,
		en: `The citation key “${d.id}” exists already in “${d.other}”, which counts.`,
	}),
	'crossref.unknown': d => ({
		zh: `“${d.key}”所参照的“${d.other}”不在这个文件里。`,
		en: `“${d.key}” refers to “${d.other}”, which is not in this file.`,
	}),
	'crossref.cycle': d => ({
		zh: `“${d.key}”与“${d.other}”互相参照，没有继承任何内容。`,
		en: `“${d.key}” and “${d.other}” refer to each other. Nothing is taken over.`,
	}),
	'string.unknown': d => ({
		zh: `缩写“${d.name}”没有用 @string 定义，照原样使用。`,
		en: `The abbreviation “${d.name}” is not defined by @string. It is taken as it is.`,
	}),
	'latex.unknown': d => ({
		zh: `不认识 LaTeX 命令“\\${d.name}”，只保留它的文字。`,
		en: `The LaTeX command “\\${d.name}” is not known; its text is kept.`,
	}),
	'snippet.drift': d => ({
		zh: `“${d.text}”与提法不一致，请重新构建。`,
		en: `“${d.text}” is not what the formulations make. Build it again.`,
	}),
} satisfies Partial<Record<ProblemCode, Wording>>;

const breakages: Readonly<Record<string, Bilingual>> = {
	brace: { zh: '花括号 { 没有闭合。', en: 'A brace { is never closed.' },
	quote: { zh: '引号没有闭合。', en: 'A quotation mark is never closed.' },
	end: { zh: '条目没有结束。', en: 'The entry does not end.' },
	key: { zh: '引文键读不懂。', en: 'Its citation key cannot be read.' },
	long: { zh: '内容太长。', en: 'A value is too long.' },
};

/** Breakages after which the entry is read all the same. */
const slight: Readonly<Record<string, Bilingual>> = {
	comma: { zh: '这个字段后面缺少逗号。', en: 'A comma is missing behind this field.' },
	outside: {
		zh: '这个字段不在任何条目里：前面多了一个 }。',
		en: 'This field stands in no entry: there is one } too many before it.',
	},
	closing: { zh: '这条文献缺少结尾（ER）。', en: 'The end of this entry (ER) is missing.' },
};

/** What is broken in an entry of a library. */
function brokenEntry({ reason, detail }: Problem['data']): Bilingual {
	const said = slight[String(reason)];
	if (said) return said;
	const { zh, en } = breakage(String(reason), String(detail));
	return {
		zh: `这里读不懂，这条文献没有载入。${zh}`,
		en: `This cannot be read, and the entry is left out. ${en}`,
	};
}

function breakage(reason: string, detail: string): Bilingual {
	if (reason === 'yaml') return syntaxAdvice(detail);
	return (
		breakages[reason] ??
		wordJson(detail) ?? {
			zh: '请检查是否缺了逗号、引号或括号。',
			en: 'Look for a missing comma, quotation mark or bracket.',
		}
	);
}
