// Completion as a person meets it: default settings, typed keys and IME commits, the list as it shows, the line as it becomes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' } });
});
afterAll(async () => {
	await vs.close();
});

/** Types pieces at a person's pace (each is answered before the next): Han as an input method commits them, the rest by key. */
async function write(...pieces: string[]): Promise<void> {
	for (const [i, piece] of pieces.entries()) {
		if (i > 0) await vs.settle();
		if (/^[\x20-\x7e]+$/.test(piece)) await vs.type(piece);
		else await vs.ime('pinyin', piece);
	}
}

/** A draft that repeats the openings of its clauses, as reports do: the editor's own word suggestions would offer them whole. */
const repeating =
	'# 报告\n\n要加快发展数字经济，要加快发展实体经济，要加快发展。\n\n要加快推进改革，要加快推进开放。\n\n';

describe('at the end of a clause', () => {
	test('in one commit: the term comes first, and the line reads right', async () => {
		await vs.draft(`${repeating}要加快发展|`);
		await write('新质');
		await expect
			.poll(async () => (await vs.suggestions()).slice(0, 2))
			.toMatchObject([
				{ label: '新质', detail: 'as written', focused: true },
				{ label: '新质生产力', focused: false },
			]);
		await expect.poll(async () => (await vs.labels()).filter(label => label.startsWith('要加快'))).toEqual([]);
		await vs.press('ArrowDown', 'Enter');
		await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
		await vs.screenshot('completion-accepted');
	});

	test('word by word, as an input method commits', async () => {
		await vs.draft(`${repeating}|`);
		await write('要', '加快', '发展', '新质');
		await expect.poll(async () => (await vs.suggestions())[1]?.label).toBe('新质生产力');
		await vs.screenshot('completion-list');
		await vs.press('Tab');
		await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
	});

	test('in one go', async () => {
		await vs.draft(`${repeating}|`);
		await write('要加快发展新质');
		await vs.accept('新质生产力');
		await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
	});

	describe('a word that overtakes the answer to the one before gets its list, and what is typed on stays', () => {
		test.each(['，', ' '])('by an input method, after %j', async mark => {
			await vs.draft(`${repeating}|`);
			await vs.overtake(['fazhan', '发展'], async () => {
				await vs.ime('.', mark);
				await vs.ime('xinzhi', '新质');
			});
			await expect.poll(() => vs.shownLabels()).toContain('新质生产力');
			await vs.ime('shengchan', '生产');
			await vs.accept('新质生产力');
			await expect.poll(() => vs.line()).toBe(`发展${mark}新质生产力`);
		});

		test.each(['，', ' '])('put in at once, after %j', async mark => {
			await vs.draft(`${repeating}|`);
			await vs.overtake(['fazhan', '发展'], async () => {
				for (const piece of [mark, '新', '质']) await vs.type(piece);
			});
			await expect.poll(() => vs.shownLabels()).toContain('新质生产力');
			await vs.type('生产');
			await vs.accept('新质生产力');
			await expect.poll(() => vs.line()).toBe(`发展${mark}新质生产力`);
		});
	});

	test('a word that overtakes the answer to the one before gets its list, also when others ask for completions meanwhile', async () => {
		await vs.draft('|');
		await vs.overtake(['fazhan', '发展'], async () => {
			await vs.ime('.', '，');
			await vs.ime('xinzhi', '新质');
		});
		await expect(vs.noSuggestions()).rejects.toThrow(/a list shows: .*新质生产力/);
		await vs.accept('新质生产力');
		await expect.poll(() => vs.line()).toBe('发展，新质生产力');
	});

	test('undo takes the whole insertion back', async () => {
		await vs.draft('要加快发展|');
		await write('新质');
		await vs.accept('新质生产力');
		await vs.press('Control+z');
		await expect.poll(async () => (await vs.line()).startsWith('要加快发展')).toBe(true);
		await expect.poll(() => vs.line()).not.toContain('新质生产力');
	});
});

/*
 * What input methods of Windows send, as reports on editors in a browser describe it. Every one of them composes in the text itself; what
 * they differ in is what they compose and how they come to an end.
 */
