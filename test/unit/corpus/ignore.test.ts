// ignore.yaml: read with its mistakes, added to without a change to what is there, honoured whatever made the finding.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { checkReferences } from '../../../src/core/citations/check';
import { Sources } from '../../../src/core/citations/sources';
import { mergePacks } from '../../../src/core/corpus/merge';
import { createPackTools } from '../../../src/core/corpus/tools';
import { ignoreOf } from '../../../src/core/draft/ignored';
import { Reviewer } from '../../../src/core/review/review';
import { findingCodes, findingFamilies } from '../../../src/core/rules/table';

const tools = createPackTools();
const read = (text: string) =>
	tools.read(
		[
			{ name: 'ignore.yaml', text },
			{ name: 'pack.yaml', text: 'id: mine\ntitle: 我的\n' },
			{ name: 'terms/a.yaml', text: '- { id: a, term: 新质生产力, wrong: [心智生产力] }' },
		],
		'mine',
	);
const corpusOf = (text: string) => mergePacks([{ compiled: tools.compile(read(text).data) }]).corpus;
const review = (draft: string, ignore: string) =>
	new Reviewer(corpusOf(ignore)).reviewNow(new Draft(draft, 'markdown')).findings.map(one => one.code);

test('entries, and mistakes with their places; a folder with nothing else needs no name', () => {
	const { data, problems } = read(
		'- code: quotation.differs\n  text: 写的话\n  reason: 转引\n- code: "*"\n- code: quotation.diffs\n- text: 没有 code\n',
	);
	expect(data.ignores).toEqual([{ code: 'quotation.differs', text: '写的话', reason: '转引' }, { code: '*' }]);
	expect(problems.map(one => [one.file, one.line, one.code])).toEqual([
		['ignore.yaml', 5, 'field.value'],
		['ignore.yaml', 6, 'field.missing'],
	]);
	expect(tools.read([{ name: 'ignore.yaml', text: '- code: wording\n' }], 'x').problems).toEqual([]);
});

test('a code, a family, everything; words in any script, width and marks', () => {
	const draft = '发展心智生产力。';
	expect(review(draft, '')).toEqual(['wording.wrong']);
	for (const entry of [
		'- code: wording.wrong',
		'- code: wording',
		'- code: "*"',
		'- { code: wording, text: 心智生產力 }',
		'- { code: "*", text: 心智，生产力。 }',
	])
		expect(review(draft, entry)).toEqual([]);
	for (const entry of ['- code: wording.near', '- code: quotation', '- { code: wording, text: 心智 }'])
		expect(review(draft, entry)).toEqual(['wording.wrong']);
});

test('references too, also by a comment before the paragraph', () => {
	const check = (draft: string, ignore = '') =>
		checkReferences(new Draft(draft, 'markdown'), new Sources(corpusOf('')), {
			ignores: corpusOf(ignore).ignores,
		}).map(one => one.code);
	expect(check('甲[^x]。')).toEqual(['reference.undefined']);
	expect(check('甲[^x]。', '- { code: reference, text: x }')).toEqual([]);
	expect(check('甲[^x]。', '- { code: reference, text: y }')).toEqual(['reference.undefined']);
	for (const codes of ['', ' reference', ' wording, reference.undefined'])
		expect(check(`<!-- policy-writing: ignore${codes} -->\n甲[^x]。\n\n乙。`)).toEqual([]);
	expect(check('<!-- policy-writing: ignore wording -->\n甲[^x]。')).toEqual(['reference.undefined']);
	expect(check('<!-- policy-writing: ignore -->\n甲。\n\n乙[^x]。')).toEqual(['reference.undefined']);
});

test('a new file is headed by what may stand in it; to others an entry is added and the rest stays', () => {
	const entry = { code: 'wording.wrong', text: '心智生产力' };
	const fresh = tools.addIgnore('', entry);
	if ('refused' in fresh) throw new Error('refused');
	expect(fresh.text).toMatch(/^# [^]*\n- code: wording\.wrong\n {2}text: 心智生产力\n$/);
	const old = '# 我的\n- code: quotation # 先不看\n';
	const more = tools.addIgnore(old, entry);
	if ('refused' in more) throw new Error('refused');
	expect(tools.inserted(old, more)).toBe(`${old}\n- code: wording.wrong\n  text: 心智生产力\n`);
	expect(tools.addIgnore('- [', entry)).toEqual({ refused: 'file' });
	expect(tools.addIgnore('', { code: 'no.such' })).toMatchObject({ refused: 'record' });
});

test('what a finding is ignored by leaves it out, whatever its words', () => {
	fc.assert(
		fc.property(
			fc
				.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'心智“”：#- "\'[]{}*&!|>%@`\n，1aA\\') })
				.filter(text => text.trim() !== ''),
			words => {
				const draft = `甲${words}乙`;
				const entry = ignoreOf(draft, { code: 'quotation.unknown', start: 1, end: 1 + words.length });
				const added = tools.addIgnore('', entry);
				if ('refused' in added) throw new Error(JSON.stringify(entry));
				expect(read(tools.inserted('', added)).data.ignores).toEqual([entry]);
			},
		),
	);
});

test('every code and family there is may be ignored, and no other', () => {
	const entries = ['*', ...findingFamilies(), ...findingCodes()].map(code => `- code: "${code}"\n`).join('');
	expect(read(entries).problems).toEqual([]);
	for (const code of ['quotation.', 'quotation.no', 'structures', ''])
		expect(read(`- code: "${code}"\n`).problems.length, code).toBeGreaterThan(0);
});
