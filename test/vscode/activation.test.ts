// When the extension starts, and how long that takes by VS Code's own account.
import { expect, test } from 'vitest';
import { open } from '../support/driver';
import { tried } from '../support/patience.mjs';
import { slowness } from '../support/slowness';
import type { Window } from '../support/window';

/** So that every row of “Show Running Extensions” is on the screen. */
const tall = 1800;

/** What “Show Running Extensions” says of this extension: milliseconds for reading the bundle and calling `activate`, and why. */
async function account(vs: Window): Promise<{ milliseconds: number; reason: () => Promise<string> }> {
	await vs.run('Developer: Show Running Extensions');
	const time = vs.page
		.locator('.runtime-extensions-editor .extension', { hasText: 'Policy Writing' })
		.locator('.activation-time');
	await time.waitFor();
	const milliseconds = Number(/(\d+)ms/.exec(await time.innerText())?.[1]);
	const reason = () =>
		vs.until('the reason of the activation', async () => {
			await vs.page.mouse.move(0, 0);
			await tried(soon => time.hover(soon));
			const hover = vs.page.locator('.monaco-hover', { hasText: 'Activated by' });
			await tried(soon => hover.first().waitFor(soon));
			return (await hover.allInnerTexts())[0];
		});
	return { milliseconds, reason };
}

test('a folder and a file it is not for do not start it', async () => {
	const vs = await open({ files: { 'data.json': '{}', 'report.md': '# 报告\n' }, show: 'data.json', height: tall });
	try {
		// VS Code itself makes invisible plain texts (1.100 at every start, later versions now and then) and wakes extensions for plain text.
		// It is then registered, and has read nothing: the corpus is loaded by the first question about a draft.
		const { active } = await vs.extension();
		if (active) {
			const { reason } = await account(vs);
			await expect.poll(reason).toContain('plaintext');
		}
		await vs.open('report.md');
		await vs.until('the extension to start for a draft', async () => (await vs.extension()).active || undefined);
	} finally {
		await vs.close();
	}
});

test('it starts in less than 50 ms', async () => {
	// VS Code's clock runs on while the machine does other things, most of all while a window opens: so the draft is opened afterwards, the
	// quickest of a few windows says what the extension itself takes, on a slow or busy machine so many times longer. (inside/ measures the
	// processor's time as well.)
	const times: number[] = [];
	const limit = () => 50 * slowness();
	for (let i = 0; i < 4 && !times.some(time => time < 50); i++) {
		const vs = await open({ files: { 'data.json': '{}', 'report.md': '# 报告\n' }, show: 'data.json', height: tall });
		try {
			await vs.open('report.md');
			await vs.until('the extension to start', async () => (await vs.extension()).active || undefined);
			times.push((await account(vs)).milliseconds);
		} finally {
			await vs.close();
		}
	}
	console.log(
		`activation as VS Code ${process.env['VSCODE_VERSION']} reports it: ${times.map(time => `${time} ms`).join(', ')} (limit now ${Math.round(limit())} ms)`,
	);
	expect(Math.min(...times)).toBeLessThan(limit());
});
