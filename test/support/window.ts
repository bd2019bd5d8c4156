// A VS Code window as a person uses it: keys, an input method, the mouse; and as a person sees it: lists, hovers,
// lines. What each call means: test/vscode/README.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CDPSession, Frame, Locator, Page } from 'playwright-core';
import { cache } from './npm.mjs';
import { oneTry, patience, tried } from './patience.mjs';
import {
	exactly,
	pickRows,
	plain,
	quickFixRows,
	shownForm,
	shownHover,
	suggestionRows,
	type Form,
	type Hover,
	type Pick,
	type Row,
	type Suggestion,
} from './screen';

export type { Hover, Pick, Suggestion } from './screen';

/** Offsets in UTF-16 code units of the whole text; `line` counts from 1. */
export interface Cursor {
	readonly start: number;
	readonly end: number;
	readonly cursor: number;
	readonly line: number;
	readonly character: number;
}
export interface EditorState {
	readonly file: string;
	readonly language: string;
	readonly text: string;
	readonly version: number;
	readonly dirty: boolean;
	readonly eol: string;
	readonly selections: readonly Cursor[];
}
export interface Problem {
	readonly message: string;
	readonly severity: 'Error' | 'Warning' | 'Information' | 'Hint';
	readonly source: string | null;
	readonly code: string;
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly line: number;
}
/**
 * What the page keeps of messages (driver.ts): all that any said, and what no test has asked for since they were cleared last, of messages
 * and of the status bar.
 */
export interface Messages {
	readonly said: Set<string>;
	readonly unread: string[];
	readonly passing: string[];
}
/** The line to the companion in the window. */
interface Line {
	ask(method: string, params: unknown, timeout: number): Promise<unknown>;
}

/** Milliseconds a hand holds still when it waits for a hover. */
const stillness = 1200;
/** Quick suggestions start 10 ms after a key; timers of one page run out in order, so one that is set later for longer does so later. */
const quickSuggestionsTimer = 12;
/** What Playwright says of a page or frame that was shown anew while it was read: to be read again. */
const shownAnew =
	/frame (?:was|has been|got) detached|execution context was destroyed|cannot find context|element is not attached/i;
/** The suggest widget shows itself 100 ms after it has its rows; again a timer of the page. */
const showTimer = 105;
/** A suggest widget that has its place in the page, but does not show yet. */
const laidOutOnly = '.suggest-widget[monaco-visible-content-widget="true"]:not(.visible)';
/** In the page: so many milliseconds. */
const pageTimer = (wait: number) => new Promise<void>(done => setTimeout(done, wait));

export class Window {
	/** Where the mouse rested last: text, occurrence, character. */
	private rested: readonly [text: string, occurrence: number, at: number] = ['', 1, 0];
	/** Keys of the user's settings that were set. */
	private readonly set = new Set<string>();

	constructor(
		readonly page: Page,
		readonly folder: string,
		private readonly devtools: CDPSession,
		private readonly companion: Line,
		private readonly shut: () => Promise<void>,
	) {}

	/** Gives the window back: the next file may get it, cleared; else it ends. */
	close(): Promise<void> {
		return this.shut();
	}

	private ask(method: string, params: unknown = {}, timeout = patience): Promise<unknown> {
		return this.companion.ask(method, params, timeout);
	}

	// --- a window that is given to the next file (clearing.ts)

	/** When the extension of these commands, or nothing of it, is active for what is in front, and has read packs where there are some. */
	async ready(
		params: { id: string; web: boolean; commands: readonly string[]; packs: boolean },
		timeout: number,
	): Promise<void> {
		await this.ask('ready', params, timeout);
	}
	/** Closes all editors, without asking whether to save. */
	async closeEditors(): Promise<void> {
		await this.ask('closeEditors');
	}
	/** When the window has heard of a file that was written into its folder. */
	async heard(name: string): Promise<void> {
		await this.ask('heard', { name });
	}
	/** Takes back what was set through `setting`. */
	async unset(): Promise<void> {
		for (const key of this.set) await this.ask('setting', { key });
		this.set.clear();
	}

	// --- the draft

