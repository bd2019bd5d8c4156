// The forms the build makes of the shipped words: traditional script, pinyin; and what opens a list.
import { describe, expect, test } from 'vitest';
import { toTraditional } from '../../src/cli/traditional';
import { mergePacks } from '../../src/core/corpus/merge';
import { parts } from '../../src/core/corpus/slots';
import { standingOf } from '../../src/core/corpus/statement';
import { fold } from '../../src/core/text/fold';
import { createPinyinReader } from '../../src/core/text/pinyinReader';
import { shipped } from './pack';

const { data } = shipped;
const wordings = [
	...data.terms.flatMap(term => [term.term, ...(term.aliases ?? [])]),
	...data.formulations.map(formulation => formulation.text),
];

describe('traditional forms', () => {
	const convert = toTraditional();

	test('a form folds back to what it was made of', () => {
		expect(wordings.filter(text => fold(convert(text)) !== fold(text))).toEqual([]);
	});

	test('forms are those of Taiwan, none of the older ones of dictionaries', () => {
		expect(wordings.map(convert).filter(text => /[羣覈爲裏鍊樑峯衆綫麪羣牀説]/u.test(text))).toEqual([]);
		expect(['产业集群', '考核评价体系', '资金链', '纳米制造', '着力点', '一哄而上'].map(convert)).toEqual([
			'產業集群',
			'考核評價體系',
			'資金鏈',
			'納米製造',
			'著力點',
			'一哄而上',
		]);
	});

	test('one character has one form, except where two words of it are both right', () => {
		const forms = new Map<string, Set<string>>();
		for (const text of wordings)
			[...convert(text)].forEach((form, at) => {
				const character = text[at]!;
				forms.set(character, (forms.get(character) ?? new Set()).add(form));
			});
		// 关系 and 体系, 制造 and 体制
		expect(
			[...forms]
				.filter(([, made]) => made.size > 1)
				.map(([character]) => character)
				.sort(),
		).toEqual(['制', '系']);
		expect(wordings.filter(text => text.includes('制造') && !convert(text).includes('製造'))).toEqual([]);
	});
});

test('characters of several readings are read as the words around them ask', () => {
	const read = createPinyinReader();
	const sounds = (text: string) =>
		read(text)
			.map(readings => readings[0])
			.join(' ');
	expect(sounds('有选择地推动')).toBe('you xuan ze de tui dong');
	expect(['毫不动摇地', '创造性地', '因地制宜地'].map(text => sounds(text).split(' ').at(-1))).toEqual([
		'de',
		'de',
		'de',
	]);
	expect(
		['更多地区', '本地的', '各地', '主阵地', '落地'].filter(text =>
			/ de$/.test(sounds(text.slice(0, text.indexOf('地') + 1))),
		),
	).toEqual([]);
	const expected: Readonly<Record<string, readonly string[]>> = {
		shuai: ['率先'],
		lv: ['生产率'],
		hang: ['行业'],
		chong: ['重复'],
		zhong: ['重要', '重点', '重大', '注重'],
		chang: ['长三角', '长江', '中长期', '长远'],
		zhang: ['增长'],
		zhuo: ['着力', '着眼'],
		zhe: ['意味着'],
		diao: ['强调'],
		mu: ['模子'],
		hai: ['还是'],
		shi: ['适应', '适度'],
	};
	const characters = [...'率行重长着调模还适'];
	for (const text of wordings) {
		const heard = read(text.replace(/\{[^{}]*\}/g, '／'));
		const spelt = [...text.replace(/\{[^{}]*\}/g, '／')];
		spelt.forEach((character, at) => {
			if (!characters.includes(character)) return;
			const words = expected[heard[at]![0]!] ?? [];
			const around = spelt.slice(Math.max(0, at - 2), at + 3).join('');
			if (words.some(word => word.includes(character)))
				expect(
					words.some(word => around.includes(word)) ||
						!Object.values(expected)
							.flat()
							.some(word => around.includes(word)),
					`${text}: ${character} ${heard[at]![0]}`,
				).toBe(true);
		});
	}
});

describe('formulations', () => {
	const { corpus } = mergePacks([{ compiled: { data, pinyin: {}, traditional: {} } }]);

	test('none begins with the name of a speaker: a name opens no list', () => {
		const speakers = [...new Set(data.citations.flatMap(citation => citation.speaker ?? []))].filter(
			name => name.length <= 4,
		);
		expect(speakers).toContain('习近平');
		expect(
			data.formulations.filter(one => speakers.some(name => one.text.startsWith(name))).map(one => one.id),
		).toEqual([]);
	});

	test('no slot repeats the word beside it', () => {
		const doubled = data.formulations.filter(({ text }) => {
			const all = parts(text);
			return all.some((part, at) => {
				const next = all[at + 1];
				return 'slot' in part && next && 'text' in next && part.slot.length > 1 && next.text.startsWith(part.slot);
			});
		});
		expect(doubled.map(one => one.id)).toEqual([]);
	});

	test('each says whose words it has, and official wording is told apart', () => {
		const standings = data.formulations.map(one => standingOf(one, corpus));
		expect(standings.filter(standing => standing === undefined)).toEqual([]);
		expect(new Set(standings.map(standing => standing!.kind))).toEqual(new Set(['official', 'author']));
		expect(standings.filter(standing => standing!.kind === 'official' && /金观平|杜传忠/.test(standing!.who))).toEqual(
			[],
		);
	});
});
