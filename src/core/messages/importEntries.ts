// One line, entry or row of a list that was not taken, in a sentence.

import type { ImportProblem } from '../documents/document';
import type { Bilingual } from '../text/bilingual';
import { wordJson } from './jsonFaults';

type Data = ImportProblem['data'];

/** Why an entry was left out. */
export function importEntry(data: Data): Bilingual {
	const said = about[String(data.reason)];
	return (
		said?.(data) ?? plain[String(data.reason)] ?? { zh: '不能使用，没有收入。', en: 'It cannot be used; left out.' }
	);
}

const plain: Readonly<Record<string, Bilingual>> = {
	object: { zh: '不是“名称: 值”形式的一条，没有收入。', en: 'Not an entry of the form “name: value”; left out.' },
	content: { zh: '没有正文，没有收入。', en: 'No content; left out.' },
	large: { zh: '太长，没有收入。', en: 'Too long; left out.' },
	name: { zh: '没有术语，也没有提法，没有收入。', en: 'No term and no formulation; left out.' },
	characters: {
		zh: '有无法辨认的字，没有收入。',
		en: 'It has characters that could not be read; left out.',
	},
	quote: { zh: '引号没有闭合，当作普通字符。', en: 'A quotation mark is never closed; it is read as a character.' },
	record: { zh: '不能成为一条记录，没有收入。', en: 'It cannot become a record; left out.' },
};

const about: Readonly<Record<string, (data: Data) => Bilingual>> = {
	json: ({ column, detail }) => {
		const said = wordJson(detail);
		return said
			? {
					zh: `不是 JSON，没有收入。第${column}列：${said.zh}`,
					en: `Not JSON; left out. Column ${column}: ${said.en}`,
				}
			: { zh: '不是 JSON，没有收入。', en: 'Not JSON; left out.' };
	},
	long: ({ field, limit }) =>
		field === undefined || field === 'term' || field === 'formulation'
			? {
					zh: `文字太长（最多 ${limit} 字），没有收入。`,
					en: `A text is too long (at most ${limit} characters); left out.`,
				}
			: {
					zh: `${field} 太长（最多 ${limit} 字），略去这一项。`,
					en: `${field} is too long (at most ${limit} characters) and left out.`,
				},
	twice: ({ text, row }) => ({
		zh: `“${text}”在第${row}行已经有了，没有收入。`,
		en: `“${text}” stands in row ${row} already; left out.`,
	}),
	known: ({ text, pack }) =>
		pack === 'other'
			? {
					zh: `“${text}”别的语料包里已经有了，从那里提示，没有收入。`,
					en: `“${text}” is in another pack already and offered from there; left out.`,
				}
			: { zh: `“${text}”已经有了，没有收入。`, en: `“${text}” is there already; left out.` },
	slot: ({ text }) => ({
		zh: `“${text}”的花括号不成对，没有收入。`,
		en: `The braces of “${text}” do not match; left out.`,
	}),
};
