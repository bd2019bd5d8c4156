// Slots of formulations and the snippets made of them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skeletonSnippet, type SkeletonForm } from '../../../src/core/corpus/skeletons';
import { hasSlots, parts, slotFault, toPlain, toSnippet } from '../../../src/core/corpus/slots';
import { formulationSnippets, snippetFile } from '../../../src/core/corpus/snippets';

/** What VS Code makes of a snippet before anything is typed: placeholders as they are, escapes taken away. */
function expanded(body: string): string {
	return body.replace(
		/\\([\\$}])|\$\{(\d+):((?:\\[\\$}]|[^\\}])*)\}|\$\{(\d+)\}|\$\d+/g,
		(_, escaped: string | undefined, _n, placeholder: string | undefined) =>
			escaped ?? placeholder?.replace(/\\([\\$}])/g, '$1') ?? '',
	);
}

test('a formulation in parts, as a snippet, as plain text', () => {
	expect(parts('要牢牢把握{目标}这个首要任务')).toEqual([
		{ text: '要牢牢把握' },
		{ slot: '目标' },
		{ text: '这个首要任务' },
	]);
	expect(toSnippet('要牢牢把握{目标}这个首要任务')).toBe('要牢牢把握${1:目标}这个首要任务');
	expect(toSnippet('{甲}和{乙}，{甲}2')).toBe('${1:甲}和${2:乙}，${1}2');
	expect(toPlain('要牢牢把握{目标}这个首要任务')).toBe('要牢牢把握……这个首要任务');
	expect(hasSlots('因地制宜')).toBe(false);
	expect(toSnippet('费用$5\\元')).toBe('费用\\$5\\\\元');
});

test('faults of braces', () => {
	expect(slotFault('把{甲}作为{乙}')).toBeUndefined();
	expect(slotFault('把{甲作为')).toEqual({ code: 'slot.unbalanced', at: 1 });
	expect(slotFault('把甲}')).toEqual({ code: 'slot.unbalanced', at: 2 });
	expect(slotFault('把{ }')).toEqual({ code: 'slot.empty', at: 1 });
});

test('a snippet shows the words of the formulation, whatever they are', () => {
	fc.assert(
		fc.property(
			fc
				.array(fc.oneof(fc.constantFrom('$', '\\', '}', '{', '`', '1', '甲'), fc.string({ maxLength: 4 })), {
					maxLength: 12,
				})
				.map(list => list.join('')),
			text => {
				if (slotFault(text)) {
					expect(expanded(toSnippet(text))).toBe(text);
					return;
				}
				const names = new Set<string>();
				const shown = parts(text)
					.map(part => {
						if ('text' in part) return part.text;
						if (names.has(part.slot)) return '';
						names.add(part.slot);
						return part.slot;
					})
					.join('');
				expect(expanded(toSnippet(text))).toBe(shown);
			},
		),
	);
});

test('snippets of formulations: ASCII prefixes, all different, names too', () => {
	const made = formulationSnippets(
		[
			{ id: 'a', text: '把{甲}作为抓手', category: '措施', usage: '常用' },
			{ id: 'b', text: '把{乙}作为抓手' },
			{ id: 'c', text: '{甲}：{乙}' },
		],
		text =>
			[...text]
				.filter(character => /\p{Script=Han}/u.test(character))
				.map(() => 'x')
				.join(''),
	);
	expect(made).toEqual({
		'把……作为抓手': { prefix: 'vxxxxx', body: '把${1:甲}作为抓手', description: '措施：常用' },
		'把……作为抓手 (b)': { prefix: 'vxxxxx2', body: '把${1:乙}作为抓手', description: '提法' },
		'……：……': { prefix: 'vc', body: '${1:甲}：${2:乙}', description: '提法' },
	});
	expect(snippetFile(made).endsWith('}\n')).toBe(true);
});

test('an outline in three ways of writing; a slot that comes again is the same stop', () => {
	const outline = '<!-- 讲话稿：说明文字 -->\r\n# 在{会议}上的讲话\r\n\r\n## 一、提高认识\r\n\r\n今天召开{会议}。\r\n';
	const body = (form: SkeletonForm) => skeletonSnippet(outline, form, () => 'jhg')!.snippet.body;
	expect(body('markdown')).toEqual(['# 在${1:会议}上的讲话', '', '## 一、提高认识', '', '今天召开${1}。$0']);
	expect(body('plaintext')).toEqual(['在${1:会议}上的讲话', '', '一、提高认识', '', '今天召开${1}。$0']);
	expect(body('latex')).toEqual([
		'\\\\section*{在${1:会议}上的讲话\\}',
		'',
		'\\\\subsection*{一、提高认识\\}',
		'',
		'今天召开${1}。$0',
	]);
	expect(skeletonSnippet(outline, 'markdown', () => 'jhg')).toMatchObject({
		name: '讲话稿',
		snippet: { prefix: 'vjhg', description: '讲话稿：说明文字' },
	});
	expect(skeletonSnippet('# 没有说明', 'markdown', () => '')).toBeUndefined();
});

test('front matter begins a new draft and nothing else; a field without a value is a stop with nothing in it', () => {
	const outline = '<!-- 讲话稿：说明 -->\n---\ntitle: 在{会议}上的讲话\nauthor:\n---\n\n# 在{会议}上的讲话\n';
	const body = (form: SkeletonForm) => skeletonSnippet(outline, form, () => 'jhg')!.snippet.body;
	expect(body('draft')).toEqual(['---', 'title: 在${1:会议}上的讲话', 'author: ${2}', '---', '', '# 在${1}上的讲话$0']);
	expect(body('markdown')).toEqual(['# 在${1:会议}上的讲话$0']);
	expect(body('plaintext')).toEqual(['在${1:会议}上的讲话$0']);
});
