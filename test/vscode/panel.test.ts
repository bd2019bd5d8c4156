// The citation panel in a real VS Code: typed and composed searches, filters, keys, insertion, state, following,
// trouble.
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import { act, openMenu } from '../support/panel';
import { tried } from '../support/patience.mjs';
import type { Window } from '../support/window';

const evil = '带标签的<img src=x onerror="document.title=1"><b>粗</b>[链接](command:workbench.action.quit)观点';
const draft = '# 报告\n\n要因地制宜发展新质生产力。\n\n数字经济与实体经济要深度融合。\n';

let vs: Window;
let panel: Frame;
beforeAll(async () => {
	vs = await open({
		files: {
			'report.md': draft,
			'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
			'policy-corpus/sources/mine.yaml':
				'- { id: mine-report, type: report, title: 内部调研报告, publisher: 本处, issued: "2025" }\n',
			'policy-corpus/citations/mine.yaml': `- { id: mine-evil, kind: point, text: '${evil}', source: mine-report }\n`,
		},
	});
	await vs.run('Show Citation Panel');
	panel = await page();
});
afterAll(async () => {
	await vs.close();
});
beforeEach(async () => {
	panel = await vs.frame('#panel .box'); // another one, where the window was loaded anew
	if ((await panel.locator('.follow[aria-pressed="true"]').count()) > 0) await panel.locator('.follow').click();
	if (await panel.locator('.unfilter').isVisible()) await panel.locator('.unfilter').click();
	await panel.locator('.box').click();
	await panel.locator('.box').fill('');
	await settled();
});

/** The frame of the page, once it has a list. */
async function page(): Promise<Frame> {
	return vs.until('the panel with rows', async () => {
		for (const frame of vs.page.frames())
			if (
				(await frame
					.locator('#panel .row')
					.count()
					.catch(() => 0)) > 0
			)
				return frame;
		return undefined;
	});
}

/** Waits until what is listed belongs to what is in the box. */
async function settled(): Promise<void> {
	await vs.until('an answer in the panel', async () =>
		(await panel.locator('.list').getAttribute('aria-busy')) === 'false' ? true : undefined,
	);
}
/** Waits until the keys go into the box: VS Code gives them to the panel some time after it was asked to. */
async function keysInBox(): Promise<void> {
	await vs.until('the keys in the box', async () =>
		panel.evaluate(() => (document.hasFocus() && document.activeElement?.className === 'box') || undefined),
	);
}
/** Types as a person does, and waits for the answer to it. */
async function search(words: string): Promise<void> {
	const before = await panel.locator('.box').inputValue();
	await vs.type(words);
	await expect.poll(() => panel.locator('.box').inputValue()).toBe(before + words);
	await settled();
}
const listed = async () =>
	JSON.stringify([await panel.locator('.row .text').allInnerTexts(), await panel.locator('.count').innerText()]);
const rows = () => panel.locator('.row .text').allInnerTexts();
const marks = () =>
	panel
		.locator('.row .text')
		.evaluateAll(all => all.map(row => [...row.querySelectorAll('mark')].map(mark => mark.textContent)));
const active = () => panel.locator('.row[aria-selected="true"]');
const activeIndex = async () => Number(await active().getAttribute('data-index'));

