// Notes that are written in the text, and the paragraphs they make.
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { innerNotes } from '../../../src/core/draft/innerNotes';

const words = (text: string, language: 'markdown' | 'latex') =>
	innerNotes(text, language).map(({ start, end, open }) => text.slice(start, end) + (open ? '…' : ''));

test.each([
	['甲^[乙[丙]]丁', ['乙[丙]']],
	['甲^[乙^[丙]]', ['乙^[丙]', '丙']],
	['甲^[乙\n\n丙]', ['乙…']],
	['[甲^[乙]', ['乙']],
	['甲]^[乙]', ['乙']],
])('Markdown: %j', (text, notes) => expect(words(text, 'markdown')).toEqual(notes));

test.each([
	['甲\\footnote{乙}丙', ['乙']],
	['甲\\footnote[1]{乙\\}}', ['乙\\}']],
	['甲\\footnote{乙\n\n丙}', ['乙\n\n丙']],
	['甲\\footnote{乙\n\n丙', ['乙…']],
	['{甲\\footnote{乙}', ['乙']],
	['甲\\emph{乙\\footnote{丙}}', ['丙']],
])('LaTeX: %j', (text, notes) => expect(words(text, 'latex')).toEqual(notes));

test('a paragraph is read without its notes, which are paragraphs of their own', () => {
	const read = (text: string, language: 'markdown' | 'latex') =>
		new Draft(text, language).blocks.map(({ kind, text: said, cites }) => [
			kind,
			said.replaceAll('\0', ''),
			cites.map(one => `${one.form} ${one.label}`).join(),
		]);
	expect(read('甲^[乙[@a]]丙[@b]', 'markdown')).toEqual([
		['paragraph', '甲丙', 'note ,key a,key b'],
		['note', '乙', 'key a'],
	]);
	expect(read('甲\\footnote{乙\\cite{a}}丙', 'latex')).toEqual([
		['paragraph', '甲丙', 'note ,key a'],
		['note', '乙', 'key a'],
	]);
});

test('the place behind a key without brackets is none of the words', () => {
	const read = (text: string) => new Draft(text, 'markdown').blocks.map(one => one.text.replaceAll('\0', ''));
	expect(read('甲，@wang [第3页] 说乙')).toEqual(['甲， 说乙']);
	expect(read('甲，@wang [^1]乙')).toEqual(['甲， 乙']);
	expect(read('甲，@wang[乙]')).toEqual(['甲，[乙]']);
});
