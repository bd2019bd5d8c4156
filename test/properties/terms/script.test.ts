// Each character of GB 2312 in a sentence: none alone turns the script of what is offered.
import { expect, test } from 'vitest';
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
