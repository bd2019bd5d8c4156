// What is said of the references of a draft, what stands at a cursor, and which keys are offered to someone who begins one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits } from '../../../src/core/draft/edit';
import { Citing } from '../../../src/core/citations/citing';
import type { DraftLanguage } from '../../../src/core/citations/edits/escape';
import { Corpus } from '../../../src/core/corpus/corpus';
import { all, applied, bodies, book, corpusOf, newspaper, ref } from './drafts';

const citing = new Citing(corpusOf(all));
const check = (text: string, language: DraftLanguage = 'markdown') =>
	citing
		.check(new Draft(text, language))
		.map(
			one =>
				`${one.code.replace('reference.', '')} ${text.slice(one.start, one.end)}${one.data.why ? ` ${String(one.data.why)}` : ''}`,
		);

describe('findings', () => {
	test.each([
		['nothing', `甲[^jin-2024]乙[@wang-2023]\n\n[^jin-2024]: ${ref(newspaper)}`, []],
		['a footnote without a definition', '甲[^x]', ['undefined [^x]']],
		['a key no source has', '甲[@nobody; @wang-2023]', ['undefined nobody']],
		['a bare key', '见 @nobody 说', ['undefined nobody']],
		['a person who is named', '联系人 @张三', []],
		['a definition nobody refers to', '甲\n\n[^x]: 注', ['unused [^x]']],
		['one label twice', '甲[^x]\n\n[^x]: 一\n[^x]: 二\n[^x]: 一', ['other [^x] duplicate']],
		['a source with gaps, once', '甲[@gapped-2024]乙[@gapped-2024, 第3段]', ['missing gapped-2024']],
		[
			'a definition in another edition',
			`甲[^jin-2024]\n\n[^jin-2024]: ${ref(newspaper, { edition: '2015' })}`,
			['other [^jin-2024] stale'],
		],
		[
			'a definition somebody edited',
			`甲[^jin-2024]\n\n[^jin-2024]: ${ref(newspaper)} 笔者按`,
			['other [^jin-2024] edited'],
		],
		[
			'gaps that somebody filled by hand',
			'甲[^gapped-2024]\n\n[^gapped-2024]: 佚某. 发展新质生产力要突出因地制宜[N]. 经济日报，2024-05-22（3）.',
			['other [^gapped-2024] edited'],
		],
		['a draft with a library of its own', '---\nbibliography: mine.bib\n---\n甲[@nobody]', []],
		['references in the front matter', '---\nreferences:\n- id: own\n---\n甲[@own; @nobody]', ['undefined nobody']],
		['not in code or comments', '`[@nobody]` <!-- [^x] -->', []],
	])('%s', (_, text, findings) => expect(check(text)).toEqual(findings));

	test('a library that was read', () => {
		const text = '---\nbibliography: mine.bib\n---\n甲[@nobody]';
		expect(citing.check(new Draft(text, 'markdown'), { librariesRead: true })).toMatchObject([
			{ code: 'reference.undefined', data: { key: 'nobody' } },
		]);
	});

	test('in LaTeX', () => {
		expect(check('\\cite{nobody,jin-2024}\\cite{own}\\bibitem{own} 甲', 'latex')).toEqual(['undefined nobody']);
		expect(check('\\addbibresource{a.bib}\\cite{nobody}', 'latex')).toEqual([]);
		expect(check('甲[1]', 'plaintext')).toEqual([]);
	});

	test('what is needed to mend it comes with it', () => {
		const [undefinedNote, missing] = citing.check(new Draft('甲[^jin-2024]乙[@gapped-2024]', 'markdown'));
		expect(undefinedNote).toMatchObject({
			severity: 'warning',
			data: { key: 'jin-2024', form: 'footnote', source: 'jin-2024' },
		});
		expect(missing).toMatchObject({
			severity: 'information',
			data: { source: 'gapped-2024', fields: ['issued', 'page'], labels: ['日期', '版次'] },
		});
		// What is wanted is the date of the newspaper, not that of the page that reposted it.
		const held = new Citing(
			corpusOf([{ ...newspaper, issued: undefined, held: { date: '2024-02-15' }, missing: ['issued'] }]),
		);
		expect(held.check(new Draft('甲[@jin-2024]', 'markdown'))).toMatchObject([
			{ data: { fields: ['issued'], labels: ['日期'] } },
		]);
	});

	test('spans lie in the draft, in order', () => {
		fc.assert(
			fc.property(
				bodies(fc.constantFrom('[^jin-2024]', '[^x]', '[@nobody]', '[@gapped-2024]', '\n\n[^y]: 注')),
				text => {
					const found = citing.check(new Draft(text, 'markdown'));
					expect(
						found.every(
							(one, at) =>
								one.start < one.end && one.end <= text.length && (at === 0 || found[at - 1]!.start <= one.start),
						),
					).toBe(true);
				},
			),
			{ numRuns: 100 },
		);
	});
});

