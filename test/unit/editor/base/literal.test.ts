// Holds that text of the corpus stays text inside Markdown.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName, literal } from '../../../../src/editor/base/literal';

/** What a Markdown reader shows of backslash escapes (CommonMark 2.4). */
const shown = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');

describe('literal', () => {
	test.each([
		[
			'金观平. 坚持科技创新和产业创新一起抓[N]. 经济日报，2024（〔版次〕）.',
			'金观平. 坚持科技创新和产业创新一起抓[N]. 经济日报，2024（〔版次〕）.',
		],
		['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>'],
		['[点我](command:workbench.action.quit)', '[点我\\](command:workbench.action.quit)'],
		['![图](http://x/y.png)', '\\![图\\](http://x/y.png)'],
		['[a]: javascript:alert(1)', '[a\\]: javascript:alert(1)'],
		['[a][b]', '[a\\][b]'],
		['[^1]', '\\[^1]'],
		['**要** _闻_ `码` ~~删~~ $x$', '\\*\\*要\\*\\* \\_闻\\_ \\`码\\` \\~\\~删\\~\\~ \\$x\\$'],
		['&lt;b&gt; A&B', '\\&lt;b\\&gt; A&B'],
		['# 标题', '\\# 标题'],
		['- 项', '\\- 项'],
		['1. 项', '1\\. 项'],
		['2024年', '2024年'],
		['---', '\\---'],
		['两\n行\t字', '两 行 字'],
		['C:\\Temp\\', 'C:\\Temp\\\\'],
		['\\<b>', '\\\\\\<b>'],
	])('%j', (text, expected) => {
		expect(literal(text)).toBe(expected);
		expect(shown(expected)).toBe(text.replace(/\s+/g, ' ').trim());
	});
	test('shows what stood there and nothing active, for any text', () => {
		const text = fc
			.array(
				fc.constantFrom(
					'\\',
					'<',
					'[',
					']',
					'(',
					')',
					':',
					'!',
					'*',
					'_',
					'`',
					'&',
					'amp;',
					'#',
					'-',
					'1.',
					' ',
					'\n',
					'新',
					'a',
					'^',
					'~',
					'$',
					'>',
					'=',
				),
				{ maxLength: 24 },
			)
			.map(p => p.join(''));
		fc.assert(
			fc.property(text, given => {
				const markdown = literal(given);
				expect(shown(markdown)).toBe(given.replace(/\s+/g, ' ').trim());
				const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '新');
				expect(bare).not.toMatch(/[<`*_~$]|\]\s*[([:]|!\[|\[\^|&#?\w+;|^[#>+=|-]|^\d+[.)](\s|$)|\n/);
			}),
			{ numRuns: 500 },
		);
	});
});

test('a file name cannot leave its folder and is never empty', () => {
	expect(fileName('坚持“科技”创新：一起抓')).toBe('坚持“科技”创新：一起抓');
	expect(fileName('../../etc/passwd')).toBe('etc passwd');
	expect(fileName('a\u202egpj.md')).toBe('a gpj.md');
	expect(fileName('///')).toBe('policy-writing');
	expect([...fileName('𠮷'.repeat(80))]).toHaveLength(60);
});