	/** Replaces the whole text in front; every `|` is a cursor (none: the end). `literal` takes `|` as text. */
	async draft(
		text: string,
		{ language, literal = false, eol = '\n' }: { language?: string; literal?: boolean; eol?: '\n' | '\r\n' } = {},
	): Promise<void> {
		const parts = literal ? [text] : text.split('|');
		const plain = parts.join('');
		let at = 0;
		// Cursors are offsets of the document, whose line ends may be two characters.
		const length = (part: string) => part.replace(/\r?\n/g, eol).length;
		const cursors = parts.length > 1 ? parts.slice(0, -1).map(part => (at += length(part))) : [length(plain)];
		await this.leave();
		await this.ask('draft', { text: plain, cursors, language, eol }); // closes lists and hovers, and gives the editor the keys
		if (!(await this.keysInEditor())) await this.focus();
		await this.frames();
	}

	/** Puts text at the end of the draft, as another program would: the cursors stay. */
	async append(text: string): Promise<void> {
		await this.ask('append', { text });
	}

	async state(): Promise<EditorState> {
		await this.frames();
		return (await this.ask('state')) as EditorState;
	}
	async text(): Promise<string> {
		return (await this.state()).text;
	}
	/** Line `n` (from 1) without its line end; without `n` the cursor's. */
	async line(n?: number): Promise<string> {
		const { text, selections } = await this.state();
		const wanted = n ?? selections[0]?.line ?? 1;
		return text.split(/\r\n|\n/)[wanted - 1] ?? '';
	}
	async cursor(): Promise<Cursor> {
		const [first] = (await this.state()).selections;
		if (!first) throw new Error('no cursor');
		return first;
	}

	/** Puts the cursor behind the nth occurrence of `text` (from 1). */
	async cursorAfter(text: string, occurrence = 1): Promise<void> {
		const at = (await this.find(text, occurrence)) + text.length;
		await this.ask('select', { ranges: [[at, at]] });
		await this.focus();
	}

	/** Selects the nth occurrence of `text` (from 1). */
	async select(text: string, occurrence = 1): Promise<void> {
		const at = await this.find(text, occurrence);
		await this.ask('select', { ranges: [[at, at + text.length]] });
		await this.focus();
	}

