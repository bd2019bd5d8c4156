// Which windows the files of tests that one process runs may share: what a file has given back, and nothing speaks against.
import { readdirSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { holdsDrafts } from './clearing';
import type { Window } from './window';

interface Known {
	readonly kind: string | undefined;
	readonly end: () => Promise<void>;
	/** Tests that passed in it since it was taken; nothing after one that failed. */
	passed: number | undefined;
	/** Whether it has been more than a folder and its editors: nobody can clear that. */
	isMarked: boolean;
}

/** Where VS Code keeps what the extension's view said it wants to have again: for the workspace, in the page. */
const ownView = /[?&]extensionId=policy-writing\.policy-writing\b/;

export class SharedWindows {
	private readonly known = new Map<Window, Known>();
	private readonly free: Window[] = [];

	/** A window that was opened now. `kind`: of what it may be taken for; none for one that is not shared. `end`: ends it. */
	opened(window: Window, kind: string | undefined, end: () => Promise<void>): void {
		this.known.set(window, { kind, end, passed: 0, isMarked: false });
	}

	/** From now on what the page is led to counts: a window that was led elsewhere, or had a view that keeps something, is shared by nobody. */
	isUp(window: Window): void {
		const one = this.known.get(window);
		if (!one) return;
		window.page.on('framenavigated', (frame: Frame) => {
			if (frame === window.page.mainFrame() || ownView.test(frame.url())) one.isMarked = true;
		});
	}

	tested(window: Window, well: boolean): void {
		const one = this.known.get(window);
		if (one) one.passed = well && one.passed !== undefined ? one.passed + 1 : undefined;
	}

	/** Keeps the window for the next who wants one of its kind, or ends it. */
	async giveBack(window: Window): Promise<void> {
		const one = this.known.get(window);
		const isClear = holdsDrafts(readdirSync(window.folder));
		if (one?.kind === undefined || one.isMarked || !one.passed || !isClear) return this.end(window);
		this.free.push(window);
	}

	/** A window of a kind, not in use any more. It is to be cleared before it is used. */
	take(kind: string): Window | undefined {
		const at = this.free.findIndex(window => this.known.get(window)?.kind === kind);
		const [window] = at < 0 ? [] : this.free.splice(at, 1);
		const one = window && this.known.get(window);
		if (one) one.passed = 0;
		return window;
	}

	async end(window: Window): Promise<void> {
		const one = this.known.get(window);
		this.known.delete(window);
		await one?.end();
	}
}
