// A short stretch of the fuzzer of test/fuzz (`npm run fuzz` for a long one): every command on random drafts, markdown-it reading them before and after.
import { expect, test } from 'vitest';
import { commands } from '../../../fuzz/commands';
import { randomDraft, textOf } from '../../../fuzz/drafts';
import { fuzz } from '../../../fuzz/fuzz';
import { Random } from '../../../fuzz/random';

// Two seconds of processor time; a machine may be busy with others.
test('no command harms a draft', () => {
	const faults: string[] = [];
	const figures = fuzz(1500, 20_241_129, ({ command, draft, said }) =>
		faults.push(`${command}: ${said}\n${JSON.stringify(textOf(draft))}`),
	);
	expect(faults).toEqual([]);
	// Each command had something to do.
	expect([...figures].filter(([, of]) => of.edits === 0)).toEqual([]);
	expect(figures.size).toBe(commands.length);
});

test('the drafts have what was once done harm to', () => {
	const texts = Array.from({ length: 400 }, (_, seed) => randomDraft(new Random(seed))).map(textOf);
	const having = (pattern: RegExp) => texts.filter(text => pattern.test(text)).length;
	const kinds = {
		'neighbouring lines of different emoji': /[🔴🟢🟡][^\n]*\r?\n[🔴🟢🟡]/u,
		'rare Han': /[𠮷𠮶𪚥]/u,
		CRLF: /\r\n/,
		tabs: /\t/,
		'a number without an entry': /\[5\][^]*参考文献\n(?![^]*\n\[5\])/,
		'a key with words': /\[参见 @/,
		'an indented note': /^ [ ]{0,2}\[\^[^\]]+\]:/m,
		'a paragraph right below a note': /\]: [^\n]*\r?\n下一段/,
		'what is never closed': /<!-- 未完/,
		'a note in a list': /^- 列表\r?\n\r?\n {2}\[\^/m,
	};
	expect(Object.entries(kinds).filter(([, pattern]) => having(pattern) < 3)).toEqual([]);
});
