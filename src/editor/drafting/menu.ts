// The menu behind the item of the status bar: what can be paused, looked at, handed in.
import * as vscode from 'vscode';
import { section } from '../base/settings';
import { targetOf, type Obstacle } from './obstacles';

const t = vscode.l10n.t;

type MenuRow = vscode.QuickPickItem & { readonly run?: () => unknown };

/** What a person may want silent for a while: a setting that is on by default. */
interface Pause {
	readonly setting: string;
	readonly pause: string;
	readonly resume: string;
}

/** Each thing that can be paused is a row. */
const pauses = (): readonly Pause[] => [
	{
		setting: 'review.enabled',
		pause: t('Pause checking while writing'),
		resume: t('Resume checking while writing'),
	},
	{
		setting: 'completion.enabled',
		pause: t('Pause suggestions'),
		resume: t('Resume suggestions'),
	},
	{
		setting: 'continue.enabled',
		pause: t('Pause grey text'),
		resume: t('Show grey text'),
	},
];

/** Whether anything is paused; what is off unless it is asked for is not. */
export function isPaused(): boolean {
	const settings = vscode.workspace.getConfiguration(section);
	return pauses().some(
		({ setting }) => settings.get(setting) === false && settings.inspect(setting)?.defaultValue === true,
	);
}

/** Shows the menu. `about`: the draft in a few words; `findings`: of it. */
export async function showMenu(about: string, findings: string, obstacles: readonly Obstacle[]): Promise<void> {
	const { document } = vscode.window.activeTextEditor ?? {};
	const go = (label: string, command: string, detail?: string): MenuRow => ({
		label,
		...(detail === undefined ? {} : { description: detail }),
		run: () => vscode.commands.executeCommand(command),
	});
	const inMarkdown: readonly MenuRow[] =
		document?.languageId === 'markdown' ? [go(`$(open-preview) ${t('Preview')}`, 'markdown.showPreviewToSide')] : [];
	const rows: readonly MenuRow[] = [
		...obstacles.map(({ line, button, mend }) => ({ label: `$(warning) ${button}`, detail: line, run: mend })),
		go(`$(checklist) ${t('Open the review')}`, 'policyWriting.review.focus', findings),
		...pauses().map(pauseRow),
		separator(t('Hand in')),
		...inMarkdown,
		go(`$(file-symlink-file) ${t('Export to Word…')}`, 'policyWriting.exportWord'),
		go(`$(export) ${t('Export finished copy…')}`, 'policyWriting.exportFinishedCopy'),
		separator(''),
		go(`$(new-file) ${t('New draft…')}`, 'policyWriting.newDraft'),
		{
			label: `$(gear) ${t('Settings')}`,
			run: () => vscode.commands.executeCommand('policyWriting.openSettings'),
		},
	];
	const chosen = await vscode.window.showQuickPick(rows, { title: about, placeHolder: t('What do you want to do?') });
	await chosen?.run?.();
}

const separator = (label: string): MenuRow => ({ label, kind: vscode.QuickPickItemKind.Separator });

function pauseRow({ setting, pause, resume }: Pause): MenuRow {
	const settings = vscode.workspace.getConfiguration(section);
	const target = targetOf(settings.inspect(setting));
	if (settings.get(setting) !== false)
		return { label: `$(debug-pause) ${pause}`, run: () => settings.update(setting, false, target) };
	return {
		label: `$(debug-start) ${resume}`,
		run: async () => {
			// Without a value of its own it is on by default, unless another place says otherwise.
			await settings.update(setting, undefined, target);
			if (vscode.workspace.getConfiguration(section).get(setting) === false)
				await settings.update(setting, true, target);
		},
	};
}
