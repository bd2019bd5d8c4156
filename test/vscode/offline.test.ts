// Nothing leaves the machine: what the pages of a window ask for while the extension is used, its panel included.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreignRequests, open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' } });
});
afterAll(async () => {
	await vs.close();
});

test('using every part of it asks for nothing outside this machine', async () => {
	await vs.draft('发展新质生产力。\n要加快发展|');
	await vs.ime('xinzhi', '新质');
	await vs.suggestions();
	await vs.details();
	await vs.accept();
	await vs.hover('新质生产力');
	await vs.run('Search Citations…');
	await vs.pickType('核心要素');
	await vs.picks();
	await vs.press('Escape');
	await vs.run('Show Citation Panel');
	const panel = await vs.frame('[role=searchbox], input');
	await panel.locator('[role=searchbox], input').first().fill('核心要素');
	await vs.until('something found', async () => (await panel.locator('[role=option]').count()) > 0 || undefined);
	// A page of a webview lives on an address of its own; VS Code's own pages are not ours to judge. Files of the extension have a name there
	// (vscode-resource) that VS Code answers itself; while its worker starts on a busy machine such a name is seen here, too.
	const local = ({ url }: { readonly url: string }) => new URL(url).host.endsWith('.vscode-resource.vscode-cdn.net');
	expect(foreignRequests().filter(request => /webview/.test(request.frame) && !local(request))).toEqual([]);
	console.log(
		`asked for outside this machine by VS Code itself: ${[...new Set(foreignRequests().map(request => new URL(request.url).host))].join(', ') || 'nothing'}`,
	);
});

test('the page of the panel forbids connections', async () => {
	await vs.run('Show Citation Panel');
	const panel = await vs.frame('[role=searchbox], input');
	const policy = await panel.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
	expect(policy).toContain("default-src 'none'");
	expect(policy).not.toMatch(/connect-src|https?:|\*/);
	const refused = await panel.evaluate(() =>
		fetch('https://example.org/').then(
			() => false,
			() => true,
		),
	);
	expect(refused).toBe(true);
});
