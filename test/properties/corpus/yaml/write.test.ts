// What is added to a pack file reads back, and what was there is the same to the letter, whatever it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePackFile } from '../../../../src/core/corpus/yaml/parse';
import type { RecordKind, Term } from '../../../../src/core/corpus/records';
import { addRecord, inserted, recordYaml } from '../../../../src/core/corpus/yaml/write';
import { wellFormed } from '../../../../src/core/corpus/yaml/print';
import { anyCharacter } from '../../../support/anyCharacter';

const weilai: Term = { id: 'weilai-chanye', term: '未来产业', english: 'future industries' };

const records = (kind: RecordKind, text: string) =>
	parsePackFile(kind, 'mine.yaml', text).records.map(placed => placed.value);

describe('properties', () => {
	// Texts as they come out of drafts: Chinese with marks, code, YAML's own signs, emoji, rare Han, line ends.
	const text = fc
		.array(
			fc.oneof(
				fc.constantFrom(
					'新质生产力',
					'发展',
					'：',
					'，',
					'“',
					'”',
					'《',
					'》',
					': ',
					' #',
					'- ',
					'\n',
					'\t',
					'"',
					"'",
					'\\',
					'{',
					'}',
					'[',
					']',
					',',
					'&',
					'*',
					'!',
					'|',
					'>',
					'%',
					'@',
					'`',
					'?',
					'🚀',
					'𠮷',
					'\u3000',
					'\u00A0',
					'\u2028',
					'null',
					'12',
					'...',
					'---',
					'~',
					'<b>',
				),
				fc.string({ unit: anyCharacter, maxLength: 3 }),
			),
			{ minLength: 1, maxLength: 8 },
		)
		.map(parts => parts.join(''));
	const readable =
		/^(?!\s)(?![\s\S]*\s$)(?:(?![\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD\p{Cs}])[\s\S])+$/u;
	const usable = text.map(t => wellFormed(t).trim()).filter(t => readable.test(t) && t.length <= 60);
	const term = fc.record({
		id: fc.constant('new-one'),
		term: usable,
		english: usable,
		definition: fc.record({ text: usable, basis: fc.constant('general' as const) }),
		aliases: fc.array(usable, { maxLength: 2 }),
	});
	const comment = fc.constantFrom('', '# 说明\n', '\n', '#- id: x\n');
	const file = fc
		.record({
			head: fc.constantFrom('', '\uFEFF', '# 我的术语\n\n', '---\n'),
			terms: fc.array(fc.tuple(usable, comment), { maxLength: 3 }),
			indent: fc.constantFrom('', '  '),
			eol: fc.constantFrom('\n', '\r\n'),
			tail: fc.constantFrom('', '\n', '# 完\n', '# 完', '\n\n'),
		})
		.map(f =>
			(
				f.head +
				f.terms.map(([t, c], i) => recordYaml({ id: `old-${i}`, term: t }, '\n', f.indent) + c).join('') +
				f.tail
			).replaceAll('\n', f.eol),
		);

	it('what is added reads back; what was there is the same to the letter', () => {
		fc.assert(
			fc.property(file, term, (before, record) => {
				const old = records('term', before);
				const answer = addRecord('term', before, record);
				if ('refused' in answer) throw new Error(`refused ${answer.refused}`);
				const after = inserted(before, answer);
				expect(after.slice(0, answer.offset) + after.slice(answer.offset + answer.text.length)).toBe(before);
				const now = records('term', after);
				expect(now.slice(0, -1)).toEqual(old);
				expect(now.at(-1)).toEqual(record.aliases.length > 0 ? record : { ...record, aliases: undefined });
			}),
			{ numRuns: 100 },
		);
	});

	it('no file, however broken, makes it throw or lose a character', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					text,
					file,
					fc.tuple(file, text).map(([a, b]) => a + b),
				),
				before => {
					const answer = addRecord('term', before, weilai);
					if ('refused' in answer) return;
					expect(records('term', inserted(before, answer)).at(-1)).toEqual(weilai);
				},
			),
			{ numRuns: 100 },
		);
	});
});
