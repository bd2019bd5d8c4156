// Footnotes in order: what the draft reads like afterwards, that a second time changes nothing, and that nothing but labels and definitions is touched.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { planNoteOrder, type NoteOrderOptions } from '../../../../src/core/citations/edits/orderNotes';
import { applied, newspaper, ref } from '../drafts';

const ordered = (text: string, options?: NoteOrderOptions) =>
	applied(text, planNoteOrder(new Draft(text, 'markdown'), options));
const numbers: NoteOrderOptions = { renumber: 'numbers' };

describe('labels', () => {
	test.each([
		[
			'numbers are counted anew by appearance',
			'甲[^3]乙[^1]丙[^3]\n\n[^1]: 一\n[^3]: 三\n',
			'甲[^1]乙[^2]丙[^1]\n\n[^1]: 三\n[^2]: 一\n',
			undefined,
		],
		[
			'names stay where keys are kept',
			'甲[^b]乙[^7]丙[^a]\n\n[^a]: 一\n[^b]: 二\n[^7]: 三',
			'甲[^b]乙[^1]丙[^a]\n\n[^b]: 二\n[^1]: 三\n[^a]: 一',
			undefined,
		],
		[
			'every label becomes a number',
			'甲[^b]乙[^7]丙[^a]\n\n[^a]: 一\n[^b]: 二\n[^7]: 三',
			'甲[^1]乙[^2]丙[^3]\n\n[^1]: 二\n[^2]: 三\n[^3]: 一',
			numbers,
		],
		[
			'a note within a note comes after the text',
			'甲[^1]乙[^2]\n\n[^1]: 见[^9]\n[^2]: 二\n[^9]: 九',
			'甲[^1]乙[^2]\n\n[^1]: 见[^3]\n[^2]: 二\n[^3]: 九',
			undefined,
		],
		[
			'a number without a definition stays, and nobody else gets it',
			'甲[^1]乙[^b]\n\n[^b]: 二',
			'甲[^1]乙[^2]\n\n[^2]: 二',
			numbers,
		],
		['capitals are not told apart', '甲[^A]\n\n[^a]: 一', '甲[^1]\n\n[^1]: 一', numbers],
		[
			'in a list, a table and a quotation',
			'- 甲[^9]\n\n| 乙[^8] |\n|---|\n\n> 丙[^7]\n\n[^7]: 七\n[^8]: 八\n[^9]: 九',
			'- 甲[^1]\n\n| 乙[^2] |\n|---|\n\n> 丙[^3]\n\n[^1]: 九\n[^2]: 八\n[^3]: 七',
			undefined,
		],
		[
			'not in code',
			'`[^2]`甲[^2]\n\n```\n[^2]: 码\n```\n\n[^2]: 二',
			'`[^2]`甲[^1]\n\n```\n[^2]: 码\n```\n\n[^1]: 二',
			undefined,
		],
	])('%s', (_, before, after, options) => expect(ordered(before, options)).toBe(after));
});