describe('searching', () => {
	test('the keys are in the box, everything is listed, officials’ words first', async () => {
		await expect.poll(() => panel.evaluate(() => document.activeElement?.className)).toBe('box');
		await expect.poll(() => panel.locator('.row').count()).toBe(50);
		await expect.poll(() => panel.locator('.count').innerText()).toMatch(/^50 of \d{3} shown$/);
		await expect.poll(() => panel.locator('.row .kind').first().innerText()).toBe('Quotation');
	});

	test('typed words are found and marked', async () => {
		await search('核心要素');
		await expect.poll(async () => (await rows())[0]).toContain('科技创新能够催生新产业');
		await expect.poll(async () => (await marks())[0]).toEqual(['核心要素']);
	});

	test('every word must be there, and each is marked', async () => {
		await search('科技创新 习近平');
		const first = panel.locator('.row').first();
		await expect
			.poll(() => first.locator('mark').allInnerTexts())
			.toEqual(expect.arrayContaining(['科技创新', '习近平']));
	});

	test('composed words are searched when committed, not while the letters are being typed', async () => {
		const before = await listed();
		await vs.ime('xinzhi', '新质');
		await vs.ime('shengchanli', '生产力');
		await vs.until('what was composed last', async () =>
			(await listed()) !== before && (await marks()).slice(0, 5).every(found => found.includes('新质生产力'))
				? true
				: undefined,
		);
		await expect.poll(() => panel.locator('.box').inputValue()).toBe('新质生产力');
	});

	test('traditional script and pinyin initials find the same', async () => {
		await search('新質生產力');
		await expect.poll(async () => (await marks())[0]).toEqual(['新质生产力']);
		await panel.locator('.box').fill('xzscl');
		await settled();
		await expect.poll(async () => (await rows())[0]).toContain('新质生产力');
	});

	test('Escape clears the words and lists everything', async () => {
		await search('核心要素');
		await vs.press('Escape');
		await expect.poll(() => panel.locator('.box').inputValue()).toBe('');
		await settled();
		await expect.poll(() => panel.locator('.row').count()).toBe(50);
	});

	test('nothing found: it says what to do', async () => {
		await search('量子鸵鸟饲养技术');
		await expect.poll(() => panel.locator('.row').count()).toBe(0);
		await expect.poll(() => panel.locator('.notice .title').innerText()).toBe('Nothing found');
		await expect.poll(() => panel.locator('.notice .help').innerText()).toContain('fewer or other words');
		await expect.poll(() => panel.locator('.tools').isVisible()).toBe(false);
	});

	test('text with tags and links is text', async () => {
		await search('带标签的');
		await expect.poll(async () => (await rows())[0]).toBe(evil);
		await expect
			.poll(() => panel.locator('.list').evaluate(list => list.querySelectorAll('img, b, a, script').length))
			.toBe(0);
	});

	test('more rows are added below those that are there', async () => {
		const before = await rows();
		await panel.locator('.more').click();
		await settled();
		const after = await rows();
		expect(after.length).toBe(150);
		expect(after.slice(0, 50)).toEqual(before);
	});
});

describe('filters', () => {
	test('kind: only that kind, as many as it said; other values stay to choose', async () => {
		const kind = panel.locator('[data-filter="kind"]');
		const label = await kind.locator('option[value="figure"]').innerText();
		await kind.selectOption('figure');
		await settled();
		await expect
			.poll(async () => new Set(await panel.locator('.row .kind').allInnerTexts()))
			.toEqual(new Set(['Figure']));
		expect(label).toBe(`Figure (${await panel.locator('.row').count()})`);
		await expect.poll(() => kind.locator('option[value="quotation"]').count()).toBe(1);
	});

	test('source, speaker and year narrow what was found; nothing left says so and has a button', async () => {
		await search('新质生产力');
		await panel.locator('[data-filter="speaker"]').selectOption('习近平');
		await settled();
		for (const facts of await panel.locator('.row .facts').allInnerTexts()) expect(facts).toContain('习近平');
		await panel.locator('[data-filter="year"]').selectOption('2024');
		await settled();
		await expect.poll(() => panel.locator('.row').count()).toBeGreaterThan(0);
		await panel.locator('.box').fill('量子鸵鸟饲养技术');
		await settled();
		await expect.poll(() => panel.locator('.notice .help').innerText()).toContain('filters');
		await expect
			.poll(() => panel.locator('[data-filter="year"]').locator('option[value="2024"]').innerText())
			.toBe('2024 (0)');
		await panel.locator('.notice button').click();
		await settled();
		await expect.poll(() => panel.locator('[data-filter="speaker"]').inputValue()).toBe('');
	});
});

