// Problems of records among each other, and of what they say.

import type { ProblemCode } from '../../corpus/problem';
import { kindName, type Wording } from './wording';

export const recordProblems = {
	'id.duplicate': d => ({
		zh: `编号“${d.id}”在这个语料包里重复（首次在 ${d.file} 第${d.line}行），以首次出现的为准。`,
		en: `The id “${d.id}” is used twice in this pack (first in ${d.file}, line ${d.line}). The first one counts.`,
	}),
	'id.conflict': d => ({
		zh: `编号“${d.id}”在语料包“${d.other}”里已有，以那边为准。请换一个编号；要补充那条记录空着的项目，请写“extends: ${d.id}”。`,
		en: `The id “${d.id}” exists already in the pack “${d.other}”, which counts. Choose another id, or write “extends: ${d.id}” to fill what is empty there.`,
	}),
	'reference.unknown': d => {
		const kind = kindName(d.kind);
		return { zh: `没有编号为“${d.id}”的${kind.zh}。`, en: `There is no ${kind.en} with the id “${d.id}”.` };
	},
	'reference.kind': d => {
		const [found, kind] = [kindName(d.found), kindName(d.kind)];
		return {
			zh: `“${d.id}”是${found.zh}，这里要的是${kind.zh}。`,
			en: `“${d.id}” is a ${found.en}; a ${kind.en} is wanted here.`,
		};
	},
	'reference.self': d => ({ zh: `“${d.id}”指向了自己。`, en: `“${d.id}” names itself.` }),
	'extends.unknown': d => ({
		zh: `没有可以补充的记录“${d.id}”。`,
		en: `There is no record “${d.id}” that could be completed.`,
	}),
	'extends.kind': d => {
		const kind = kindName(d.kind);
		return {
			zh: `“${d.id}”是${kind.zh}，不能在这个文件里补充。`,
			en: `“${d.id}” is a ${kind.en}; it cannot be completed in this file.`,
		};
	},
	'extends.filled': d => ({
		zh: `“${d.id}”的“${d.field}”已有内容，保持不变。`,
		en: `“${d.field}” of “${d.id}” has a value already, which stays.`,
	}),
	'duplicate.text': d => ({ zh: `与“${d.id}”的文字相同。`, en: `The same text stands in “${d.id}”.` }),
	'duplicate.term': d => ({
		zh: `术语“${d.text}”已有（“${d.id}”）。`,
		en: `The term “${d.text}” exists already (“${d.id}”).`,
	}),
	'alias.collides': d => ({
		zh: `别称“${d.text}”已属于“${d.id}”。`,
		en: `The alias “${d.text}” belongs to “${d.id}” already.`,
	}),
	'wrong.isTerm': d => ({
		zh: `“${d.text}”是“${d.id}”的正确写法，不能列为错误写法。`,
		en: `“${d.text}” is a right form of “${d.id}”, so it cannot be listed as a wrong one.`,
	}),
	'wrong.used': d => ({
		zh: `“${d.text}”列为错误写法，却出现在“${d.id}”里。`,
		en: `“${d.text}” is listed as a wrong form, but stands in “${d.id}”.`,
	}),
	'slot.unbalanced': () => ({ zh: '空位的花括号 { } 不成对。', en: 'The braces { } of a slot do not match.' }),
	'slot.empty': () => ({
		zh: '空位的花括号里要有名称，例如 {目标}。',
		en: 'A slot needs a name between its braces, such as {目标}.',
	}),
	'figure.value': () => ({ zh: '数据要在“value”里写明数值。', en: 'A figure needs its number in “value”.' }),
	'figure.wording': d => ({
		zh: `“wording”应是原文里带有 ${d.value} 的那个分句。`,
		en: `“wording” is to be the clause of the source that has the number ${d.value}.`,
	}),
	'quotation.long': d => ({
		zh: `引文太长（${d.length} 字），请只留需要的部分。`,
		en: `The quotation is long (${d.length} characters). Keep what is needed.`,
	}),
	'quotation.speaker': () => ({
		zh: '引文没有写明是谁说的（“speaker”）。',
		en: 'The quotation does not say who said it (“speaker”).',
	}),
	'missing.filled': d => ({
		zh: `“${d.field}”已经写了，不必再列为缺少。`,
		en: `“${d.field}” is there, so it need not be listed as missing.`,
	}),
	'paragraph.both': d => ({
		zh: `第${d.paragraph}段已有记录，却列为没有记录。`,
		en: `Paragraph ${d.paragraph} has records and is listed as having none.`,
	}),
	'text.traditional': d => ({
		zh: `“${d.character}”是繁体字；语料包用简体字（“${d.simplified}”）。`,
		en: `“${d.character}” is traditional script; packs are written in simplified script (“${d.simplified}”).`,
	}),
	'text.halfwidth': d => ({
		zh: `中文里有半角标点“${d.mark}”。`,
		en: `“${d.mark}” is a half-width mark in Chinese text.`,
	}),
	'text.noise': d => ({
		zh: `这像是网页上的杂质：${d.text}`,
		en: `This looks like part of a web page’s surroundings: ${d.text}`,
	}),
} satisfies Partial<Record<ProblemCode, Wording>>;
