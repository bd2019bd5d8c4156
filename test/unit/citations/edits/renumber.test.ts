// Numbers of plain text in order, in the shapes in which people write them.
import { expect, test } from 'vitest';
import { planRenumber } from '../../../../src/core/citations/edits/renumber';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits } from '../../../../src/core/draft/edit';

const ordered = (text: string) => applyEdits(text, planRenumber(new Draft(text, 'plaintext')).edits);

test.each([
	['wide brackets', '甲［2］乙［1］\n\n参考文献\n［1］一\n［2］二\n', '甲［1］乙［2］\n\n参考文献\n［1］二\n［2］一\n'],
	['brackets of two kinds', '甲［2］乙[1]\n\n参考文献\n[1] 一\n[2] 二\n', '甲［1］乙[2]\n\n参考文献\n[1] 二\n[2] 一\n'],
	['a list without brackets', '甲[2]乙[1]\n\n参考文献\n1. 一\n2. 二\n', '甲[1]乙[2]\n\n参考文献\n1. 二\n2. 一\n'],
	['pages', '甲[2:25]乙[1]\n\n参考文献\n[1] 一\n[2] 二\n', '甲[1:25]乙[2]\n\n参考文献\n[1] 二\n[2] 一\n'],
])('%s', (_, before, after) => expect(ordered(before)).toBe(after));

test.each(['[1]~[3]', '[1]—[3]', '[1~3]', '［1至3］'])('a stretch that would be torn stays: %s', stretch => {
	const text = `甲[3]乙${stretch}\n\n参考文献\n[1] 一\n[2] 二\n[3] 三\n`;
	expect(ordered(text)).toBe(text);
});

test('a number without an entry is nobody else’s, whatever brackets it has', () =>
	expect(ordered('甲[1]。乙〔2〕。丙[3]。\n\n参考文献\n[1] 一\n[3] 三\n')).toBe(
		'甲[1]。乙〔2〕。丙[3]。\n\n参考文献\n[1] 一\n[3] 三\n',
	));
