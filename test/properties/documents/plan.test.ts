// Whatever was read: what is planned of it reads back as it, without problems.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/core/corpus/document';
import { Planner, type Planned } from '../../../src/core/documents/plan';
import { anyCharacter } from '../../support/anyCharacter';

const original = { file: '三月/a.html', sha256: 'b'.repeat(64) };
const back = (planned: Planned) => readDocument(planned.name, planned.text!);

test('whatever was read: what is planned reads back as it, without problems', () => {
	const line = fc
		.string({ unit: anyCharacter, minLength: 1, maxLength: 40 })
		.map(text => text.replace(/[\r\n\ud800-\udfff]/g, ' ').trim())
		.filter(text => text !== '');
	fc.assert(
		fc.property(
			fc.array(line, { minLength: 1, maxLength: 4 }),
			fc.string({ unit: anyCharacter, maxLength: 30 }),
			(paragraphs, file) => {
				const planned = new Planner({ taken: () => false, propose: () => 'a' }).plan(
					{ source: { type: 'document' }, paragraphs, dropped: [], problems: [] },
					{ ...original, file },
					'skip',
				);
				expect(back(planned)).toMatchObject({ problems: [], paragraphs });
			},
		),
		{ numRuns: 150 },
	);
});
