// “New Draft…”: a paper of a kind that people write, with its front matter and headings, as a snippet: Tab goes from
// field to field. Nothing is on the disk before the person saves.
import * as vscode from 'vscode';
import type { Host } from '../base/host';

/** Outlines as snippets/drafts.json has them, by name. */
type Outlines = Readonly<Record<string, { readonly body: readonly string[]; readonly description: string }>>;

/** A name that is taken is counted up, up to so many. */
const highest = 99;

/** Asks for the kind of paper and opens it; `folder`: where it is to be saved, else the first of the workspace. */
export async function newDraft(host: Host, folder: vscode.Uri | undefined): Promise<void> {
	const file = vscode.Uri.joinPath(host.extensionUri, 'snippets', 'drafts.json');
	const outlines = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Outlines;
	const chosen = await vscode.window.showQuickPick(rowsOf(outlines), {
		title: vscode.l10n.t('New draft'),
		placeHolder: vscode.l10n.t('What will you write? Tab goes from field to field; nothing is saved before you do.'),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	if (!chosen) return;
	const { label, body } = chosen;
	const editor = await vscode.window.showTextDocument(await emptyDocument(label, folder), { preview: false });
	await editor.insertSnippet(new vscode.SnippetString(onDay(body, new Date())), new vscode.Position(0, 0));
}

type OutlineRow = vscode.QuickPickItem & { readonly body: string };

/** The kinds, each with what it is for and its headings. */
function rowsOf(outlines: Outlines): readonly OutlineRow[] {
	return Object.entries(outlines).map(([label, { body, description }]) => ({
		label,
		description: description.replace(`${label}：`, ''),
		detail: body
			.flatMap(line => /^## (.*)$/.exec(line)?.[1] ?? [])
			.map(heading => heading.replace(/\$\{\d+(?::([^}]*))?\}/g, (_, name?: string) => name ?? '……'))
			.join('　'),
		body: body.join('\n'),
	}));
}

/** The field for the date begins with the day on which the draft is begun. */
export function onDay(body: string, day: Date): string {
	const words = `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
	return body.replace(/\$\{(\d+):日期\}/g, (_, number: string) => `\${${number}:${words}}`);
}

/** A document that will be saved in the folder, under a name that is free there; without a folder it has none yet. */
async function emptyDocument(name: string, given: vscode.Uri | undefined): Promise<vscode.TextDocument> {
	const folder = given ?? vscode.workspace.workspaceFolders?.[0]?.uri;
	const uri = folder && (await freeName(folder, name));
	if (!uri) return vscode.workspace.openTextDocument({ language: 'markdown' });
	// Without an authority: the editor saves it in the file system that the workspace is in.
	return vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'untitled', path: uri.path }));
}

async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri | undefined> {
	for (let count = 1; count <= highest; count++) {
		const uri = vscode.Uri.joinPath(folder, `${[name, count].slice(0, count).join(' ')}.md`);
		const isOpen = vscode.workspace.textDocuments.some(one => one.uri.path === uri.path);
		if (!isOpen && !(await exists(uri))) return uri;
	}
	return undefined;
}

const exists = (uri: vscode.Uri): Promise<boolean> =>
	Promise.resolve(vscode.workspace.fs.stat(uri)).then(
		() => true,
		() => false,
	);
