// The shipped corpus against the texts it was made from, and the reader of dumps on them. The texts are not part of the project:
// where they are not at hand this says which checks did not run, and the rest of the suite holds without them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSpam } from '../../src/core/corpus/check/noise';
import { checkTexts, coverage, matchBodies } from '../../src/core/corpus/check/texts';
import { fold } from '../../src/core/text/fold';
import { readDump } from '../../src/core/documents/plain/dump';
import { bodies, reportBodies, sharedFolders, shipped } from './pack';

/** Per dump: paragraphs of the cleaned body, how the first begins and the last ends, title, what the page says. */
const expected: Readonly<
	Record<string, { count: number; first: string; last: string; title: string; provenance: object }>
> = {
	'000': {
		count: 5,
		first: '习近平总书记强调，要牢牢把握',
		last: '更好培育和发展新质生产力。',
		title: '发展新质生产力要突出因地制宜',
		provenance: { containerTitle: '经济日报', heldFrom: '中国小康建设研究会', heldDate: '2024-05-22' },
	},
	'001': {
		count: 25,
		first: '【学习金句】',
		last: '营造良好环境',
		title: '【践悟方法论】以新质生产力为高质量发展注入强大动力',
		provenance: {},
	},
	'002': {
		count: 6,
		first: '春节前夕，',
		last: '加快向世界级水平提升。',
		title: '坚持科技创新和产业创新一起抓',
		provenance: { author: '金观平', containerTitle: '经济日报', heldFrom: '每日看点快看', heldDate: '2024-02-14' },
	},
	'003': {
		count: 6,
		first: '习近平总书记在中共中央政治局',
		last: '高质量发展的空间格局。',
		title: '在发展新质生产力上积蓄更多优势',
		provenance: {
			author: '杜小刚',
			containerTitle: '群众（思想理论版）',
			heldFrom: 'qunzh.com',
			heldDate: '2024-03-11',
		},
	},
	'004': {
		count: 20,
		first: '习近平总书记这次在黑龙江',
		last: '构建新竞争力和持久动力。',
		title: '习近平总书记首次提到“新质生产力”',
		provenance: { containerTitle: '新华社', heldFrom: '中国仪器仪表行业协会', heldDate: '2023-09-11' },
	},
};
const checks = Object.keys(expected).length * 2 + 6;

if (sharedFolders.length < 2 || reportBodies.length === 0) {
	test.skip(`${checks} checks of the corpus against its texts, which are not beside the project`);
} else {
	const seeds = sharedFolders[0]!;
	const dumps = readdirSync(seeds)
		.filter(name => name.endsWith('.txt'))
		.sort()
		.map(name => ({ key: name.slice(0, 3), dump: readDump(readFileSync(join(seeds, name), 'utf8')) }));

	describe.each(dumps)('dump $key', ({ key, dump }) => {
		const want = expected[key]!;

		test('the body, whole and numbered as records number it', () => {
			expect(dump.title).toBe(want.title);
			expect(dump.paragraphs).toHaveLength(want.count);
			expect(dump.paragraphs[0]!.text.startsWith(want.first)).toBe(true);
			expect(dump.paragraphs.at(-1)!.text.endsWith(want.last)).toBe(true);
			expect(dump.provenance).toMatchObject(want.provenance);
		});

		test('nothing of the page around it', () => {
			const text = dump.paragraphs.map(paragraph => paragraph.text).join('\n');
			expect(dump.paragraphs.filter(paragraph => isSpam(paragraph.text))).toEqual([]);
			expect(text).not.toMatch(
				/登录|注册|首页|加入收藏|ICP|版权|责任编辑|快照|\.\.\.|\.jpg|人阅读|友情链接|模板|分享到|邮编|配图/,
			);
			expect(text).not.toMatch(/(?<=\p{Script=Han})[,:;?!(]|[,:;?!)](?=\p{Script=Han})/u);
		});
	});

	describe('the shipped corpus', () => {
		test('every source has its text', () => {
			const found = coverage(shipped.data, bodies).map(entry => entry.source);
			expect(shipped.data.sources.filter(source => !found.includes(source.id)).map(source => source.id)).toEqual([]);
		});

		test('every quotation stands in its paragraph, every number in its text, every paragraph is covered', () => {
			expect(checkTexts(shipped, bodies)).toEqual([]);
		});

		test('of the citations a definition rests on, at least one speaks of the term, or its paragraph does', () => {
			const matched = matchBodies(shipped.data, bodies);
			const stray = shipped.data.terms
				.filter(term => term.definition && term.definition.basis !== 'general')
				.filter(term => {
					const forms = [term.term, ...(term.aliases ?? [])].map(fold);
					return !(term.definition!.basis as readonly string[]).some(id => {
						const citation = shipped.data.citations.find(one => one.id === id)!;
						const paragraph = matched.get(citation.source)?.paragraphs[citation.paragraph! - 1] ?? '';
						return (
							citation.terms?.includes(term.id) ||
							forms.some(form => fold(`${citation.text}\n${paragraph}`).includes(form))
						);
					});
				});
			expect(stray.map(term => `${term.id}: ${(term.definition!.basis as readonly string[]).join(' ')}`)).toEqual([]);
		});

		test('definitions, points and figures are in our own words: no long run of a text in them', () => {
			const bare = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
			const all = bodies.flatMap(body => body.paragraphs.map(bare)).join('\n');
			const longest = 20; // names in a row and fixed terms reach this much
			const copies = (text: string) =>
				Array.from({ length: Math.max(0, bare(text).length - longest) }, (_, at) =>
					bare(text).slice(at, at + longest + 1),
				).find(run => all.includes(run));
			const ours = [
				...shipped.data.terms.flatMap(term => (term.definition ? [{ id: term.id, text: term.definition.text }] : [])),
				...shipped.data.citations.filter(citation => citation.kind !== 'quotation'),
			];
			expect(
				ours.flatMap(({ id, text }) => {
					const run = copies(text);
					return run === undefined ? [] : [`${id}: ${run}`];
				}),
			).toEqual([]);
		});

		test('an older wording was used before the one that replaced it, and not after', () => {
			const yearOf = (title: string | undefined) => Number(title?.slice(0, 4));
			const uses = (wording: string) =>
				reportBodies.filter(body => body.paragraphs.some(text => text.includes(wording))).map(one => yearOf(one.title));
			const replaced = shipped.data.terms.filter(term => term.supersedes);
			expect(replaced.length).toBeGreaterThan(0);
			for (const term of replaced)
				for (const older of term.supersedes ?? []) {
					expect(uses(older).length, older).toBeGreaterThan(1);
					expect(Math.max(...uses(older)), older).toBeLessThan(Math.min(...uses(term.term)));
				}
		});

		test('a quotation with one character changed would be found', () => {
			const changed = {
				...shipped,
				data: {
					...shipped.data,
					citations: shipped.data.citations.map(citation =>
						citation.kind === 'quotation' ? { ...citation, text: citation.text.replace(/[的和发展]/, '么') } : citation,
					),
				},
			};
			const quotations = changed.data.citations.filter(
				(citation, i) => citation.kind === 'quotation' && citation.text !== shipped.data.citations[i]!.text,
			).length;
			expect(quotations).toBeGreaterThan(10);
			expect(checkTexts(changed, bodies).filter(problem => problem.code === 'quotation.notFound')).toHaveLength(
				quotations,
			);
		});
	});
}
