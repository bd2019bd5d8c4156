import { expect, test } from 'vitest';
import { linesOf } from '../../../../src/core/service';
import { aroundCursor } from '../../../../src/editor/terms/aroundCursor';

test('both sides of the cursor, in their order', () => {
	const lines = linesOf('甲\n\n乙丙\n丁');
	expect(aroundCursor(lines, 2, 1)).toBe('甲\n\n乙丙\n丁');
	expect(aroundCursor(lines, 0, 0)).toBe('甲\n\n乙丙\n丁');
	expect(aroundCursor(linesOf(''), 0, 0)).toBe('');
});

test('of a large draft what is near, of a long line what stands beside the cursor', () => {
	const text = aroundCursor(linesOf(Array.from({ length: 5000 }, (_, n) => `第${n}行`).join('\n')), 2500, 2);
	expect(text).toContain('\n第2500行\n');
	expect(text.length).toBeLessThan(7000);
	const long = `${'前'.repeat(9000)}${'后'.repeat(9000)}`;
	expect(aroundCursor(linesOf(long), 0, 9000)).toMatch(/^前{3000}后{3000}$/);
	expect(aroundCursor(linesOf(`${long}\n乙\n${long}`), 1, 1)).toMatch(/^后{3000}\n乙\n前{3000}$/);
});
