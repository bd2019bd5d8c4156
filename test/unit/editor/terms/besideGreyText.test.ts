import { expect, test } from 'vitest';
import { besideGreyText } from '../../../../src/editor/terms/besideGreyText';

/** What VS Code compares with grey text: a snippet whose variables have no value. */
const compared = (source: string): string => source.replace(/\$\{TM_LINE_NUMBER\/\.\*\/[^/]*\/\}/g, '');
/** What it inserts. */
const inserted = (source: string): string => source.replace(/\$\{TM_LINE_NUMBER\/\.\*\/([^/]*)\/\}/g, '$1');

test('what a row adds is not seen before it is inserted', () => {
	const row = besideGreyText('新质', '新质生产力');
	expect(compared(row)).toBe('新质');
	expect(inserted(row)).toBe('新质生产力');
});

test('a row that writes anew what stands there, and one that adds nothing, are left as they are', () => {
	expect(besideGreyText('xzscl', '新质生产力')).toBe('新质生产力');
	expect(besideGreyText('新质', '新质')).toBe('新质');
});

test('of a frame, and of a command of LaTeX, only plain words are put so', () => {
	const frame = besideGreyText('要牢牢', '要牢牢把握${1:目标}这个首要任务');
	expect(frame).toBe('要牢牢${TM_LINE_NUMBER/.*/把握/}${1:目标}这个首要任务');
	expect(inserted(besideGreyText('见', '见\\\\cite{a}'))).toBe('见\\\\cite{a}');
	expect(besideGreyText('增长', '增长1/3').endsWith('/3')).toBe(true);
});