describe('as input methods of Windows send it', () => {
	/** Stretches that are composed one after the other in place, and then what is committed. */
	type Sent = readonly [composed: readonly string[], committed: string];
	const methods: readonly (readonly [string, readonly Sent[]])[] = [
		[
			'Microsoft Pinyin: syllables parted, the first word chosen while the rest is letters',
			[[['x', 'xin', "xin'zhi", '新zhi', '新质'], '新质']],
		],
		['Sogou: letters as they are typed, the words at once', [[['x', 'xi', 'xinzhi'], '新质']]],
		['WeChat, or letters shown in a window of its own: no composing in the text at all', [[[], '新质']]],
		[
			'a shape method, which commits by itself and goes on',
			[
				[['u', 'us', 'usr'], '新'],
				[['r', 'rf', 'rfm'], '质'],
			],
		],
	];

	async function send(sent: readonly Sent[]): Promise<void> {
		const devtools = await vs.page.context().newCDPSession(vs.page);
		for (const [composed, committed] of sent) {
			for (const text of composed)
				await devtools.send('Input.imeSetComposition', {
					text,
					selectionStart: text.length,
					selectionEnd: text.length,
				});
			await devtools.send('Input.insertText', { text: committed });
		}
		await devtools.detach();
	}

	test.each(methods)('%s', async (_, sent) => {
		await vs.draft('要加快发展|');
		await send(sent);
		await expect.poll(() => vs.line()).toBe('要加快发展新质');
		await expect.poll(() => vs.shownLabels()).toContain('新质生产力');
		await vs.accept('新质生产力');
		await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
	});

	test('a mark ends the composing: the words and the mark come in one, and no list takes the Enter', async () => {
		await vs.draft('要加快发展|');
		await send([[['f', 'fa', "fa'zhan"], '发展，']]);
		await expect.poll(() => vs.line()).toBe('要加快发展发展，');
		await vs.noSuggestions();
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toBe('要加快发展发展，\n');
	});

	test('letters that are committed as letters (Shift, Enter) stay', async () => {
		await vs.draft('要加快发展|');
		await send([[['A', 'AI'], 'AI']]);
		await expect.poll(() => vs.line()).toBe('要加快发展AI');
	});

	test('composing that is left leaves nothing, and the words before have their list again', async () => {
		await vs.draft('要加快发展|');
		await vs.ime('xinzhi', '新质');
		await vs.suggestions();
		await send([[['s', 'sh', 'she'], '']]);
		await expect.poll(() => vs.line()).toBe('要加快发展新质');
		await vs.command('editor.action.triggerSuggest');
		await vs.accept('新质生产力');
		await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
	});

	test('a selection is composed over', async () => {
		await vs.draft('要加快发展旧词。');
		await vs.select('旧词');
		await send([[["xin'zhi"], '新质']]);
		await expect.poll(() => vs.shownLabels()).toContain('新质生产力');
		await vs.accept('新质生产力');
		await expect.poll(() => vs.line(1)).toBe('要加快发展新质生产力。');
	});
});

describe('within text', () => {
	test.each([
		['要加快发展|，推动高质量发展。', '新质', '新质生产力', '要加快发展新质生产力，推动高质量发展。'],
		['要加快发展|产力。', '新质', '新质生产力', '要加快发展新质生产力。'],
		['见[发展|](plan.md)。', '新质', '新质生产力', '见[发展新质生产力](plan.md)。'],
	])('%s', async (draft, typed, label, line) => {
		await vs.draft(draft);
		await write(typed);
		await vs.accept(label);
		await expect.poll(() => vs.line()).toBe(line);
	});
});

describe('at several cursors', () => {
	test.each([
		['发展|\n推动|', '新质', '发展新质生产力\n推动新质生产力'],
		['发展|，推动|。', '新质', '发展新质生产力，推动新质生产力。'],
		['壮大|\n用好|', '人工智', '壮大人工智能\n用好人工智能'],
	])('%s: nothing is doubled at any of them', async (draft, typed, text) => {
		await vs.draft(draft);
		await write(typed);
		await vs.suggestions();
		await vs.press('Tab');
		await expect.poll(() => vs.text()).toBe(text);
	});
});