describe('keys', () => {
	test('arrows, Page Down, End and Home walk; the active row is told to screen readers and shown', async () => {
		await search('发展');
		const last = (await panel.locator('.row').count()) - 1;
		await expect.poll(activeIndex).toBe(0);
		await vs.press('ArrowDown', 'ArrowDown', 'ArrowUp');
		await expect.poll(activeIndex).toBe(1);
		await vs.press('PageDown');
		await expect.poll(activeIndex).toBe(11);
		await vs.press('End');
		await expect.poll(activeIndex).toBe(last);
		await expect
			.poll(() => panel.locator('.box').getAttribute('aria-activedescendant'))
			.toBe(await active().getAttribute('id'));
		await expect
			.poll(() =>
				active().evaluate(row => {
					const { top, bottom } = row.getBoundingClientRect();
					const box = row.closest('.scroll')!.getBoundingClientRect();
					return top >= box.top - 1 && bottom <= box.bottom + 1;
				}),
			)
			.toBe(true);
		await vs.press('Home');
		await expect.poll(activeIndex).toBe(0);
	});

	test('while typing, Home and End stay in the text', async () => {
		await search('技创新');
		await vs.press('Home');
		await vs.type('科');
		await expect.poll(() => panel.locator('.box').inputValue()).toBe('科技创新');
	});

	test('Enter takes the letters of the input method, and only then inserts', async () => {
		const before = await vs.text();
		const devtools = await vs.page.context().newCDPSession(vs.page);
		await devtools.send('Input.imeSetComposition', { text: 'xinzhi', selectionStart: 6, selectionEnd: 6 });
		await panel
			.locator('.box')
			.evaluate(box =>
				box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true })),
			);
		await devtools.send('Input.insertText', { text: '新质' });
		await expect.poll(() => panel.locator('.box').inputValue()).toBe('新质');
		await settled();
		await expect.poll(() => vs.text()).toBe(before);
	});
});

test('roles: a search box for a list box, options with place and state, counts that are read out', async () => {
	const { box, list, option, count } = await panel.evaluate(() => {
		const of = (selector: string) =>
			Object.fromEntries([...document.querySelector(selector)!.attributes].map(a => [a.name, a.value]));
		return { box: of('.box'), list: of('.list'), option: of('.row'), count: of('.count') };
	});
	expect(box).toMatchObject({
		role: 'searchbox',
		'aria-controls': list['id'],
		'aria-label': 'Search citations and sources',
	});
	expect(list).toMatchObject({ role: 'listbox', 'aria-label': 'Citations and sources found', tabindex: '0' });
	expect(option).toMatchObject({ role: 'option', 'aria-selected': 'true', 'aria-posinset': '1' });
	expect(count).toMatchObject({ role: 'status', 'aria-live': 'polite' });
	await expect
		.poll(() =>
			panel
				.locator('select.filter, button')
				.evaluateAll(all => all.filter(e => !(e.getAttribute('aria-label') ?? e.textContent)?.trim()).length),
		)
		.toBe(0);
});

test('nothing but our own files may load, and no inline script runs', async () => {
	const policy = await panel.locator('meta[http-equiv]').getAttribute('content');
	expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-([0-9a-f]{32})'; script-src 'nonce-\1';$/);
	await expect
		.poll(() =>
			panel.evaluate(
				() =>
					new Promise(done => {
						const script = document.createElement('script');
						script.textContent = 'window.ran = true';
						document.body.append(script);
						setTimeout(() => done('ran' in window), 50);
					}),
			),
		)
		.toBe(false);
});

