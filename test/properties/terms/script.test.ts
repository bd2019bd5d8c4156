// Each character of GB 2312 in a sentence: none alone turns the script of what is offered; and a list is in one script, whatever stands before it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scriptOf } from '../../../src/core/text/script';
import * as mixed from '../../unit/terms/scriptCorpus';
import { createPolicyService } from '../../../src/core/service';
import { gb2312 } from '../../unit/text/characterSets';
import { corpusOf } from '../../unit/terms/corpus';

const service = createPolicyService(corpusOf({ terms: [{ id: 'xz', term: '新质生产力' }] }, { xz: '新質生產力' }));
const simplified = '我们要进一步发展经济，这是国家的长远之计。\n';

const offered = (before: string, draft = '') =>
	service.complete({ before }, () => draft + before).items.map(offer => offer.insertText);

test('no character of GB 2312 alone turns a simplified sentence, nor one that tells nothing', () => {
	const turned: string[] = [];
	for (const character of gb2312())
		for (const [before, draft] of [
			[`我们要在${character}上发展xinzhisheng`, ''],
			[`在${character}上，xinzhisheng`, ''],
			[`${character}xinzhisheng`, simplified],
		] as const)
			if (offered(before, draft)[0] !== '新质生产力') turned.push(before);
	expect(turned).toEqual([]);
});

test('a list is in one script', () => {
	const piece = fc.constantFrom(
		...[
			'新质',
			'新質',
			'生产',
			'生產',
			'力',
			'人工',
			'颠覆',
			'顛覆',
			'加快',
			'，',
			'“',
			'《',
			'xinzhi',
			'这',
			'這',
			'著',
		],
	);
	let lists = 0;
	fc.assert(
		fc.property(
			fc.array(piece, { maxLength: 6 }),
			fc.constantFrom('', mixed.simplified, mixed.traditional),
			(pieces, draft) => {
				const { items } = mixed.service.complete({ before: pieces.join('') }, () => draft + pieces.join(''));
				const titles = items.filter(offer => offer.kind === 'source').length;
				const scripts = new Set(
					items.filter(offer => offer.kind !== 'source').flatMap(offer => scriptOf(offer.insertText) ?? []),
				);
				if (items.length > 0) lists++;
				// Titles stand as they are: one may be asked for in either script.
				if (titles === 0) expect(scripts.size).toBeLessThanOrEqual(1);
			},
		),
		{ seed: 8, numRuns: 2000 },
	);
	expect(lists).toBeGreaterThan(300);
});