describe('by other ways', () => {
	test.each([
		['an inner part', '推动|', ['生产力'], '推动新质生产力'],
		['traditional script', '發展|', ['新質'], '發展新質生產力'],
		['initials', '发展|', ['xzscl'], '发展新质生产力'],
		['pinyin behind a mark', '总之，|', ['xinzhish'], '总之，新质生产力'],
		['full-width letters', '发展|', ['ｘｚｓｃｌ'], '发展新质生产力'],
		['one wrong character', '发展|', ['新质', '生产', '利'], '发展新质生产力'],
		['English', '发展|', ['new', ' ', 'quality'], '发展新质生产力'],
	])('%s', async (_, draft, typed, line) => {
		await vs.draft(draft);
		await write(...typed);
		await vs.accept(line.includes('質') ? '新質生產力' : '新质生产力');
		await expect.poll(() => vs.line()).toBe(line);
	});

	test('Chinese that goes on in pinyin', async () => {
		await vs.draft('加快推动|');
		await write('未来', 'chanye');
		await vs.accept('未来产业');
		await expect.poll(() => vs.line()).toBe('加快推动未来产业');
		// Within a clause too, letter by letter.
		await vs.draft('加快推动|，迈上新台阶。');
		await write('科技', ...'cx');
		await vs.accept('科技创新');
		await expect.poll(() => vs.line()).toBe('加快推动科技创新，迈上新台阶。');
	});

	test.each([
		['four characters', ['产业', '集', '裙'], '产业集群'],
		['a wrong form on record, of which the end begins other terms', ['战略性', '新型', '产业'], '战略性新兴产业'],
	])('a character taken for another, in %s', async (_, typed, term) => {
		await vs.draft('加快|');
		await write(...typed);
		await expect.poll(async () => (await vs.suggestions()).slice(0, 2).map(row => row.label)).toContain(term);
		await vs.screenshot(`slip-${term}`);
		await vs.accept(term);
		await expect.poll(() => vs.line()).toBe(`加快${term}`);
	});

	test('on a small screen: what is written first, the term below it, and Enter is a new line', async () => {
		await vs.page.setViewportSize({ width: 1366, height: 657 });
		await vs.draft(`${repeating}加强科技攻关，大幅提高企业效益，加快|`);
		await write('科技', 'cx');
		await expect
			.poll(async () => (await vs.suggestions()).slice(0, 2).map(({ label, focused }) => ({ label, focused })))
			.toEqual([
				{ label: '科技cx', focused: true },
				{ label: '科技创新', focused: false },
			]);
		await vs.screenshot('mixed-small-screen');
		await vs.press('Enter');
		await expect.poll(async () => (await vs.text()).endsWith('，加快科技cx\n')).toBe(true);
		await vs.draft('要把科技创新|');
		await write('作', '为');
		await expect.poll(async () => (await vs.labels()).slice(1)).toContain('把{对象}作为重要抓手');
		await vs.screenshot('completion-frames');
		await vs.page.setViewportSize({ width: 1300, height: 800 });
	});

	test('pinyin within a clause', async () => {
		await vs.draft('要发展|和未来产业');
		await write('xzscl');
		await vs.accept('新质生产力');
		await expect.poll(() => vs.line()).toBe('要发展新质生产力和未来产业');
	});

	test('a frame is filled in slot by slot', async () => {
		await vs.draft('|');
		await write('要牢牢把握');
		const frame = await vs.until('the frame', async () =>
			(await vs.suggestions()).find(({ label }) => label.includes('首要任务')),
		);
		await vs.accept(frame.label);
		await write('高质量发展');
		await vs.escape();
		await expect.poll(() => vs.line()).toBe('要牢牢把握高质量发展这个首要任务');
	});

	test('titles after 《 and quotations after “', async () => {
		await vs.draft('见|');
		await write('《');
		await expect.poll(async () => (await vs.labels()).some(l => l.includes('坚持科技创新和产业创新一起抓'))).toBe(true);
		await vs.screenshot('completion-titles');
		await write('坚持');
		await vs.accept('坚持科技创新和产业创新一起抓');
		await expect.poll(() => vs.line()).toBe('见《坚持科技创新和产业创新一起抓');
		await write('》', '。');
		await expect.poll(() => vs.line()).toBe('见《坚持科技创新和产业创新一起抓》。');

		await vs.draft('习近平总书记强调：|');
		await write('“', '科技创新能够');
		await expect.poll(async () => (await vs.labels())[0]).toMatch(/^科技创新能够催生/);
		await vs.press('Enter');
		const said = '习近平总书记强调：“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。';
		await expect.poll(() => vs.line()).toBe(said);
		// Who has opened the mark closes it, too; with a key or as the input method commits it, whatever comes next.
		await write('”', '这');
		await expect.poll(() => vs.line()).toBe(`${said}”这`);
	});

	test('a quotation between marks that stand there stays between them', async () => {
		await vs.draft('他强调：“|”，要');
		await write('科技创新能够');
		await expect.poll(async () => (await vs.labels())[0]).toMatch(/^科技创新能够催生/);
		await vs.press('Enter');
		await expect
			.poll(() => vs.line())
			.toBe('他强调：“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。”，要');
	});
});

