// What sentences about problems of packs are made of.

import type { Problem } from '../../corpus/problem';
import { alike, type Bilingual } from '../../text/bilingual';

/** Words a problem by its data. */
export type Wording = (data: Problem['data']) => Bilingual;

type Value = string | number | undefined;

/** A number that may be large. */
export function count(value: Value): string {
	return Number(value ?? 0).toLocaleString('en');
}

const kinds: Readonly<Record<string, Bilingual>> = {
	source: { zh: '来源', en: 'source' },
	citation: { zh: '引文', en: 'citation' },
	term: { zh: '术语', en: 'term' },
	formulation: { zh: '提法', en: 'formulation' },
};

/** What people call a kind of records. */
export function kindName(kind: Value): Bilingual {
	return kinds[String(kind)] ?? alike(String(kind));
}

const number: Bilingual = { zh: '数', en: 'a number' };
const types: Readonly<Record<string, Bilingual>> = {
	string: { zh: '文字（数字要加英文双引号）', en: 'text (a number in double quotation marks)' },
	number,
	int: number,
	boolean: { zh: 'true 或 false', en: 'true or false' },
	array: { zh: '方括号里的列表', en: 'a list in square brackets' },
	object: { zh: '若干行“名称: 值”', en: 'lines of the form “name: value”' },
	null: { zh: '空', en: 'nothing' },
};

/** What people call a type of values. */
export function typeName(type: Value): Bilingual {
	return types[String(type)] ?? alike(String(type));
}

const advice: Readonly<Record<string, Bilingual>> = {
	TAB_AS_INDENT: { zh: '缩进请用空格，不要用制表符（Tab）。', en: 'Indent with spaces, not with tabs.' },
	BAD_INDENT: { zh: '同一条记录的各行缩进要一致。', en: 'The lines of one record must be indented equally.' },
	MISSING_CHAR: {
		zh: '可能缺了括号、引号、逗号，或冒号后面的空格。',
		en: 'A bracket, a brace, a quotation mark, a comma or a colon with a space after it is missing.',
	},
	MULTIPLE_DOCS: {
		zh: '请去掉记录之间的“---”或“...”行。',
		en: 'Take away the line “---” or “...” between the records.',
	},
	BAD_ALIAS: {
		zh: '以 * 开头的文字要放在英文双引号里。',
		en: 'A text that begins with * must stand in double quotation marks.',
	},
};

/** What to do about what the YAML library found; its codes are those of `yaml` 2. */
export function syntaxAdvice(reason: string): Bilingual {
	return (
		advice[reason] ?? {
			zh: '文字里若有英文冒号加空格、空格加 #，或以 - [ { * & 等符号开头，整段要放在英文双引号里。',
			en: 'A text that holds “: ” or “ #”, or begins with a mark such as - [ { * &, must stand in double quotation marks.',
		}
	);
}