describe('at the cursor', () => {
	const at = (marked: string, language: DraftLanguage = 'markdown') => {
		const offset = marked.indexOf('|');
		const found = citing.keyAt(new Draft(marked.replace('|', ''), language), offset);
		return (
			found &&
			`${found.form} ${found.key} ${found.known?.source.id ?? '-'} ${found.known?.locator?.paragraph ?? ''}`.trim()
		);
	};
	test.each([
		['甲[^jin-|2024-p3]', 'footnote jin-2024-p3 jin-2024 3'],
		['甲|[@jin-2024]', 'pandoc jin-2024 jin-2024'],
		['[@jin-2024; @wang|-2023, 第3段]', 'pandoc wang-2023 wang-2023 3'],
		['[@jin-2024, 第|2段; @wang-2023]', 'pandoc jin-2024 jin-2024 2'],
		['[^x]\n\n[^x|]: 注', 'definition x -'],
		['[^1]\n\n[^1]: 注|', undefined],
		['甲|乙', undefined],
		['`[@jin|-2024]`', undefined],
		['[^Smith-2020|]', 'footnote Smith-2020 Smith 2020'],
		['见 @wang-2023| 说', 'bare wang-2023 wang-2023'],
	])('%s', (marked, found) => expect(at(marked)).toBe(found));
	test('in LaTeX', () => expect(at('\\cite[第3段]{jin|-2024}', 'latex')).toBe('latex jin-2024 jin-2024 3'));

	test('where it is cited', () => {
		const text = `甲[^jin-2024-p3]乙[@jin-2024]丙[^2]\n\n[^2]: ${ref(newspaper)}\n[^jin-2024-p3]: x`;
		const draft = new Draft(text, 'markdown');
		expect(citing.places(draft, citing.keyAt(draft, 3)!, true).map(({ start, end }) => text.slice(start, end))).toEqual(
			['[^jin-2024-p3]', 'jin-2024', '[^2]', '[^2]', '[^jin-2024-p3]'],
		);
		expect(citing.placesOfSource(draft, 'jin-2024', false)).toHaveLength(3);
	});
});

describe('another place', () => {
	const placed = (marked: string, words: string, language: DraftLanguage = 'markdown') => {
		const text = marked.replace('|', '');
		const plan = citing.locate(new Draft(text, language), marked.indexOf('|'), words, { edition: '2025' });
		return plan && applied(text, plan);
	};
	const note = (paragraph?: number) =>
		`[^jin-2024${paragraph ? `-p${paragraph}` : ''}]: ${ref(newspaper, { locator: { paragraph } })}`;
	test.each([
		['in a key', '甲[@jin-2024|]', '第3段', '甲[@jin-2024, 第3段]'],
		['another', '[@jin-2024, 第3段; @wang|-2023, p. 5]', '7-9', '[@jin-2024, 第3段; @wang-2023, 第7-9页]'],
		['none', '[@jin-2024|, 第3段]', '', '[@jin-2024]'],
		[
			'in a footnote, its definition with it',
			`甲[^jin-2024|]\n\n${note()}\n`,
			'3段',
			`甲[^jin-2024-p3]\n\n${note(3)}\n`,
		],
		[
			'in one of two footnotes',
			`甲[^jin-2024|]乙[^jin-2024]\n\n${note()}\n`,
			'3段',
			`甲[^jin-2024-p3]乙[^jin-2024]\n\n${note(3)}\n${note()}\n`,
		],
		[
			'that has a definition',
			`甲[^jin-2024|]乙[^jin-2024-p3]\n\n${note()}\n${note(3)}\n`,
			'3段',
			`甲[^jin-2024-p3]乙[^jin-2024-p3]\n\n${note(3)}\n`,
		],
		[
			'words somebody changed stay',
			'甲[^jin-2024|]\n\n[^jin-2024]: 手写\n',
			'3段',
			`甲[^jin-2024-p3]\n\n[^jin-2024]: 手写\n${note(3)}\n`,
		],
	])('%s', (_, before, words, after) => expect(placed(before, words)).toBe(after));
	test('in LaTeX', () => expect(placed('\\cite{jin|-2024}', '第3段', 'latex')).toBe('\\cite[第3段]{jin-2024}'));
	test('words that name no place, a key that is none of ours', () => {
		expect(placed('[@jin-2024|]', '第一章')).toBeUndefined();
		expect(placed('[@nobody|]', '3段')).toBe('[@nobody]');
	});
});

