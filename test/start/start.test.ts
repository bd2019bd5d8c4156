// `npm start` without a desktop VS Code: it prints an address, and what is there is VS Code with the extension and the sample draft.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { browse } from '../support/driver';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'policy-writing-sample-'));
let started: ChildProcess;
let said = '';
let url = '';

beforeAll(async () => {
	cpSync(join(root, 'sample'), folder, { recursive: true });
	started = spawn(process.execPath, ['scripts/start.mjs', '--npm', folder], {
		cwd: root,
		// The machine of a person in China; their browser asks for English, as the one of the tests does
		env: { ...process.env, CI: '1', LC_ALL: 'zh_CN.UTF-8' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	started.stdout!.on('data', chunk => {
		said += String(chunk);
	});
	url = await vi.waitFor(
		() => {
			const address = /^\s*(http:\S+)$/m.exec(said)?.[1];
			if (!address) throw new Error(`no address yet: ${said}`);
			return address;
		},
		{ timeout: 60_000 },
	);
});

afterAll(async () => {
	const ended = new Promise(done => started.once('exit', done));
	started.kill('SIGINT');
	await ended;
	rmSync(folder, { recursive: true, force: true });
});

test('it says which VS Code it took, on a loopback port', () => {
	expect(said).toContain('VS Code that npm carries');
	expect(new URL(url).hostname).toBe('127.0.0.1');
});

test('its help names the folder, and nothing unknown is taken silently', () => {
	const run = (...args: string[]) =>
		spawnSync(process.execPath, ['scripts/start.mjs', ...args], { cwd: root, encoding: 'utf8' });
	const help = run('--help');
	expect(help.status).toBe(0);
	expect(help.stdout).toMatch(/folder[\s\S]*--npm[\s\S]*--locale/);
	const misspelt = run('--hepl');
	expect(misspelt.status).toBe(2);
	expect(misspelt.stderr).toContain('--help');
	const missing = run('no-such-folder');
	expect(missing.status).toBe(1);
	expect(missing.stderr).toContain('no-such-folder');
});

test('without the token nobody gets in', async () => {
	const address = new URL(url);
	address.searchParams.delete('tkn');
	expect((await fetch(address, { redirect: 'manual' })).status).toBe(403);
});

test('the sample draft is open and the extension works in it', async () => {
	const page = await browse(url);
	try {
		await page.waitForSelector('.monaco-editor .view-lines', { timeout: 60_000 });
		const title = readFileSync(join(root, 'sample/report.md'), 'utf8').split('\n')[0]!;
		await expect
			.poll(async () => (await page.locator('.view-line').first().innerText()).replaceAll('\u00a0', ' '), {
				timeout: 20_000,
			})
			.toBe(title);
		// VS Code and the extension speak the language of the machine.
		await expect.poll(() => page.locator('.activitybar').getByRole('tab', { name: '政策写作' }).count()).toBe(1);
		await expect.poll(() => page.locator('.activitybar').getByRole('tab', { name: '资源管理器' }).count()).toBe(1);
		await page.screenshot({ path: join(root, '.vscode-test/pictures/start.png') });
		await page.locator('.view-line').first().click();
		await page.keyboard.press('Control+End');
		await page.keyboard.press('Enter');
		// The extension starts a moment after the draft is shown; a person types on.
		await expect
			.poll(
				async () => {
					await page.keyboard.type('\n要加快发展新质');
					await page.waitForTimeout(700);
					return page.locator('.suggest-widget.visible .monaco-list-row .label-name').allInnerTexts();
				},
				{ timeout: 30_000 },
			)
			.toContain('新质生产力');
	} finally {
		await page.close();
	}
});
