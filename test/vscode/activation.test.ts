// When the extension starts, and how long that takes by VS Code's own account.
import { expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

/** What “Show Running Extensions” says of this extension: milliseconds for reading the bundle and calling `activate`, and why. */
async function account(vs: Window): Promise<{ milliseconds: number; reason: string }> {
	await vs.run('Developer: Show Running Extensions');
	const time = vs.page.locator('.runtime-extensions-editor .extension', { hasText: 'Policy Writing' }).locator('.activation-time');
	await time.waitFor();
	const milliseconds = Number(/(\d+)ms/.exec(await time.innerText())?.[1]);
	await time.hover();
	const reason = await vs.until('the reason of the activation', async () => {
		const texts = await vs.page.locator('.monaco-hover').filter({ hasText: 'Activated by' }).allInnerTexts();
		return texts[0];
	});
	return { milliseconds, reason };
}

test('a folder and a file it is not for do not start it', async () => {
	const vs = await open({ files: { 'data.json': '{}', 'report.md': '# 报告\n' }, show: 'data.json' });
	try {
		// VS Code itself makes invisible plain texts (1.100 at every start, later versions now and then) and wakes extensions for plain text.
		// It is then registered, and has read nothing: the corpus is loaded by the first question about a draft.
		if ((await vs.extension()).active) expect((await account(vs)).reason).toContain('plaintext');
		await vs.open('report.md');
		await vs.until('the extension to start for a draft', async () => (await vs.extension()).active || undefined);
	} finally {
		await vs.close();
	}
});

test('it starts in less than 50 ms', async () => {
	// Windows of a busy machine: the quickest of a few says what the extension itself takes.
	const times: number[] = [];
	for (let i = 0; i < 4 && !times.some(time => time < 50); i++) {
		const vs = await open({ files: { 'report.md': '# 报告\n' } });
		times.push(await account(vs).then(a => a.milliseconds).finally(() => vs.close()));
	}
	console.log(`activation as VS Code ${process.env['VSCODE_VERSION']} reports it: ${times.map(time => `${time} ms`).join(', ')}`);
	expect(Math.min(...times)).toBeLessThan(50);
}, 120_000);
