// Citations as the preview shows them: numbered as a finished copy numbers them, what cites nothing known apart.
import { expect, test } from 'vitest';
import { previewOf } from '../../../src/core/citations/preview';
import { finishDraft } from '../../../src/core/citations/edits/finish';
import { Draft } from '../../../src/core/draft/draft';
import { book, newspaper, ref, sources } from './drafts';

const options = { edition: '2025' } as const;
const preview = (text: string) => previewOf(new Draft(text, 'markdown'), sources, options);
const words = (parts: readonly { readonly text: string; readonly raised: boolean }[] | undefined) =>
	parts?.map(({ text, raised }) => (raised ? `^${text}^` : text)).join('');

const text = `甲[^jin-2024]乙[参见 @wang-2023, 第15页]丙[^own]丁[@nobody]戊[^none]，如 @wang-2023 所说。

[^jin-2024]: ${ref(newspaper)}
[^own]: 说明。
`;

test('footnotes and keys have the numbers of the finished copy, and its list', () => {
	const { notes, keys, list } = preview(text);
	expect(words(notes.get('jin-2024')?.parts)).toBe('^[1]^');
	expect(words(keys.get('[参见 @wang-2023, 第15页]')?.parts)).toBe('（参见^[2]15^）');
	expect(words(keys.get('@wang-2023')?.parts)).toBe('王某^[2]^');
	expect(keys.get('@wang-2023')?.entries).toEqual([2]);
	expect(list).toEqual([ref(newspaper), ref(book)]);
	const copy = finishDraft(new Draft(text, 'markdown'), 'numeric', sources, options).text;
	list.forEach((entry, at) => expect(copy).toContain(`[${at + 1}] ${entry}`));
});

test('what cites nothing that is known is in no map: a note of the writer’s, a key without a source', () => {
	const { notes, keys, unknown } = preview(text);
	expect([...notes.keys()]).toEqual(['jin-2024']);
	expect(keys.has('[@nobody]')).toBe(false);
	expect([...unknown]).toEqual([['[@nobody]', ['nobody']]]);
});

test('citations that touch have a number each', () => {
	const { notes } = preview(`甲[^jin-2024][^wang-2023]。\n`);
	expect([...notes].map(([label, mark]) => [label, words(mark.parts)])).toEqual([
		['jin-2024', '^[1]^'],
		['wang-2023', '^[2]^'],
	]);
});