describe('definitions', () => {
	const one = ref(newspaper);
	test.each([
		[
			'the same reference under two labels becomes one',
			`甲[^2]乙[^1]\n\n[^1]: ${one}\n[^2]: ${one}`,
			`甲[^1]乙[^1]\n\n[^1]: ${one}`,
		],
		[
			'under a number and a name: the name stays',
			`甲[^2]乙[^jin]\n\n[^2]: ${one}\n[^jin]: ${one}`,
			`甲[^jin]乙[^jin]\n\n[^jin]: ${one}`,
		],
		[
			'同上 means something else each time',
			'甲[^1]乙[^2]\n\n[^1]: 同上。\n[^2]: 同上。',
			'甲[^1]乙[^2]\n\n[^1]: 同上。\n[^2]: 同上。',
		],
		['the same label with the same words', '甲[^a]\n\n[^a]: 一\n[^a]: 一', '甲[^a]\n\n[^a]: 一'],
		['the same label with other words stays', '甲[^a]\n\n[^a]: 一\n[^a]: 二', '甲[^a]\n\n[^a]: 一\n[^a]: 二'],
		['nobody refers to it', '甲[^a]\n\n[^x]: 旧\n    续\n\n    又\n[^a]: 一\n', '甲[^a]\n\n[^a]: 一\n'],
		['only a note nobody refers to refers to it', '甲[^a]\n\n[^a]: 一\n[^x]: 见[^y]\n[^y]: 二', '甲[^a]\n\n[^a]: 一'],
		['all of them, at the end', '甲。\n\n[^x]: 旧\n', '甲。\n'],
		['all of them, at the very end', '甲。\n\n[^x]: 旧', '甲。'],
		['all of them, in the middle', '甲。\n\n[^x]: 旧\n\n乙。', '甲。\n\n乙。'],
		['with blank lines between', '甲[^a]\n\n[^x]: 旧\n\n[^a]: 一\n\n[^y]: 旧\n', '甲[^a]\n\n[^a]: 一\n'],
		['in a quotation', '> 甲[^a]\n>\n> [^x]: 旧\n> [^a]: 一', '> 甲[^a]\n>\n> [^a]: 一'],
		['in a list item, before one that goes as well', '- 列表\n\n  [^2]: 乙\n\n[^3]: 丙', '- 列表'],
		[
			'indented, with a second paragraph',
			'甲[^b]乙[^a]\n\n [^a]: 一\n\n    又一段\n\n  [^b]: 二\n'.replace('\u200b', ''),
			'甲[^b]乙[^a]\n\n[^b]: 二\n\n[^a]: 一\n\n    又一段\n',
		],
		[
			'one that would go into the list above',
			'- 项[^a]\n\n[^x]: 旧\n   [^a]: 一\n\n    又一段\n',
			'- 项[^a]\n\n[^a]: 一\n\n    又一段\n',
		],
		['a rule that would begin front matter', '[^x]: 旧\n\n---\n\n甲\n\n---\n', '\n---\n\n甲\n\n---\n'],
		[
			'indented, with a second paragraph, and nobody refers to it',
			'甲。\n\n   [^x]: 旧\n\n    又一段\n\n乙。',
			'甲。\n\n乙。',
		],
		['as a list item it stays', '- [^x]: 旧\n- 甲', '- [^x]: 旧\n- 甲'],
		[
			'several lines move together',
			'甲[^1]乙[^2]\n\n[^2]: 二\n    续\n\n    ```\n    码\n    ```\n[^1]: 一',
			'甲[^1]乙[^2]\n\n[^1]: 一\n[^2]: 二\n    续\n\n    ```\n    码\n    ```',
		],
		[
			'each group keeps its place',
			'甲[^b]乙[^a]\n\n[^a]: 一\n\n中\n\n[^b]: 二',
			'甲[^b]乙[^a]\n\n[^a]: 一\n\n中\n\n[^b]: 二',
		],
		[
			'CRLF',
			'甲[^2]乙[^1]\r\n\r\n[^1]: 一\r\n[^2]: 二\r\n[^3]: 三\r\n',
			'甲[^1]乙[^2]\r\n\r\n[^1]: 二\r\n[^2]: 一\r\n',
		],
	])('%s', (_, before, after) => expect(ordered(before)).toBe(after));

	test('what was done is counted, what was not is told', () => {
		const text = `甲[^1]乙[^2]丙[^x]丁[^d]\n\n[^1]: ${one}\n[^2]: ${one}\n[^d]: 一\n[^d]: 二\n[^o]: 旧`;
		const plan = planNoteOrder(new Draft(text, 'markdown'));
		expect([plan.merged, plan.removed]).toEqual([1, 1]);
		expect(plan.problems.map(p => [p.code, p.key])).toEqual([
			['duplicate', 'd'],
			['undefined', 'x'],
		]);
	});

	test.each([
		['right below', '甲[^a]\n\n[^x]: 旧\n下一段文字。\n\n[^a]: 一\n'],
		['below its second paragraph', '甲[^a]\n\n[^x]: 旧\n\n    又\n下一段文字。\n\n[^a]: 一\n'],
		['in a quotation', '> 甲[^a]\n>\n> [^x]: 旧\n> 下一段文字。\n\n[^a]: 一\n'],
		['of two that say the same', `甲[^a]乙[^b]\n\n[^a]: ${one}\n下一段文字。\n[^b]: ${one}\n下一段文字。`],
	])('a paragraph that stands %s stays, and its note with it', (_, text) => {
		expect(ordered(text)).toBe(text);
	});

	test('what a note that stays refers to is still found', () =>
		expect(ordered(`甲\n\n[^1]: ${one}\n[^x]: 见[^1]和[^注]\n下一段文字。\n\n[^注]: ${one}\n`)).toBe(
			`甲\n\n[^x]: 见[^注]和[^注]\n下一段文字。\n\n[^注]: ${one}\n`,
		));

	test('nothing is made one with a note nobody refers to', () => {
		const text = `甲[^1]\n\n> [^1]: ${one}\n\n- [^3]: ${one}\n\n[^3]: 旧\n`;
		expect(ordered(text)).toBe(`甲[^1]\n\n> [^1]: ${one}\n\n- [^3]: ${one}\n`);
	});

	test('a note that stays for what stands below it is told', () =>
		expect(
			planNoteOrder(new Draft('甲[^a]\n\n[^a]: 一\n[^x]: 旧\n下一段文字。', 'markdown')).problems.map(p => [
				p.code,
				p.key,
			]),
		).toEqual([['below', 'x']]));

	test('each step can be left out', () => {
		const text = '甲[^2]乙[^1]\n\n[^1]: 一\n[^2]: 二\n[^x]: 旧';
		expect(ordered(text, { orphans: false })).toBe('甲[^1]乙[^2]\n\n[^1]: 二\n[^2]: 一\n[^x]: 旧');
		expect(ordered(text, { order: false })).toBe('甲[^1]乙[^2]\n\n[^2]: 一\n[^1]: 二');
	});
});

test('which of two definitions with one label is the first stays so, where one stands in another note', () => {
	const draft = '甲[^b]乙[^a]\n\n[^a]: 一\n[^b]: 二\n\n    [^a]: 三\n';
	expect(ordered(draft, { orphans: false })).toBe(draft);
});