describe('insertion', () => {
	const find = async (words: string) => {
		await vs.command('policyWriting.citations.focus');
		await panel.locator('.box').fill(words);
		await keysInBox();
		await settled();
	};
	const reference = '金观平. 坚持科技创新和产业创新一起抓[N]. 经济日报，';
	const clean = async (text = '要发展|新质生产力。\n') => {
		await vs.draft(text);
	};

	test('Enter: a footnote; the keys go on in the draft; one undo takes it all back', async () => {
		await clean();
		await find('国家先进制造业集群');
		await vs.press('Enter');
		const text = await vs.until('the footnote', async () =>
			(await vs.text()).includes('[^jinguanping-2024]:') ? vs.text() : undefined,
		);
		expect(text).toContain('要发展[^jinguanping-2024]新质生产力。\n');
		expect(text).toContain(`\n[^jinguanping-2024]: ${reference}`);
		await vs.keysBack();
		await vs.type('并');
		await expect.poll(() => vs.line(1)).toBe('要发展[^jinguanping-2024]并新质生产力。');
		await vs.press('Control+z');
		await vs.press('Control+z');
		await expect.poll(() => vs.text()).toBe('要发展新质生产力。\n');
	});

	test('what its reference lacks is said; not over the next document, nor for ever', async () => {
		await clean();
		await find('国家先进制造业集群');
		await vs.press('Enter');
		const bar = vs.page.locator('.statusbar');
		await vs.told('To be completed in the reference:');
		await expect.poll(() => panel.locator('.said').innerText()).toContain('To be completed in the reference:');
		await vs.save();
		await vs.open('policy-corpus/pack.yaml');
		await expect.poll(() => bar.innerText()).not.toContain('To be completed');
		await expect.poll(() => panel.locator('.said').innerText()).toBe('');
		await vs.command('workbench.action.closeActiveEditor');
	});

	test.each([
		['pandoc', '要发展[@jinguanping-2024]新质生产力。'],
		['note', /^要发展（《经济日报》.*）新质生产力。$/],
		['quotation', '要发展国家先进制造业集群已有45个。[^jinguanping-2024]新质生产力。'],
	])('%s', async (form, line) => {
		await clean();
		await find('国家先进制造业集群');
		await act(panel, form);
		const inserted = await vs.until('the insertion', async () =>
			(await vs.line(1)) === '要发展新质生产力。' ? undefined : vs.line(1),
		);
		if (typeof line === 'string') expect(inserted).toBe(line);
		else expect(inserted).toMatch(line);
		await vs.keysBack();
		await vs.press('Control+z');
		await expect.poll(() => vs.text()).toBe('要发展新质生产力。\n');
	});

	test('words somebody said get quotation marks, ours are labelled otherwise, a source has none', async () => {
		await clean();
		await find('核心要素');
		await expect.poll(() => panel.locator('[data-action="quotation"]').innerText()).toBe('Quotation with footnote');
		await act(panel, 'quotation');
		await vs.until('the quotation', async () => ((await vs.line(1)).includes('“') ? true : undefined));
		await expect
			.poll(() => vs.line(1))
			.toBe(
				'要发展“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。”[^duchuanzhong-2024]新质生产力。',
			);
		await find('国家先进制造业集群');
		await expect.poll(() => panel.locator('[data-action="quotation"]').innerText()).toBe('Wording with footnote');
		await find('产业创新');
		await panel.locator('[data-filter="kind"]').selectOption('source');
		await settled();
		await expect.poll(() => panel.locator('[data-action="quotation"]').isDisabled()).toBe(true);
		await expect.poll(() => panel.locator('[data-action="words"]').isDisabled()).toBe(true);
	});

	test('the form chosen last is ticked, and Enter inserts in it; the setting takes it back', async () => {
		await clean();
		await find('国家先进制造业集群');
		await act(panel, 'pandoc');
		await expect.poll(() => vs.line(1)).toBe('要发展[@jinguanping-2024]新质生产力。');
		await clean();
		await find('国家先进制造业集群');
		await expect.poll(() => panel.locator('.tools .insert').getAttribute('title')).toBe('Insert: Key [@key] (Enter)');
		await vs.press('Enter');
		await expect.poll(() => vs.line(1)).toBe('要发展[@jinguanping-2024]新质生产力。');
		await openMenu(panel);
		await expect
			.poll(() => panel.locator('.item[aria-checked="true"]').evaluateAll(all => all.map(item => item.textContent)))
			.toEqual(['Key [@key]']);
		await vs.press('Escape');
		await vs.setting('policyWriting.citation.form', 'note');
		await expect
			.poll(() => panel.locator('.tools .insert').getAttribute('title'))
			.toBe('Insert: Note (source) (Enter)');
		await vs.setting('policyWriting.citation.form', undefined);
		await expect.poll(() => panel.locator('.tools .insert').getAttribute('title')).toBe('Insert: Footnote (Enter)');
	});

	test('keys: Control+Enter opens the menu, arrows walk it, Escape gives the keys back', async () => {
		await clean();
		await find('国家先进制造业集群');
		await panel.locator('.box').focus();
		await vs.press('Control+Enter');
		await panel.locator('.menu').waitFor();
		const focused = () => panel.evaluate(() => (document.activeElement as HTMLElement).dataset['action']);
		await expect.poll(focused).toBe('footnote');
		await vs.press('ArrowDown', 'ArrowDown');
		await expect.poll(focused).toBe('note');
		await vs.press('End');
		await expect.poll(focused).toBe('open');
		await vs.press('ArrowDown');
		await expect.poll(focused).toBe('footnote');
		await vs.press('Escape');
		await expect.poll(() => panel.evaluate(() => document.activeElement?.className)).toBe('box');
		await expect.poll(() => panel.locator('.menu').isVisible()).toBe(false);
		await expect.poll(() => vs.text()).toBe('要发展新质生产力。\n');
	});

	test('the mouse: a click chooses, a double click inserts, the buttons stand on the row it is on', async () => {
		await clean();
		await find('制造业');
		await panel.locator('.row').nth(1).click();
		await expect.poll(activeIndex).toBe(1);
		await panel.locator('.row').nth(2).dblclick();
		await vs.until('a footnote', async () => ((await vs.text()).includes('[^') ? true : undefined));
		await clean();
		await find('制造业');
		const text = await panel.locator('.row').nth(2).locator('.text').innerText();
		await panel.locator('.box').hover();
		await vs.until('the source opened from the row', () =>
			tried(async soon => {
				await panel.locator('.row').nth(2).hover(soon);
				await panel.locator('.tools .open').click(soon);
			}),
		);
		await expect.poll(() => activeIndex()).toBe(2);
		await expect.poll(async () => (await vs.text()).includes(text)).toBe(true);
		await vs.command('workbench.action.closeActiveEditor');
	});

	test('Enter pressed before the answer is there inserts what answers the words', async () => {
		await clean();
		await find('');
		await vs.type('核心要素');
		await vs.press('Enter');
		await vs.until('the footnote', async () =>
			(await vs.text()).includes('[^duchuanzhong-2024]:') ? true : undefined,
		);
	});

	test('at several cursors, one definition, one undo', async () => {
		await clean('甲|，\n乙|。\n');
		await find('国家先进制造业集群');
		await vs.press('Enter');
		const text = await vs.until('the footnotes', async () =>
			(await vs.text()).includes('[^') ? vs.text() : undefined,
		);
		expect(text).toMatch(
			/^甲\[\^jinguanping-2024\]，\n乙\[\^jinguanping-2024\]。\n\n\[\^jinguanping-2024\]: [^\n]+\n$/,
		);
		await vs.keysBack();
		await vs.type('丙');
		await expect.poll(() => vs.line(2)).toBe('乙[^jinguanping-2024]丙。');
		await vs.press('Control+z', 'Control+z');
		await expect.poll(() => vs.text()).toBe('甲，\n乙。\n');
	});

	test('words and reference are copied', async () => {
		await clean();
		await find('国家先进制造业集群');
		await act(panel, 'words');
		await vs.until('the words on the clipboard', async () =>
			(await vs.clipboard()) === '国家先进制造业集群已有45个。' ? true : undefined,
		);
		await act(panel, 'reference');
		await vs.until('the reference on the clipboard', async () =>
			(await vs.clipboard()).startsWith(reference) ? true : undefined,
		);
		await vs.until('that it says so', async () =>
			(await panel.locator('.said').innerText()).includes(`Copied: ${reference}`) ? true : undefined,
		);
	});

	test('from a source that is being read, it goes into the draft behind it', async () => {
		await clean();
		await find('国家先进制造业集群');
		await act(panel, 'open');
		await vs.until('the source', async () => ((await vs.state()).file.startsWith('坚持科技创新') ? true : undefined));
		await act(panel, 'pandoc');
		await vs.until('the draft', async () => ((await vs.state()).file === 'report.md' ? true : undefined));
		await vs.until('the key', async () =>
			(await vs.line(1)) === '要发展[@jinguanping-2024]新质生产力。' ? true : undefined,
		);
		await vs.command('workbench.action.closeOtherEditors');
	});

	test('a person’s own record opens in its file at its line', async () => {
		await find('带标签的');
		await act(panel, 'open');
		const state = await vs.until('the file', async () =>
			(await vs.state()).file === 'mine.yaml' ? vs.state() : undefined,
		);
		expect(state.selections[0]).toMatchObject({ line: 1 });
		await vs.command('workbench.action.closeActiveEditor');
	});
});