describe('keys to be offered', () => {
	const pinyin = {
		[newspaper.title]: { full: ['jianchikejichuangxinhechanyechuangxinyiqizhua'], initials: ['jckjcxhcycxyqz'] },
		金观平: { full: ['jinguanping'], initials: ['jgp'] },
	};
	const reading = new Citing(
		new Corpus({
			packs: [{ id: 'test', title: 'test' }],
			sources: all,
			citations: [
				{
					id: 'q',
					kind: 'quotation',
					text: '产业创新是数字时代的根本出路。',
					source: 'li-2022',
					paragraph: 1,
					marked: false,
				},
			],
			documents: [
				{ source: 'wang-2023', file: 'w.md', paragraphs: ['要把握好增长与就业的关系，稳步推进。'], lines: [1] },
			],
			terms: [],
			formulations: [],
			pinyin: [pinyin],
			traditional: [],
			origin: new Map(),
			aliases: new Map(),
		}),
	);
	const offered = (before: string, rest = '', language: DraftLanguage = 'markdown') => {
		const start = reading.keyStart(before, language);
		return start && reading.keyOffers(new Draft(`${before}]${rest}`, language), start, 10).map(one => one.key);
	};
	test.each([
		['directly after Han', '发展[@ji', ['jin-2024']],
		['the title in Chinese', '发展[@新质', ['wang-2023', 'gapped-2024']],
		['an inner part, traditional', '发展[@產業創新', ['jin-2024', 'li-2022']],
		['the author', '[@王', ['wang-2023']],
		['pinyin initials', '[@jckj', ['jin-2024']],
		['an author in pinyin', '[@jinguan', ['jin-2024']],
		['initials of an author', '甲[^jgp', ['jin-2024']],
		['pinyin in full', '[@chuangxin', ['jin-2024']],
		['a part of the key', '[@2023', ['wang-2023']],
		['where it appeared', '[@经济日报', ['jin-2024', 'gapped-2024']],
		['a second key', '[@jin-2024; @wa', ['wang-2023']],
		['a footnote', '甲[^李', ['li-2022']],
		['a key with spaces, in braces', '[@smi', ['{Smith 2020}']],
		['a key with spaces, as a label', '[^smi', ['Smith-2020']],
		['a second word of the bracket', '[参见 @wa', ['wang-2023']],
		['nothing fits', '[@无此', []],
		['a number is no source', '甲[^20', []],
	])('%s', (_, before, keys) => expect(offered(before)).toEqual(keys));

	test('the source of the words before the cursor comes first, whether recorded or in a full text', () => {
		expect(offered('他说：“产业创新是数字时代的根本出路。”[@')![0]).toBe('li-2022');
		expect(offered('要把握好增长与就业的关系[^')![0]).toBe('wang-2023');
		expect(offered('把握好增长与就业的关系[^', '\n又[@jin-2024]')![0]).toBe('wang-2023');
		expect(offered('根本出路[^')![0]).toBe('jin-2024'); // too short to tell
		expect(offered('产业创新是数字时代的根本出路，另有一句[@')![0]).toBe('jin-2024');
	});
	test('those the draft cites come first', () => {
		expect(offered('[@')![0]).toBe('jin-2024'); // nothing cited: the latest
		expect(offered('[@', '\n又[@li-2022]')![0]).toBe('li-2022');
		expect(offered('[@经济', '\n又[@li-2022]')![0]).toBe('li-2022');
	});
	test.each(['甲@ji', '甲[x@ji', '[@jin-2024, 第', 'a@b', '[文](@ji'])('none in %s', before =>
		expect(reading.keyStart(before, 'markdown')).toBeUndefined(),
	);
	test('LaTeX and plain text', () => {
		expect(offered('\\cite{jin-2024, wa', '', 'latex')).toEqual(['wang-2023']);
		expect(offered('\\parencite[第3页]{王', '', 'latex')).toEqual(['wang-2023']);
		expect(offered('[@ji', '', 'plaintext')).toBeUndefined();
	});

	test('a label gets its definition where it has none', () => {
		const edit = citing.definitionFor(new Draft('甲[^]。\n', 'markdown'), 3, 'wang-2023', { edition: '2025' });
		expect(edit).toEqual({ start: 6, end: 6, text: `\n[^wang-2023]: ${ref(book)}\n` });
		expect(
			citing.definitionFor(new Draft(`甲[^]。\n\n[^wang-2023]: 有\n`, 'markdown'), 3, 'wang-2023', {}),
		).toBeUndefined();
		expect(citing.definitionFor(new Draft('甲[^', 'markdown'), 3, 'wang-2023', {})).toEqual({
			start: 3,
			end: 3,
			text: `\n\n[^wang-2023]: ${ref(book)}`,
		});
	});
});

describe('notes in order through the one door', () => {
	const tidied = (text: string, renumber: 'keys' | 'numbers') =>
		applyEdits(text, citing.orderNotes(new Draft(text, 'markdown'), { renumber, orphans: true, merge: true }).edits);
	test.each(['keys', 'numbers'] as const)('twice is as once where a note that goes made room (%s)', renumber => {
		for (const text of [
			'甲[^10]乙[^a-p3]\n\n- [^x]: 在列表里。\n\n[^a-p3]: 后\n[^x]: 没有人引\n[^10]: 注',
			'| 甲[^w][^1] |\n\n- [^10]: 三。\n\n [^1]: 一。\n[^10]:\n\n[^w]: 二。\n',
		]) {
			const once = tidied(text, renumber);
			expect(once).not.toBe(text);
			expect(tidied(once, renumber)).toBe(once);
		}
	});
});
