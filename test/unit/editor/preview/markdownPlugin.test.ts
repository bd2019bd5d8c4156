// The citations of a draft in the Markdown preview: what markdown-it, with our plugin in it, makes of a draft.
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { previewOf } from '../../../../src/core/citations/preview';
import { Draft } from '../../../../src/core/draft/draft';
import { drawCitations } from '../../../../src/editor/preview/markdownPlugin';
import { circled, type PreviewSource } from '../../../../src/editor/preview/page';
import { book, newspaper, ref, sources } from '../../citations/drafts';

const corpus: PreviewSource = {
	version: 1,
	read: text => previewOf(new Draft(text, 'markdown'), sources, { edition: '2025' }),
	sayUnknown: keys => `unknown: ${keys.join(', ')}`,
};
const markdown = (source: PreviewSource = corpus) =>
	drawCitations(new MarkdownIt({ html: true, linkify: true }), source);
const drawn = (text: string, source?: PreviewSource) => markdown(source).render(text);
/** What is read, numbers above the line between ^. */
const read = (text: string) =>
	drawn(text)
		.replace(/<sup[^>]*><a[^>]*>/g, '^')
		.replace(/<\/a><\/sup>/g, '^')
		.replace(/<span class="policy-undefined"[^>]*>([^<]*)<\/span>/g, '‹$1›')
		.replace(/<li[^>]*>/g, '* ')
		.replace(/<\/h2>/g, '\n')
		.replace(/<[^>]+>/g, '')
		.replace(/&quot;/g, '"')
		.split('\n')
		.filter(line => line.trim() !== '');

describe('a draft', () => {
	test('footnotes and keys are numbers, and the list stands below', () => {
		const text = `甲[^jin-2024]乙[@wang-2023, 第15页]。\n\n[^jin-2024]: ${ref(newspaper)}\n\n丙[^jin-2024]。\n`;
		expect(read(text)).toEqual([
			'甲^[1]^乙^[2]15^。',
			'丙^[1]^。',
			'参考文献',
			`* [1]${ref(newspaper)}`,
			`* [2]${ref(book)}`,
		]);
	});

	test('its tokens are data, which VS Code can send to its Markdown server', () => {
		// The extension's own source of meanings leads to the window and back.
		const source = { ...corpus, leadsTo: undefined as unknown };
		source.leadsTo = source;
		const text = '甲[^jin-2024]乙[@wang-2023]丙[@写到一半 @wang-2023。\n\n[^jin-2024]: 注[@wang-2023]。\n';
		const tokens = markdown(source).parse(text, {});
		expect(tokens.map(({ type }) => type)).toContain('policy_notes');
		for (const { meta } of tokens.flatMap(token => [token, ...(token.children ?? [])]))
			expect(JSON.parse(JSON.stringify(meta))).toEqual(meta);
	});

	test('a number leads to its reference and says it', () => {
		const html = drawn('甲[@wang-2023]。');
		expect(html).toContain('<a href="#policy-reference-1" title="');
		expect(html).toContain('<li id="policy-reference-1">');
		expect(html).not.toContain('[@wang-2023]');
	});

	test('footnotes of the writer’s own are apart, with all their paragraphs', () => {
		expect(
			read('甲[^b]乙[@wang-2023]丙[^a]。\n\n[^a]: 后一条，\n还是这一条。\n\n    第二段。\n[^b]: 前一条。\n'),
		).toEqual([
			'甲^①^乙^[1]^丙^②^。',
			'注释',
			'* ①前一条。',
			'* ②后一条，',
			'还是这一条。',
			'第二段。',
			'参考文献',
			`* [1]${ref(book)}`,
		]);
	});

	test('a note within a note comes behind those of the text', () => {
		expect(read('甲[^a]乙[^c]。\n\n[^a]: 见[^b]。\n[^b]: 里面[@wang-2023]。\n[^c]: 另一条。\n')).toEqual([
			'甲^①^乙^②^。',
			'注释',
			'* ①见^③^。',
			'* ②另一条。',
			'* ③里面^[1]^。',
			'参考文献',
			`* [1]${ref(book)}`,
		]);
	});

	test('what has no source looks like it, and says so; names of people do not', () => {
		expect(read('甲[@nobody]乙[^none]丙[@wang-2023; @nobody]，联系人 @张三。')).toEqual([
			'甲‹[@nobody]›乙‹[^none]›丙‹[@wang-2023; @nobody]›，联系人 @张三。',
		]);
		expect(drawn('甲[@wang-2023; @nobody]')).toContain('title="unknown: nobody"');
	});

	test('between its markers the list is the one that belongs to the numbers', () => {
		const list = '<!-- policy-writing: references -->\n\n旧的一行\n\n<!-- /policy-writing: references -->';
		const lines = read(`甲[@wang-2023]。\n\n## 文献\n\n${list}\n\n末段。\n`);
		expect(lines).toEqual(['甲^[1]^。', '文献', `* [1]${ref(book)}`, '末段。']);
	});

	test('a heading of the draft’s own is not set twice', () => {
		expect(read('甲[@wang-2023]。\n\n## 参考文献\n').filter(line => line.includes('参考文献'))).toHaveLength(1);
		expect(read('甲[@wang-2023]。\n\n## 五、参考文献\n').filter(line => line.includes('参考文献'))).toHaveLength(1);
	});

	test('before the corpus is there citations stand as they are written, and nothing is said to be wrong', () => {
		const text = '甲[@wang-2023]乙[^none]丙[^a]。\n\n[^a]: 说明。\n';
		expect(drawn(text, { ...corpus, read: () => undefined })).toBe('<p>甲[@wang-2023]乙[^none]丙[^a]。</p>\n');
		let there = false;
		const later: PreviewSource = { ...corpus, read: text => (there ? corpus.read(text) : undefined) };
		const md = markdown(later);
		const tokens = md.parse(text, {});
		md.renderer.render(tokens, md.options, {});
		there = true;
		expect(md.renderer.render(tokens, md.options, {})).toContain('policy-reference-1');
	});

	test('in quotations, lists, tables and headings', () => {
		const text = '# 题[^a]\n\n> 引[^a]\n\n- 项[@wang-2023]\n\n| 表 |\n|---|\n| 格[^a] |\n\n[^a]: 说明。\n';
		expect(read(text).slice(0, 5)).toEqual(['题^①^', '引^①^', '* 项^[1]^', '表', '格^①^']);
	});

	test('what is no citation stays as it is: code, links, addresses, tasks, 括注, numbers', () => {
		const text = [
			'`[^a]` [链接](http://a.example/@b) [x@y](http://a.example) me@a.example （《经济日报》2024年2月14日）[1]',
			'',
			'    [^a]: 代码',
			'',
			'[名]: http://a.example',
			'[名] [@somebody]',
			'',
			'[@somebody]: http://a.example/somebody',
		].join('\n');
		expect(drawn(text)).toBe(new MarkdownIt({ html: true, linkify: true }).render(text));
	});

	test('nothing a draft holds becomes HTML', () => {
		const html = drawn('甲[@<b>x]乙[^"><i>]丙[见<u>@wang-2023]');
		expect(html).not.toMatch(/<(?:b|i|u)>/);
	});
});

test('circled numbers', () => {
	expect([1, 20, 21, 35, 36, 50, 51].map(circled)).toEqual(['①', '⑳', '㉑', '㉟', '㊱', '㊿', '(51)']);
});