	// --- as a person enters text

	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}
	/** Keys as Playwright names them: `Enter`, `Escape`, `Control+z`, … */
	async press(...keys: string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}

	/** What an input method does: letters one by one while composing, then the committed characters in one go. */
	async ime(letters: string, committed: string): Promise<void> {
		for (let i = 1; i <= letters.length; i++) {
			await this.devtools.send('Input.imeSetComposition', {
				text: letters.slice(0, i),
				selectionStart: i,
				selectionEnd: i,
			});
		}
		await this.devtools.send('Input.insertText', { text: committed });
	}

	// --- suggestions

	/**
	 * Commits a first word, and enters the rest before the answer to that is there, as on a busy machine: the answer is
	 * held back meanwhile.
	 */
	async overtake(first: readonly [string, string], rest: () => Promise<void>): Promise<void> {
		await this.ask('holdCompletion');
		await this.ime(...first);
		await this.ask('completionAsked');
		await rest();
		await this.ask('releaseCompletion');
	}

	/** The labels of the list as they show, without asking any provider; nothing while none shows. */
	async shownLabels(): Promise<readonly string[]> {
		return this.page.locator('.suggest-widget.visible .monaco-list-row .label-name').allInnerTexts();
	}

	/**
	 * Comes back when the editor has asked for suggestions what it wanted to ask, has had its answers, and shows what it wants to show. Not a
	 * sleep: the timer of quick suggestions runs out; then every completion provider is asked once more, and since the extension host answers
	 * in order, the editor's own question has been answered by then. Once more, because the editor asks again when typing has overtaken an
	 * answer. By then a list that is to show has been laid out; where it has, and is not to be seen yet, the timer after which it is. Where
	 * none has, the extension may be about to ask for one that VS Code has not.
	 */
	async settle(): Promise<void> {
		await this.frames();
		await this.page.evaluate(pageTimer, quickSuggestionsTimer);
		await this.answered();
		if ((await this.page.locator('.suggest-widget.visible').count()) > 0) return;
		if (await this.ask('overtaken')) await this.answered();
	}

	/** Every completion provider has answered, and the list has been shown. */
	private async answered(): Promise<void> {
		for (let i = 0; i < 2; i++) await this.ask('providers', { kind: 'completion' });
		await this.frames();
		if ((await this.page.locator(laidOutOnly).count()) > 0) await this.frames(showTimer);
	}

	/** The visible rows in order, after settling; waits for a list to show, and throws when none does. */
	async suggestions(): Promise<Suggestion[]> {
		await this.settle();
		return this.until('a list of suggestions', async () => {
			const rows = await suggestionRows(this.page);
			return rows.length > 0 ? rows : undefined;
		});
	}

	/** The visible rows in order after settling, [] when no list shows. */
	async suggestionsNow(): Promise<Suggestion[]> {
		await this.settle();
		return suggestionRows(this.page);
	}

	/** Throws when a list shows after settling; says what is on it. */
	async noSuggestions(): Promise<void> {
		const rows = await this.suggestionsNow();
		if (rows.length > 0) throw new Error(`a list shows: ${rows.map(row => row.label).join(' · ')}`);
	}

	/** Labels of the visible rows, [] when no list shows. */
	async labels(): Promise<string[]> {
		return (await this.suggestionsNow()).map(row => row.label);
	}

	/** Goes to a row (by its label; none: the focused one) and takes it with Enter. */
	async accept(label?: string): Promise<void> {
		await this.suggestions();
		if (label !== undefined) await this.walkTo(`“${label}” on the list`, suggestionRows, row => row.label === label);
		await this.press('Enter');
		await this.frames();
	}

	/** The text beside the list: what is known about the focused row. Shows it when it is hidden. */
	async details(): Promise<string> {
		await this.suggestions();
		const details = this.page
			.locator('.suggest-details-container .suggest-details, .suggest-details')
			.filter({ visible: true })
			.first();
		let wait = 500;
		return this.until('the details of a suggestion', async () => {
			const shown = await details.waitFor({ timeout: wait }).then(
				() => true,
				() => false,
			);
			if (!shown) {
				await this.command('toggleSuggestionDetails');
				wait *= 2; // what a slow machine was about to show by itself is hidden now, and shown by the next try
				return undefined;
			}
			const text = plain(await details.innerText({ timeout: oneTry }).catch(() => ''));
			return text && text !== 'Loading...' ? text : undefined;
		});
	}

	/** Whether what VS Code keeps of this window over a restart has these words; it writes them a moment after they come. */
	keeps(words: string): Promise<boolean> {
		return this.page.evaluate(async wanted => {
			const answer = <T>(request: IDBRequest<T>) =>
				new Promise<T>((done, fail) => {
					request.onsuccess = () => done(request.result);
					request.onerror = () => fail(request.error ?? new Error('no answer'));
				});
			for (const { name } of await indexedDB.databases()) {
				if (!name?.startsWith('vscode-web-state-db')) continue;
				const database = await answer(indexedDB.open(name));
				const values = await answer<unknown[]>(database.transaction('ItemTable').objectStore('ItemTable').getAll());
				database.close();
				if (values.some(value => String(value).includes(wanted))) return true;
			}
			return false;
		}, words);
	}

	// --- hover

	/** Rests the mouse on the nth occurrence of `text` (on its character `at`, from 0) and reads the hover once everybody has said something. */
	async hover(
		text: string,
		{ occurrence = 1, at = 0, timeout = patience }: { occurrence?: number; at?: number; timeout?: number } = {},
	): Promise<Hover> {
		this.rested = [text, occurrence, at];
		return this.until(
			`a hover on ${text}`,
			async () => {
				if (!(await this.restUntilShown(text, occurrence, at))) return undefined;
				await this.ask('providers', { kind: 'hover' });
				await this.frames(50);
				return shownHover(this.page);
			},
			timeout,
		);
	}

	/** Rests the mouse there for one try; whether a hover shows. */
	private async restUntilShown(text: string, occurrence: number, at: number): Promise<boolean> {
		const place = await this.rest(text, occurrence, at);
		if (!place) return false;
		const begin = Date.now();
		for (let nudges = 0; Date.now() - begin < oneTry;) {
			if (await shownHover(this.page)) return true;
			// Later versions now and then ask nobody for a mouse that came and then never moved again, as no hand holds it.
			if (Date.now() - begin > stillness * (nudges + 1))
				await this.page.mouse.move(place.x + 4 + (++nudges % 2), place.y);
			await this.frames(30);
		}
		return false;
	}

	/** Throws when resting the mouse there shows a hover; the one VS Code itself has for a link is none. */
	async noHover(text: string, { occurrence = 1, at = 0 }: { occurrence?: number; at?: number } = {}): Promise<void> {
		await this.until(`${text} on the screen`, () => this.rest(text, occurrence, at));
		await this.frames(600); // editor.hover.delay is 300 ms
		await this.ask('providers', { kind: 'hover' });
		await this.frames();
		const hover = await shownHover(this.page);
		if (hover && !/^Follow link \([^()]*\)$/.test(hover.text)) throw new Error(`a hover shows: ${hover.text}`);
	}

	/** Clicks a link of the shown hover by its text; a hover that went away before, because something was drawn anew, is asked for again. */
	async clickHover(link: string): Promise<void> {
		const target = this.page
			.locator('.monaco-hover:not(.hidden) a', { hasText: link })
			.filter({ visible: true })
			.first();
		await this.until(`the link “${link}” of the hover`, async () => {
			const clicked = await tried(soon => target.click(soon));
			if (!clicked) await this.restUntilShown(...this.rested);
			return clicked;
		});
	}

	/** Opens the menu of quick fixes where the cursor stands, asked for again while the draft is still being looked at, and reads its titles. */
	async quickFixes(): Promise<string[]> {
		const rows = this.page.locator('.action-widget .monaco-list-row.action');
		let wait = 1000;
		return this.until('quick fixes', async () => {
			await this.focus();
			await this.press('Control+.');
			try {
				await rows.first().waitFor({ timeout: wait });
				return (await quickFixRows(this.page)).map(row => row.label);
			} catch {
				await this.press('Escape');
				wait *= 2; // a slow machine may need longer to show them than to say that there are none
				return undefined;
			}
		});
	}

	/** Opens the menu of quick fixes where the cursor stands, again and again until one has these words; its titles. */
	async openQuickFix(words: string): Promise<string[]> {
		let titles: string[] = [];
		return this.until(
			() => Promise.resolve(`the quick fix “${words}”; there are ${titles.join(' · ')}`),
			async () => {
				titles = await this.quickFixes();
				if (titles.some(title => title.includes(words))) return titles;
				await this.press('Escape');
				return undefined;
			},
		);
	}

	/**
	 * Takes the first quick fix that has these words, once it is in the menu, which is opened again where it was closed; with the keys, because in older versions something invisible
	 * lies between the mouse and the menu.
	 */
	async takeQuickFix(words: string): Promise<void> {
		const wanted = ({ label }: Row) => label.includes(words);
		await this.until(`the quick fix “${words}” taken`, async () => {
			if (!(await quickFixRows(this.page)).some(wanted)) await this.openQuickFix(words);
			return tried(soon => this.walkTo(`“${words}” in the menu`, quickFixRows, wanted, soon.timeout));
		});
		await this.press('Enter');
	}

	// --- commands, quick pick, messages, panel

	/**
	 * Runs a command by its title from the command palette, as a person does: where something that was opened before takes the keys late,
	 * and with that closes the palette, the palette is opened again.
	 */
	async run(title: string, timeout = patience): Promise<void> {
		const input = this.page.locator('.quick-input-widget input').filter({ visible: true }).first();
		const row = this.page
			.locator('.quick-input-list .monaco-list-row')
			.filter({ has: this.page.locator('.label-name', { hasText: exactly(title) }) })
			.first();
		const inPalette = () =>
			input.evaluateAll(all => all.some(each => each instanceof HTMLInputElement && each.value.startsWith('>')));
		const chosen = async () => {
			if (!(await inPalette())) {
				await this.press('F1');
				await input.waitFor({ timeout: oneTry });
			}
			// Where the mouse rests on a row, that shows its words over others.
			await this.page.mouse.move(0, 0);
			await input.fill(`>${title}`, { timeout: oneTry });
			await row.click({ timeout: oneTry });
			return true;
		};
		await this.until(
			async () => {
				const shown = (await pickRows(this.page)).map(pick => pick.label);
				return `a command called “${title}”; the palette shows ${shown.join(' · ')}`;
			},
			() => chosen().catch(() => undefined),
			timeout,
		);
		await this.until('the palette to close', async () => ((await inPalette()) ? undefined : true));
	}

	/** Runs a command by its id, past the user interface: to prepare a test. A command that waits for a person is not waited for. */
	async command(id: string, ...args: unknown[]): Promise<unknown> {
		return this.ask('command', { id, args });
	}
	/** What a tool for assistants answers, or why not; a tool may ask the person first. */
	async tool(name: string, input: object): Promise<{ readonly answer?: string; readonly error?: string }> {
		return (await this.ask('tool', { name, input }, 600_000)) as { answer?: string; error?: string };
	}
	/** The names of the tools that assistants may call. */
	async tools(): Promise<string[]> {
		return (await this.ask('tools')) as string[];
	}
	/** Starts a command that will wait for a person (a quick pick): does not wait for its end. */
	start(id: string, ...args: unknown[]): void {
		void this.ask('command', { id, args }, 600_000).catch(() => undefined);
	}

	/** The rows of the open quick pick; waits for one with rows. */
	async picks(): Promise<Pick[]> {
		return this.until('rows of a quick pick', async () => {
			const rows = await pickRows(this.page);
			return rows.length > 0 &&
				!(await this.page.locator('.quick-input-widget .monaco-progress-container.active').isVisible())
				? rows
				: undefined;
		});
	}
	/** Types into the open quick pick or input box, replacing what is there. */
	async pickType(text: string): Promise<void> {
		const input = this.page.locator('.quick-input-widget input').filter({ visible: true }).first();
		await this.until(`“${text}” in the box`, async () => {
			if (!(await tried(soon => input.fill(text, soon)))) return undefined;
			await this.frames(50);
			const values = await input.evaluateAll(all => all.map(each => (each as HTMLInputElement).value));
			return values[0] === text || undefined;
		});
	}
	/**
	 * Opens the search in the palette with its key, and types these words: again, where what was opened before took the keys late and with
	 * that closed the palette.
	 */
	async search(words: string): Promise<void> {
		const input = this.page.locator('.quick-input-widget input').filter({ visible: true }).first();
		await this.until(`the search for “${words}”`, async () => {
			if ((await input.count()) === 0) {
				await this.focus();
				await this.press('Alt+q');
			}
			if (!(await tried(soon => input.fill(words, soon)))) return undefined;
			await this.frames(50);
			const values = await input.evaluateAll(all => all.map(each => (each as HTMLInputElement).value));
			return values[0] === words || undefined;
		});
	}
	/** Goes to the first row of the open quick pick that is wanted, once it is there. */
	focusPick(wanted: (row: Pick) => boolean, awaited = 'a row of the quick pick'): Promise<void> {
		const read = async () => {
			await this.takeKeys();
			return pickRows(this.page);
		};
		return this.walkTo(awaited, read, wanted);
	}
	/** Puts the keys into the open quick pick, where that has stayed open and something else has taken them late. */
	private async takeKeys(): Promise<void> {
		const isElsewhere = await this.page.evaluate(() => {
			const widget = document.querySelector<HTMLElement>('.quick-input-widget');
			return widget !== null && widget.offsetParent !== null && !widget.contains(document.activeElement);
		});
		const input = this.page.locator('.quick-input-widget input').filter({ visible: true }).first();
		if (isElsewhere) await tried(soon => input.focus(soon));
	}
	/**
	 * Presses a button that a row of a list shows while the mouse is on it; where the row moved away from under the mouse before that, the
	 * mouse follows.
	 */
	async pressInRow(row: Locator, button: string): Promise<void> {
		await this.until(`the button ${button} of a row`, async () => {
			await this.page.mouse.move(0, 0);
			return tried(async soon => {
				await row.hover(soon);
				await row.locator(button).first().click(soon);
			});
		});
	}
	/** Clicks on something, with what rested under the mouse before, and shows its words over it, left. */
	async click(target: Locator): Promise<void> {
		await this.until('something to be clicked on', async () => {
			await this.page.mouse.move(0, 0);
			return tried(soon => target.click(soon));
		});
	}
	/** The open question or form once it is as wanted. */
	async form(awaited: string, wanted: (form: Form) => boolean): Promise<Form> {
		let form: Form | undefined;
		return this.until(
			() => Promise.resolve(`${awaited}; open is ${JSON.stringify(form)}`),
			async () => {
				form = await shownForm(this.page);
				return form && wanted(form) ? form : undefined;
			},
		);
	}
	/** Goes to the row of the open quick pick with this label, once it is there, and takes it with Enter. */
	async pick(label: string): Promise<void> {
		await this.focusPick(row => row.label === label, `the row “${label}”`);
		await this.press('Enter');
	}
	/**
	 * Takes an entry of the Explorer's menu of a file or folder. A tree that is drawn anew under the mouse opens the menu of another row, so
	 * a menu is taken only when this row has the focus.
	 */
	async explorerMenu(name: string, title: string): Promise<void> {
		await this.command('workbench.view.explorer');
		const row = this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`);
		await this.chooseMenu(title, async soon => {
			await row.click({ button: 'right', ...soon });
			const menu = this.page.locator('.monaco-menu').first();
			await menu.waitFor(soon);
			if (/\bfocused\b/.test((await row.getAttribute('class', soon)) ?? '')) return;
			await this.press('Escape');
			await menu.waitFor({ state: 'detached', ...soon });
			throw new Error(`the menu of another row than ${name}`);
		});
	}
	/**
	 * Takes an entry of the menu that `opens` opens, once more where it is closed before by what takes the keys, or has no such entry yet.
	 * A menu takes no click before it has stood for a moment, so with the mouse on it, by Enter. The key is pressed only while the menu has
	 * the keyboard: a second one would answer what the entry has opened.
	 */
	async chooseMenu(title: string, opens: (soon: { readonly timeout: number }) => Promise<unknown>): Promise<void> {
		const menu = this.page.locator('.monaco-menu').first();
		const item = menu.locator('.action-item', { has: this.page.locator('.action-label', { hasText: title }) }).first();
		const isOpen = async () => (await menu.count()) > 0;
		let isPressed = false;
		await this.until(`“${title}” taken from the menu`, async () => {
			if (isPressed && !(await hasKeyboard(menu))) return (await isOpen()) ? undefined : true;
			if (!(await isOpen()) && !(await tried(opens))) return undefined;
			await this.page.mouse.move(0, 0);
			if (!(await tried(soon => item.hover(soon)))) return void (await this.press('Escape'));
			if (!/\bfocused\b/.test((await item.getAttribute('class').catch(() => '')) ?? '')) return undefined;
			if (!(await hasKeyboard(menu))) return undefined;
			await this.press('Enter');
			isPressed = true;
			return tried(soon => menu.waitFor({ state: 'detached', ...soon }));
		});
	}

	/** The messages shown at the corner. */
	async notifications(): Promise<string[]> {
		return (await this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts()).map(
			plain,
		);
	}

	/**
	 * The message at the corner that has these words, once it is there. One that was there since messages were cleared last, and went away by
	 * itself while a slow machine did other things, is told once.
	 */
	async message(words: string): Promise<string> {
		return this.until(
			async () => `the message “${words}”; there are ${(await this.notifications()).join(' · ')}`,
			async () => {
				const shown = (await this.notifications()).find(message => message.includes(words));
				const gone = await this.gone('unread', words);
				return shown ?? gone;
			},
		);
	}
	/** What says these words in a message or in the status bar, where sentences stay for some seconds; like `message`. */
	async told(words: string): Promise<string> {
		return this.until(`“${words}” in a message or the status bar`, async () => {
			const shown = [...(await this.notifications()), await this.page.locator('.statusbar').innerText()];
			const [message, passing] = [await this.gone('unread', words), await this.gone('passing', words)];
			return shown.find(each => each.includes(words)) ?? message ?? passing;
		});
	}
	/** What has said these words and may be gone by now; told once. */
	private async gone(where: 'unread' | 'passing', words: string): Promise<string | undefined> {
		const found = await this.page.evaluate(
			([kept, wanted]) => {
				const said = (globalThis as unknown as { messages: Messages }).messages[kept];
				const isWanted = (text: string) => text.replaceAll('\u00a0', ' ').includes(wanted);
				const first = said.find(isWanted);
				said.splice(0, said.length, ...said.filter(text => !isWanted(text)));
				return first;
			},
			[where, words] as const,
		);
		return found === undefined ? undefined : plain(found);
	}
	/**
	 * Presses a button of the message that has these words, and waits until the message is gone. One that went away by itself while a slow
	 * machine did other things is taken from where VS Code keeps it.
	 */
	async answerMessage(words: string, button: string): Promise<void> {
		const message = this.page.locator('.notification-list-item', { hasText: words }).first();
		await this.until(`the button “${button}” of the message “${words}”`, async () => {
			if ((await message.count()) === 0) {
				const isKept = (await this.said()).some(each => each.includes(words));
				if (isKept) await this.command('notifications.showList');
				return undefined;
			}
			return tried(soon => message.locator('.monaco-button', { hasText: button }).click(soon));
		});
		await this.until(`the message “${words}” to go`, async () => ((await message.count()) === 0 ? true : undefined));
		await this.command('notifications.hideList');
	}
	/** All that messages have said since the window was opened, also those that are gone. */
	async said(): Promise<string[]> {
		return this.page.evaluate(() => [...(globalThis as unknown as { messages: Messages }).messages.said]);
	}
	/** Forgets what messages have said. */
	async forgetMessages(): Promise<void> {
		await this.page.evaluate(() => {
			const { said, unread, passing } = (globalThis as unknown as { messages: Messages }).messages;
			said.clear();
			unread.length = passing.length = 0;
		});
	}
	/** Closes all messages; what they said is not told by `message` any more. */
	async clearMessages(): Promise<void> {
		await this.command('notifications.clearAll');
		await this.page.evaluate(() => {
			const { unread, passing } = (globalThis as unknown as { messages: Messages }).messages;
			unread.length = passing.length = 0;
		});
	}
	/** Throws when a message shows at the corner. */
	async noNotifications(): Promise<void> {
		const all = await this.notifications();
		if (all.length > 0) throw new Error(`a message shows: ${all.join(' · ')}`);
	}

	/** The innermost frame of a webview that holds `selector`; waits for it. */
	async frame(selector: string): Promise<Frame> {
		return this.until(`a webview with ${selector}`, async () => {
			for (const frame of this.page.frames()) {
				if (
					frame !== this.page.mainFrame() &&
					!frame.isDetached() &&
					(await frame
						.locator(selector)
						.count()
						.catch(() => 0)) > 0
				)
					return frame;
			}
			return undefined;
		});
	}

	// --- the rest

	/** Diagnostics of the document in front. */
	async problems(): Promise<Problem[]> {
		return (await this.ask('problems')) as Problem[];
	}
	/** Trusts the folder, as a person does: “Manage Workspace Trust”, then “Trust”. */
	async trust(): Promise<void> {
		await this.run('Workspaces: Manage Workspace Trust');
		await this.page.locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' }).first().click();
		await this.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });
	}
	/** Opens a file of the workspace in front; the keys are in it afterwards. */
	async open(file: string): Promise<EditorState> {
		const state = (await this.ask('open', { file })) as EditorState;
		await this.focus();
		await this.frames();
		return state;
	}
	/** Opens a file as a version from its history. */
	async version(file: string): Promise<void> {
		await this.ask('version', { file });
	}
	async save(): Promise<void> {
		await this.ask('save');
	}
	read(file: string): string {
		return readFileSync(join(this.folder, file), 'utf8');
	}
	exists(file: string): boolean {
		return existsSync(join(this.folder, file));
	}
	write(file: string, text: string): void {
		const path = join(this.folder, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
	async setting(key: string, value: unknown): Promise<void> {
		this.set.add(key);
		await this.ask('setting', { key, value });
	}
	async extension(id = 'policy-writing.policy-writing'): Promise<{ found: boolean; active: boolean }> {
		return (await this.ask('extension', { id })) as { found: boolean; active: boolean };
	}
	/** `language uri` of every document the extension host knows. */
	async documents(): Promise<string[]> {
		return (await this.ask('documents')) as string[];
	}
	async clipboard(text?: string): Promise<string> {
		return (await this.ask('clipboard', { text })) as string;
	}

	/**
	 * Asks `question` until it answers something; throws with what was awaited (and how things stand, if that is asked for) when it never
	 * does. What is drawn anew while it is read is read again.
	 */
	async until<T>(
		awaited: string | (() => Promise<string>),
		question: () => Promise<T | undefined>,
		timeout = patience,
	): Promise<T> {
		for (const end = Date.now() + timeout; ;) {
			const answer = await question().catch((error: unknown) => {
				if (Date.now() > end || !shownAnew.test(String(error))) throw error;
				return undefined;
			});
			if (answer !== undefined) return answer;
			if (Date.now() > end)
				throw new Error(`waited ${timeout} ms for ${typeof awaited === 'string' ? awaited : await awaited()}`);
			await this.frames(30);
		}
	}

	/** Moves the focus of a list with the arrow keys to the first row that is wanted, once there is one. */
	private async walkTo<R extends Row>(
		awaited: string,
		read: (page: Page) => Promise<readonly R[]>,
		wanted: (row: R) => boolean,
		timeout = patience,
	): Promise<void> {
		let rows: readonly R[] = [];
		await this.until(
			() => Promise.resolve(`${awaited}; there are ${rows.map(row => row.label).join(' · ')}`),
			async () => {
				rows = await read(this.page);
				const from = rows.findIndex(row => row.focused);
				const to = rows.findIndex(wanted);
				if (to < 0) return undefined;
				if (from === to) return true;
				for (let i = from; i < to; i++) await this.press('ArrowDown');
				for (let i = from; i > to; i--) await this.press('ArrowUp');
				return undefined;
			},
			timeout,
		);
	}

	/** Writes `.vscode-test/pictures/<name>.png` and answers its path. */
	async screenshot(name: string, folder = join(cache, 'pictures')): Promise<string> {
		mkdirSync(folder, { recursive: true });
		const path = join(folder, `${name}.png`);
		await this.page.screenshot({ path });
		return path;
	}

	/** Puts the keys into the editor in front; where that is one of text, they are there afterwards. */
	async focus(): Promise<void> {
		await this.until('the keys in the editor', async () => {
			await this.command('workbench.action.focusActiveEditorGroup');
			return (await this.keysInEditor()) || undefined;
		});
	}
	/** Waits until the keys are in the editor in front, where they are to come by themselves: after an insertion, say. */
	async keysBack(): Promise<void> {
		await this.until('the keys to come back to the editor', async () => (await this.keysInEditor()) || undefined);
	}
	private keysInEditor(): Promise<boolean> {
		return this.page.evaluate(() => {
			const editor = document.querySelector('.editor-group-container.active .monaco-editor');
			return !editor || editor.contains(document.activeElement);
		});
	}
	/** Closes lists, hovers and quick picks. */
	async escape(): Promise<void> {
		await this.leave();
		await this.ask('escape');
	}
	/** Closes a quick pick, and takes the mouse away. */
	private async leave(): Promise<void> {
		if ((await this.page.locator('.quick-input-widget').filter({ visible: true }).count()) > 0)
			await this.press('Escape');
		await this.page.mouse.move(0, 0);
	}

	/** Two frames of the page, `after` milliseconds from now. */
	private async frames(after = 0): Promise<void> {
		await this.page.evaluate(
			wait =>
				new Promise<void>(done => {
					setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), wait);
				}),
			after,
		);
	}

	private async find(text: string, occurrence: number): Promise<number> {
		const all = await this.text();
		let at = -1;
		for (let i = 0; i < occurrence; i++) {
			at = all.indexOf(text, at + 1);
			if (at < 0) throw new Error(`the draft has no occurrence ${i + 1} of ${text}`);
		}
		return at;
	}

	/**
	 * Rests the mouse on a character: the cursor is put before it to learn where it is drawn (lines wrap), and put back. Nothing where it is
	 * not drawn yet.
	 */
	private async rest(
		text: string,
		occurrence: number,
		at: number,
	): Promise<{ readonly x: number; readonly y: number } | undefined> {
		const offset = (await this.find(text, occurrence)) + at;
		const { selections } = await this.state();
		await this.escape();
		await this.ask('select', { ranges: [[offset, offset]] });
		await this.focus();
		await this.frames();
		const box = await this.page.locator('.editor-group-container.active .cursors-layer .cursor').first().boundingBox();
		await this.ask('select', { ranges: selections.map(s => [s.start, s.end]) });
		if (!box) return undefined;
		await this.frames();
		await this.page.mouse.move(box.x + 3, box.y + box.height / 2 - 1);
		await this.page.mouse.move(box.x + 4, box.y + box.height / 2);
		return { x: box.x, y: box.y + box.height / 2 };
	}
}

/** Whether what is typed goes to this menu; the editor's own menus stand in a shadow tree. */
function hasKeyboard(menu: Locator): Promise<boolean> {
	return menu.evaluateAll(found =>
		found.some(node => node.contains((node.getRootNode() as Document | ShadowRoot).activeElement)),
	);
}