describe('state and news', () => {
	test('words and filters are there again when the panel was hidden, and after a reload', async () => {
		await vs.draft(draft);
		await vs.save();
		await panel.locator('.box').fill('制造业');
		await panel.locator('[data-filter="kind"]').selectOption('quotation');
		await settled();
		const before = await listed();
		await vs.command('workbench.view.explorer');
		await vs.until('the panel to go', async () =>
			panel.isDetached() ||
			(await panel
				.locator('.box')
				.count()
				.catch(() => 0)) === 0
				? true
				: undefined,
		);
		await vs.command('policyWriting.showPanel');
		panel = await page();
		await settled();
		await expect.poll(() => listed()).toBe(before);
		const loaded = vs.page.waitForEvent('load');
		vs.start('workbench.action.reloadWindow');
		await loaded;
		panel = await page();
		await settled();
		await expect.poll(() => panel.locator('.box').inputValue()).toBe('制造业');
		await expect.poll(() => panel.locator('[data-filter="kind"]').inputValue()).toBe('quotation');
		await expect.poll(() => panel.locator('.chip.set').innerText()).toMatch(/^Quotation/);
		await expect.poll(() => listed()).toBe(before);
	});

	test('a record added to a pack is found at once', async () => {
		await panel.locator('.box').fill('深海养殖');
		await settled();
		await expect.poll(() => panel.locator('.row').count()).toBe(0);
		vs.write(
			'policy-corpus/citations/more.yaml',
			'- { id: mine-sea, kind: point, text: 深海养殖要稳步扩大。, source: mine-report }\n',
		);
		await vs.until('the new record', async () => ((await rows())[0] === '深海养殖要稳步扩大。' ? true : undefined));
	});

	test('what is selected in the draft is looked for', async () => {
		await vs.draft(draft);
		await vs.select('数字经济');
		await vs.command('policyWriting.showPanel');
		await vs.until('the words', async () =>
			(await panel.locator('.box').inputValue()) === '数字经济' ? true : undefined,
		);
		await settled();
		await expect.poll(async () => (await marks())[0]).toContain('数字经济');
	});

	test('following the cursor, what fits the paragraph; typing a search ends it', async () => {
		await vs.draft(draft);
		await panel.locator('.follow').click();
		await vs.cursorAfter('要因地制宜');
		await vs.until('what fits', async () =>
			(
				await panel
					.locator('.about')
					.innerText()
					.catch(() => '')
			).includes('要因地制宜发展新质生产力')
				? true
				: undefined,
		);
		await settled();
		await expect.poll(async () => (await rows()).slice(0, 3).join()).toContain('因地制宜');
		await vs.cursorAfter('数字经济');
		await vs.until('the other paragraph', async () =>
			(await panel.locator('.about').innerText()).includes('数字经济') ? true : undefined,
		);
		await settled();
		await expect.poll(async () => (await rows()).slice(0, 3).join()).toContain('数字经济');
		await expect.poll(() => panel.locator('.box').inputValue()).toBe('');
		await act(panel, 'open');
		await vs.until('the source', async () => ((await vs.state()).file !== 'report.md' ? true : undefined));
		await expect.poll(() => panel.locator('.about').innerText()).toContain('数字经济');
		await vs.command('workbench.action.closeActiveEditor');
		await vs.focus();
		await vs.type('制造业');
		await vs.until('the edited paragraph', async () =>
			(await panel.locator('.about').innerText()).includes('数字经济制造业') ? true : undefined,
		);
		await panel.locator('.box').fill('核心要素');
		await settled();
		await expect.poll(() => panel.locator('.follow').getAttribute('aria-pressed')).toBe('false');
		await expect.poll(async () => (await rows())[0]).toContain('核心要素');
	});

	test('trouble is said, with a way out that works', async () => {
		await search('制造业');
		const before = await rows();
		await panel.evaluate(() => {
			for (let request = 1; request < 2000; request++)
				window.postMessage({ type: 'failed', request, said: '语料读不出来' }, '*');
		});
		await panel.locator('.notice').waitFor();
		await expect.poll(() => panel.locator('.notice .title').innerText()).toBe('The search did not work');
		await expect.poll(() => panel.locator('.notice .help').innerText()).toBe('语料读不出来');
		await expect.poll(() => panel.locator('.box').inputValue()).toBe('制造业');
		await panel.locator('.notice button').click();
		await settled();
		await expect.poll(() => rows()).toEqual(before);
	});

	test('no draft: it says what to do, and the reference can be copied all the same', async () => {
		await vs.draft(draft);
		await vs.save();
		await vs.command('workbench.action.closeAllEditors');
		await panel.locator('.box').fill('国家先进制造业集群');
		await settled();
		await act(panel, 'footnote');
		await vs.answerMessage('put the cursor where the citation belongs', 'Copy the reference');
		await vs.until('the reference', async () => ((await vs.clipboard()).startsWith('金观平.') ? true : undefined));
		await panel.locator('.follow').click();
		await vs.until('what to do', async () =>
			(await panel
				.locator('.notice .title')
				.innerText()
				.catch(() => '')) === 'No draft is open'
				? true
				: undefined,
		);
	});
});
