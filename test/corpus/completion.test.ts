// What completion makes of the shipped words where they are misspelt, and what their names look like within other words.
import { beforeAll, expect, test } from 'vitest';
import { shippedWords } from '../support/shippedWords';
import { compilePack, syllablesOf } from '../../src/core/corpus/compile';
import { createService, type PolicyService } from '../../src/core/service';
import { createPinyinReader } from '../../src/core/text/pinyinReader';
import { shipped } from './pack';

const { data } = shipped;
const forms = data.terms.flatMap(({ term, aliases = [] }) => [term, ...aliases]);
/** Characters of the forms by their sound: `zhi质制智…`. */
const sounds = syllablesOf(
	[...new Set([...forms, ...data.terms.flatMap(term => term.wrong ?? [])].join(''))].join(''),
	createPinyinReader(),
);
let service: PolicyService;
beforeAll(() => {
	const compiled = { ...compilePack(data, createPinyinReader()), words: shippedWords(), syllables: sounds };
	({ service } = createService([{ compiled }]));
});

test('every wrong form on record gives its right form first', () => {
	const wrong = data.terms.flatMap(({ id, term, wrong = [] }) => wrong.map(form => ({ id, term, form })));
	expect(wrong.length).toBeGreaterThan(150);
	const others = wrong.filter(({ id, term, form }) =>
		['', '加快'].some(lead => {
			const [first] = service.complete({ before: lead + form }).items;
			return first?.id !== id || first.insertText !== term || first.replace.start !== lead.length;
		}),
	);
	expect(others).toEqual([]);
});

/** Forms of so many characters with one that sounds like the right one: each place of each form once. */
function* misspelt(length: number): Generator<{ readonly form: string; readonly written: string }> {
	const groups = sounds.split(' ').map(group => [...group.replace(/^[a-z]+/, '')]);
	for (const form of new Set(forms)) {
		if (form.length !== length || !/^\p{Script=Han}+$/u.test(form)) continue;
		for (let at = 0; at < length; at++) {
			const alike = groups.find(group => group.includes(form.charAt(at))) ?? [];
			const other = alike[(alike.indexOf(form.charAt(at)) + 1) % alike.length];
			const written = form.slice(0, at) + (other ?? '') + form.slice(at + 1);
			if (other !== undefined && written !== form && !forms.includes(written)) yield { form, written };
		}
	}
}

/** The share of misspelt forms of which the right one is among the first two rows, that which is written the first. */
function mended(length: number, typed = length): number {
	let [all, right] = [0, 0];
	for (const { form, written } of misspelt(length)) {
		if (form.startsWith(written.slice(0, typed))) continue;
		const { items, written: asWritten } = service.complete({ before: `加快${written.slice(0, typed)}` });
		const at = items.findIndex(item => item.insertText === form && item.replace.start === 2);
		all++;
		if (at >= 0 && at < (asWritten ? 1 : 2)) right++;
	}
	expect(all).toBeGreaterThan(50);
	return right / all;
}

test('a character that sounds alike is mended in short terms, and while they are being written', () => {
	expect(mended(4)).toBeGreaterThan(0.95);
	expect(mended(3)).toBeGreaterThan(0.9);
	expect(mended(4, 3)).toBeGreaterThan(0.9);
});
