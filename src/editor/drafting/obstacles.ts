// What keeps the extension from helping with a draft although it is there: said in one line, once, with the button that
// mends it; afterwards it stands in the menu of the status bar.
import * as vscode from 'vscode';
import { draftLanguages, isDraft } from '../base/draftDocuments';
import { section } from '../base/settings';

/** Something that stands in the way. */
export interface Obstacle {
	readonly id: string;
	readonly line: string;
	readonly button: string;
	mend(): Thenable<unknown>;
}

const t = vscode.l10n.t;

/** Everything that stands in the way of a document that may be a draft. */
export async function obstaclesOf(document: vscode.TextDocument): Promise<readonly Obstacle[]> {
	if (!(draftLanguages as readonly string[]).includes(document.languageId)) return [];
	if (!isDraft(document)) return oldVersion(document);
	return [...switchedOff(document), ...(await restricted())];
}

/** How a setting of the editor may silence what we offer; `on`: the value that lets it speak. */
interface Switch {
	readonly setting: string;
	readonly on: unknown;
	isOn(value: unknown): boolean;
	/** What of ours is in use and needs it. */
	readonly needs: string;
	readonly line: string;
}

const switches = (): readonly Switch[] => [
	{
		setting: 'quickSuggestions',
		on: { other: 'on', comments: 'off', strings: 'on' },
		isOn: value => value === true || ['on', true].includes((value as { other?: string } | undefined)?.other ?? ''),
		needs: 'completion.enabled',
		line: t('Suggestions while typing are switched off here, so terms are listed only with Alt+/.'),
	},
	{
		setting: 'suggestOnTriggerCharacters',
		on: true,
		isOn: value => value !== false,
		needs: 'completion.enabled',
		line: t('Suggestions on trigger characters are switched off here, so within a sentence nothing is listed.'),
	},
	{
		setting: 'inlineSuggest.enabled',
		on: true,
		isOn: value => value !== false,
		needs: 'continue.enabled',
		line: t('Inline suggestions are switched off here, so no grey text shows how your documents go on.'),
	},
];

/** Settings of the editor, by the person or another extension, for the language of a draft. */
function switchedOff({ uri, languageId }: vscode.TextDocument): readonly Obstacle[] {
	const editor = vscode.workspace.getConfiguration('editor', { uri, languageId });
	const own = vscode.workspace.getConfiguration(section);
	return switches()
		.filter(({ needs, setting, isOn }) => own.get(needs) === true && !isOn(editor.get(setting)))
		.map(({ setting, on, line }) => ({
			id: setting,
			line,
			button: t('Switch on'),
			mend: () => editor.update(setting, on, targetOf(editor.inspect(setting)), true),
		}));
}

/** Where a setting is to be changed so that the change counts: the workspace, where that sets it. */
export function targetOf(found: ReturnType<vscode.WorkspaceConfiguration['inspect']>): vscode.ConfigurationTarget {
	const inWorkspace = found?.workspaceLanguageValue ?? found?.workspaceValue;
	if (inWorkspace !== undefined) return vscode.ConfigurationTarget.Workspace;
	return vscode.ConfigurationTarget.Global;
}

/** A version from the history of a file looks like the file, but nothing is offered or checked in it. */
async function oldVersion({ uri }: vscode.TextDocument): Promise<readonly Obstacle[]> {
	if (!/^(?:git|gitfs|gitlens|review|pr)$/.test(uri.scheme)) return [];
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const file = folder?.with({ path: uri.path });
	const isThere = await Promise.resolve(file && vscode.workspace.fs.stat(file)).then(
		found => found !== undefined,
		() => false,
	);
	if (!file || !isThere) return [];
	const line = t('This is a version from the history: nothing is offered or checked here.');
	return [{ id: 'scheme', line, button: t('Open the file'), mend: () => vscode.window.showTextDocument(file) }];
}

/** In Restricted Mode what the folder's settings say of packs and libraries does not count. */
async function restricted(): Promise<readonly Obstacle[]> {
	if (vscode.workspace.isTrusted) return [];
	const named = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => namesPacks(uri)));
	if (!named.includes(true)) return [];
	return [
		{
			id: 'restricted',
			line: t('Restricted Mode: the packs and libraries that this folder’s settings name are not read.'),
			button: t('Manage trust'),
			mend: () => vscode.commands.executeCommand('workbench.trust.manage'),
		},
	];
}

async function namesPacks(folder: vscode.Uri): Promise<boolean> {
	try {
		const settings = vscode.Uri.joinPath(folder, '.vscode', 'settings.json');
		const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(settings));
		return /"policyWriting\.(?:packs|bibliographies)"/.test(text);
	} catch {
		return false;
	}
}

/** Says each obstacle once; one that was mended and comes back is said again. */
export class Obstacles {
	private readonly key = 'drafting.told';

	constructor(private readonly memory: vscode.Memento) {}

	/** Looks at a document and says what is new; answers everything that stands in the way. */
	async look(document: vscode.TextDocument): Promise<readonly Obstacle[]> {
		const found = await obstaclesOf(document);
		const alreadySaid = this.memory.get<readonly string[]>(this.key, []);
		const isOver = (id: string) => switches().some(({ setting }) => setting === id) && isDraft(document);
		const kept = alreadySaid.filter(id => found.some(one => one.id === id) || !isOver(id));
		const fresh = found.filter(({ id }) => !kept.includes(id));
		if (fresh.length > 0 || kept.length < alreadySaid.length)
			await this.memory.update(this.key, [...kept, ...fresh.map(({ id }) => id)]);
		for (const one of fresh) void tell(one);
		return found;
	}
}

async function tell({ line, button, mend }: Obstacle): Promise<void> {
	if ((await vscode.window.showInformationMessage(line, button)) === button) await mend();
}