describe('it does not annoy', () => {
	test.each([
		['a complete term', '发展', ['新质', '生产力']],
		['the end of a sentence', '加快发展新质生产力', ['。']],
		['a space', '发展', ['新质', '，', ' ']],
		['one character', '', ['要']],
	])('no list after %s', async (_, draft, typed) => {
		await vs.draft(draft);
		await write(...typed);
		await vs.noSuggestions();
	});

	test('a list only when it helps: none after 服务, one when it is meant; frames under way', async () => {
		await vs.draft('要提高公共|');
		await write('服务');
		await vs.noSuggestions();
		await vs.screenshot('completion-silent');
		await vs.draft('要提高公共|水平。');
		await write('服', '务');
		await vs.noSuggestions();
		await vs.draft('要把公共服务作为产业升级的|');
		await write('服', '务', '机');
		await expect.poll(async () => (await vs.labels())[0]).toBe('服务机器人');
		await vs.page.setViewportSize({ width: 1366, height: 657 });
		await vs.screenshot('completion-helps');
		await vs.draft('要把科技创新|');
		await write('作', '为');
		await expect.poll(async () => (await vs.labels()).slice(1)).toContain('把{对象}作为重要抓手');
		await vs.screenshot('completion-frames');
		await vs.page.setViewportSize({ width: 1300, height: 800 });
	});

	test.each([
		['a fenced block', '```\n发展|\n```'],
		['front matter', '---\ntitle: 发展|\n---\n'],
		['the target of a link', '见[文](发展|)'],
	])('no list in %s', async (_, draft) => {
		await vs.draft(draft);
		await write('新质');
		await vs.noSuggestions();
	});

	test('Enter at the end of a sentence is a new line', async () => {
		await vs.draft('|');
		await write('要加快发展新质', '生产力', '。');
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toBe('要加快发展新质生产力。\n');
	});

	test('a longer term that continues a complete one is there, but Enter does not take it', async () => {
		await vs.draft('支持|');
		await write('专精', '特新');
		await expect.poll(async () => (await vs.suggestions())[0]).toMatchObject({ label: '专精特新', focused: true });
		await expect.poll(async () => (await vs.suggestions()).length).toBeGreaterThan(1);
		await vs.screenshot('completion-continues');
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toBe('支持专精特新\n');
	});

	test('an English word of its own leaves Enter alone', async () => {
		await vs.draft('## |');
		await write('data');
		await expect.poll(async () => (await vs.suggestions())[0]).toMatchObject({ label: 'data', focused: true });
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toBe('## data\n');
	});

	test('a word of its own leaves Enter alone', async () => {
		await vs.draft('## 壮大|');
		await write('未来');
		await expect.poll(async () => (await vs.suggestions())[0]).toMatchObject({ label: '未来', focused: true });
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toBe('## 壮大未来\n');
	});
});

test('the details tell kind, definition and source', async () => {
	await vs.draft('发展|');
	await write('新质');
	await vs.suggestions();
	const details = await vs.details();
	expect(details).toContain('new quality productive forces');
	expect(details).toMatch(/Rests on|General knowledge/);
	await vs.screenshot('completion-details');
});

test.each([
	['latex', '\\section{概述}\n要加快发展|'],
	['plaintext', '要加快发展|'],
	['plaintext', '第一句，要加快发展|，后面'],
])('in %s', async (language, draft) => {
	await vs.draft(draft, { language });
	await write('新质');
	await vs.accept('新质生产力');
	await expect.poll(() => vs.text()).toBe(draft.replace('|', '新质生产力'));
	await vs.draft('', { language: 'markdown' });
});

test('the setting turns pinyin off', async () => {
	await vs.setting('policyWriting.completion.pinyin', false);
	await vs.draft('发展|');
	await write('xzscl');
	await vs.noSuggestions();
	await vs.setting('policyWriting.completion.pinyin', undefined);
});
