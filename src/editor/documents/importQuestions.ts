// What an import asks beside the form: what to import, how closely to look, what to do with a text that is there
// already.
import * as vscode from 'vscode';
import type { OnDuplicate, Planned } from '../../core/service';
import { ask, type Choice } from '../base/form';
import type { Chosen } from './importFiles';

/** The title of everything an import asks. */
export const heading = (): string => vscode.l10n.t('Import documents');

/** Files or folders, from the dialog of the system. Two entries, because most systems show one or the other. */
export async function chooseFiles(): Promise<readonly Chosen[]> {
	const t = vscode.l10n.t;
	const answers = await ask(heading(), () => [
		{
			kind: 'choice',
			key: 'what',
			prompt: t('What do you want to import?'),
			choices: [
				{
					value: 'files',
					label: t('Files…'),
					detail: t(
						'Web pages, texts, Markdown, Word and WPS (docx, doc, wps), PDF, OFD, JSON lists; tables of terms (xlsx, csv)',
					),
					icon: 'file',
				},
				{
					value: 'folder',
					label: t('A folder…'),
					detail: t('Everything in it that can be read, including its subfolders'),
					icon: 'folder',
				},
			],
		},
	]);
	if (!answers) return [];
	const folder = answers.what === 'folder';
	return (
		(await vscode.window.showOpenDialog({
			canSelectFiles: !folder,
			canSelectFolders: folder,
			canSelectMany: true,
			title: heading(),
			openLabel: t('Import'),
			...(folder
				? {}
				: {
						filters: {
							[t('Documents, tables and libraries')]: [
								'html',
								'htm',
								'xhtml',
								'shtml',
								'mht',
								'mhtml',
								'txt',
								'text',
								'md',
								'markdown',
								'docx',
								'docm',
								'doc',
								'wps',
								'pdf',
								'ofd',
								'json',
								'jsonl',
								'ndjson',
								'xlsx',
								'csv',
								'tsv',
								'bib',
								'ris',
								'enw',
								'net',
							],
							[t('All files')]: ['*'],
						},
					}),
		})) ?? []
	);
}

/** Whether each of several documents is looked at before it is saved; nothing when the person leaves. */
export async function chooseManner(count: number): Promise<'all' | 'each' | undefined> {
	const t = vscode.l10n.t;
	const answers = await ask(heading(), () => [
		{
			kind: 'choice',
			key: 'manner',
			prompt: t('{0} documents', count),
			choices: [
				{
					value: 'all',
					label: t('Save all as read'),
					detail: t('What the texts prove of themselves is saved; what is missing is listed in each'),
					icon: 'save-all',
				},
				{
					value: 'each',
					label: t('Look at each'),
					detail: t('Confirm or put right title, author, place and date, one document after the other'),
					icon: 'checklist',
				},
			],
		},
	]);
	return answers?.manner as 'all' | 'each' | undefined;
}

export interface DuplicateAnswer {
	readonly what: OnDuplicate;
	/** The same for all others that come. */
	readonly always: boolean;
}

/** What to do with a document whose text is in the pack; nothing when the person leaves. */
export async function askDuplicate(
	title: string,
	found: Planned,
	several: boolean,
): Promise<DuplicateAnswer | undefined> {
	const t = vscode.l10n.t;
	const relation = found.problems.find(one => one.code === 'import.duplicate')?.data.relation;
	const skip: Choice = {
		value: 'skip',
		label: t('Leave what is there'),
		detail: t('Nothing is written'),
		icon: 'circle-slash',
	};
	const update: Choice = {
		value: 'update',
		label: t('Replace the text'),
		detail: updateDetail(found),
		icon: 'replace-all',
	};
	const holding: Choice = {
		value: 'holding',
		label: t('Add as another place where it was found'),
		detail: t('The text stays; where this copy is from is added to its record'),
		icon: 'add',
	};
	const answers = await ask(title, so => [
		{
			kind: 'choice',
			key: 'what',
			choices: likeliestFirst(relation, { skip, update, holding }),
			prompt:
				relation === 'update'
					? t('Nearly the same text is there already: “{0}”', found.title)
					: t('The same text is there already: “{0}”', found.title),
		},
		...(several && so.what
			? [
					{
						kind: 'choice' as const,
						key: 'always',
						prompt: t('For which documents?'),
						choices: [
							{ value: 'once', label: t('Only for this one'), icon: 'file' },
							{ value: 'always', label: t('For all that are there already'), icon: 'files' },
						],
					},
				]
			: []),
	]);
	return answers && { what: answers.what as OnDuplicate, always: answers.always === 'always' };
}

/** What a new text changes: places that drafts cite by paragraph may move. */
function updateDetail(found: Planned): string {
	const t = vscode.l10n.t;
	const { moved, from, to } = found.problems.find(one => one.code === 'import.duplicate')?.data ?? {};
	const words = t('The new text and what it proves take the place of the old; this can be undone in the file');
	if (moved === undefined || from === undefined || to === undefined) return words;
	return t(
		'Paragraph {0} becomes {1}, {2} paragraphs in all: drafts that cite them by number need changing',
		from,
		to,
		moved,
	);
}

/** What may be done with a text that is there already, in the order of how likely it is meant. */
function likeliestFirst(
	relation: string | number | undefined,
	{ skip, update, holding }: Readonly<Record<OnDuplicate, Choice>>,
): readonly Choice[] {
	if (relation === 'update') return [update, skip, holding];
	if (relation === 'holding') return [holding, skip, update];
	return [skip, update, holding];
}

/** Whether a text that another pack cites is saved as the full text of that source. */
export async function askFullText(title: string, cited: string): Promise<boolean> {
	const t = vscode.l10n.t;
	const answers = await ask(title, () => [
		{
			kind: 'choice',
			key: 'what',
			prompt: t('“{0}” is cited in your packs already', cited),
			choices: [
				{
					value: 'save',
					label: t('Save as its full text'),
					detail: t('Title, author and place are known there; what is found in it leads to one source'),
					icon: 'check',
				},
				{ value: 'out', label: t('Leave this document out'), icon: 'close' },
			],
		},
	]);
	return answers?.what === 'save';
}

/** After a document of several was left: what about the others. */
export async function askGoOn(title: string): Promise<'next' | 'rest' | 'stop'> {
	const t = vscode.l10n.t;
	const answers = await ask(title, () => [
		{
			kind: 'choice',
			key: 'what',
			prompt: t('This document is left out. And the others?'),
			choices: [
				{ value: 'next', label: t('Look at the next one'), icon: 'arrow-right' },
				{ value: 'rest', label: t('Save the others as read'), icon: 'save-all' },
				{ value: 'stop', label: t('Stop here'), detail: t('What you have saved stays'), icon: 'close' },
			],
		},
	]);
	return (answers?.what ?? 'stop') as 'next' | 'rest' | 'stop';
}
