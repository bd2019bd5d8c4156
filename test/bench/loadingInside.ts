// What the bench of loading runs inside the extension host: how long until each of a folder's things is in use, and for how long nothing
// else gets its turn meanwhile.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** What is waited for, by what is written to be offered it. */
interface Wanted {
	readonly what: string;
	readonly written: string;
	readonly title: string;
}

/** The longest time the extension host was away from its turns, and the most processor time of one, from now on. */
function longestTurn(): () => { readonly wall: number; readonly processor: number } {
	let wall = 0;
	let processor = 0;
	let at = performance.now();
	let before = process.cpuUsage();
	const turn = () => {
		const { user, system } = process.cpuUsage(before);
		wall = Math.max(wall, performance.now() - at);
		processor = Math.max(processor, (user + system) / 1000);
		at = performance.now();
		before = process.cpuUsage();
		timer = setTimeout(turn, 0);
	};
	let timer = setTimeout(turn, 0);
	return () => {
		clearTimeout(timer);
		return { wall, processor };
	};
}

async function offered(document: vscode.TextDocument): Promise<readonly string[]> {
	const list = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		document.uri,
		document.lineAt(document.lineCount - 1).range.end,
	);
	return list.items.map(item => (typeof item.label === 'string' ? item.label : item.label.label));
}

export async function run(): Promise<void> {
	const write = (line: object) => appendFileSync(join(__dirname, 'results.jsonl'), `${JSON.stringify(line)}\n`);
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (!folder) throw new Error('no folder is open');
	const wanted = JSON.parse(
		new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, 'wanted.json'))),
	) as readonly Wanted[];
	const ended = longestTurn();
	const start = performance.now();
	const used = process.cpuUsage();
	await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'report.md'));
	const drafts = await Promise.all(
		wanted.map(async (one, n) => {
			// In files: a text that is in none is soon shown by the editor, whose cursor then is elsewhere.
			const uri = vscode.Uri.joinPath(folder.uri, `wanted-${n}.md`);
			await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(one.written));
			return { ...one, document: await vscode.workspace.openTextDocument(uri) };
		}),
	);
	for (let waiting = drafts; waiting.length > 0 && performance.now() - start < 200_000;) {
		const left: typeof drafts = [];
		for (const one of waiting) {
			if ((await offered(one.document)).includes(one.title))
				write({ what: one.what, milliseconds: performance.now() - start });
			else left.push(one);
		}
		waiting = left;
		await new Promise(resolve => setTimeout(resolve, 20));
	}
	const { user, system } = process.cpuUsage(used);
	write({ what: 'end', ...ended(), used: (user + system) / 1000 });
}
