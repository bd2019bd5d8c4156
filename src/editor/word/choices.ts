// What a person chooses before a draft becomes a Word file: the layout, and how citations are written.
import * as vscode from 'vscode';
import type { FinishStyle, WordLayout } from '../../core/service';

interface Choice<T> extends vscode.QuickPickItem {
	readonly value: T;
}

/** What was chosen last, until the window is closed: it stands first. */
const last: { layout?: ChosenLayout; style?: FinishStyle } = {};

/** A layout of ours, the template that is set, or one to be chosen. */
export type ChosenLayout = WordLayout | 'template' | 'other';

/** The layout; nothing when the question is left. `template`: the name of the one that is set. */
export async function chooseLayout(template: string | undefined): Promise<ChosenLayout | undefined> {
	const t = vscode.l10n.t;
	const own: Choice<ChosenLayout> = {
		value: 'template',
		label: t('Template: {0}', template ?? ''),
		detail: t('Page, header, footer and styles of your template'),
	};
	const chosen = await vscode.window.showQuickPick<Choice<ChosenLayout>>(
		lastFirst(last.layout, [
			...[own].filter(() => template !== undefined),
			{
				value: 'official',
				label: t('Official document'),
				description: 'GB/T 9704',
				detail: t('22 lines of 28 characters, 仿宋, 一、（一）1.（1） by their fonts, page numbers — 1 —'),
			},
			{
				value: 'report',
				label: t('Report'),
				detail: t('Title page, contents, numbered figures and tables, page numbers in the middle'),
			},
			{ value: 'other', label: t('Choose a template…'), detail: t('Page, header, footer and styles of your template') },
		]),
		{ title: t('Export to Word'), placeHolder: t('Which layout?') },
	);
	last.layout = chosen?.value ?? last.layout;
	return chosen?.value;
}

/** How citations are written; nothing when the question is left. */
export async function chooseStyle(): Promise<FinishStyle | undefined> {
	const t = vscode.l10n.t;
	const chosen = await vscode.window.showQuickPick<Choice<FinishStyle>>(
		lastFirst(last.style, [
			{
				value: 'footnote',
				label: t('Footnotes'),
				detail: t('A source in full the first time, afterwards the number of that note'),
			},
			{ value: 'numeric', label: t('Numbers'), detail: t('Numbers in the text and the reference list at the end') },
			{ value: 'note', label: t('Notes in the text'), detail: t('Each source in brackets where it is cited') },
		]),
		{ title: t('Export to Word'), placeHolder: t('How are citations written?') },
	);
	last.style = chosen?.value ?? last.style;
	return chosen?.value;
}

function lastFirst<T>(value: T | undefined, choices: readonly Choice<T>[]): readonly Choice<T>[] {
	return [...choices].sort((a, b) => Number(b.value === value) - Number(a.value === value));
}
