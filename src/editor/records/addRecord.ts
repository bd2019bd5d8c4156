// “Add selection as term, formulation, citation” and “Create my own pack”: a short form, then one record more in the
// person's pack.
import * as vscode from 'vscode';
import { nameOf, recordSaying, recordsOf, type TypedKind } from '../../app/newRecords';
import type { PackTools } from '../../core/service';
import { ask, type Answers, type Question } from '../base/form';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import { foldersOf, type PackFolder } from '../packs/folders';
import { packTemplate } from '../packs/template';
import type { Packs } from '../packs/packs';
import { inUse, packExists, writeNew, writePack, writeRecord, type Written } from '../packs/writer';
import { citationQuestions } from './citationForm';
import { formulationQuestions, termQuestions } from './wordingForms';
import { open, type CitedPassage, type FormContext } from './questions';
import { openRecord } from '../sources/view';

/** Registers the commands that add to a person's own pack. */
export function registerAddRecord(host: Host, packs: Packs): vscode.Disposable {
	const add = (id: string, kind: TypedKind, title: () => string, questions: Form['questions']) =>
		command(host.log, `policyWriting.${id}`, (given: unknown) =>
			addRecord(host, packs, { kind, title: title(), questions }, passageIn(given)),
		);
	return vscode.Disposable.from(
		add('addTerm', 'term', () => vscode.l10n.t('Add term'), termQuestions),
		add('addFormulation', 'formulation', () => vscode.l10n.t('Add formulation'), formulationQuestions),
		add('addCitation', 'citation', () => vscode.l10n.t('Add citation'), citationQuestions),
		command(host.log, 'policyWriting.newPack', () => newPack(packs)),
	);
}

interface Form {
	readonly kind: TypedKind;
	readonly title: string;
	readonly questions: (context: FormContext, answers: Answers) => readonly Question[];
}

/** The passage a command was given. From the menu of an editor it is given the file. */
function passageIn(given: unknown): CitedPassage | undefined {
	const { text, source, paragraph } = (given ?? {}) as Partial<Record<keyof CitedPassage, unknown>>;
	return typeof text === 'string' && typeof source === 'string' && typeof paragraph === 'number'
		? { text, source, paragraph }
		: undefined;
}

async function addRecord(host: Host, packs: Packs, form: Form, passage: CitedPassage | undefined): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	const places = await targets(packs, editor?.document.uri);
	if (places.length === 0) return noFolder();
	const [tools, service] = await Promise.all([packs.tools(), packs.settled().then(() => packs.service())]);
	const context: FormContext = {
		corpus: service.corpus,
		tools,
		selection: editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '',
		...(passage ? { passage } : {}),
	};
	const answers = await ask(form.title, so => [
		...form.questions(context, so),
		...(so.known === open ? [] : whereTo(places, so)),
	]);
	if (!answers) return;
	if (answers.known === open) {
		const known = recordSaying(context.corpus, form.kind, answers);
		if (known) await openRecord(host, packs, known);
		return;
	}
	const place = places.find(({ folder }) => folder.uri.toString() === answers.where) ?? places[0]!;
	const taken = (id: string) => service.corpus.record(id) !== undefined || packs.has(id);
	let written: Written | undefined;
	const target = { files: packs.files, tools, folder: place.folder.uri };
	if (!place.exists) await writePack(target, packInfo(packs, tools));
	for (const [kind, record] of recordsOf(form.kind, answers, tools, taken)) {
		written = await writeRecord(target, kind, record);
		packs.touch(written.uri);
	}
	await inUse(packs);
	if (written) reportWritten(nameOf(form.kind, answers), written);
}

/** A pack folder that may be written to, and whether it is there. */
export interface Target {
	readonly folder: PackFolder;
	readonly exists: boolean;
}

/**
 * The first folder of the setting in the workspace folder of the draft; in each workspace folder when the draft is in
 * none.
 */
export async function targets(packs: Packs, draft: vscode.Uri | undefined): Promise<Target[]> {
	const own = draft && vscode.workspace.getWorkspaceFolder(draft);
	const folders = new Map<string, PackFolder>();
	for (const workspace of own ? [own] : (vscode.workspace.workspaceFolders ?? [undefined])) {
		const [first] = foldersOf(workspace, packs.home);
		if (first) folders.set(first.uri.toString(), first);
	}
	return Promise.all([...folders.values()].map(async folder => ({ folder, exists: await packExists(folder.uri) })));
}

/** Asks which pack when there are several, and says so when one has to be made. */
export function whereTo(places: readonly Target[], answers: Answers): Question[] {
	const where: Question[] =
		places.length < 2
			? []
			: [
					{
						kind: 'choice',
						key: 'where',
						prompt: vscode.l10n.t('Into which pack?'),
						choices: places.map(({ folder }) => ({
							value: folder.uri.toString(),
							label: folder.workspace?.name ?? folder.name,
							description: folder.name,
							icon: 'folder',
						})),
					},
				];
	const place = places.length < 2 ? places[0] : places.find(({ folder }) => folder.uri.toString() === answers.where);
	return !place || place.exists
		? where
		: [
				...where,
				{
					kind: 'choice',
					key: 'create',
					prompt: vscode.l10n.t('You have no pack here yet. It is a folder of text files in your workspace.'),
					choices: [
						{
							value: 'create',
							label: vscode.l10n.t('Create my pack and save'),
							detail: pathOf(place.folder),
							icon: 'new-folder',
						},
					],
				},
			];
}

async function newPack(packs: Packs): Promise<void> {
	const places = await targets(packs, vscode.window.activeTextEditor?.document.uri);
	if (places.length === 0) return noFolder();
	const answers =
		places.length < 2
			? {}
			: await ask(vscode.l10n.t('Create my own pack'), () =>
					whereTo(
						places.map(place => ({ ...place, exists: true })),
						{},
					),
				);
	if (!answers) return;
	const place = places.find(({ folder }) => folder.uri.toString() === answers.where) ?? places[0]!;
	const { uri } = place.folder;
	const tools = await packs.tools();
	const pack = await writePack({ files: packs.files, tools, folder: uri }, packInfo(packs, tools));
	for (const [name, text] of packTemplate()) await writeNew(vscode.Uri.joinPath(uri, name), text);
	packs.touch(pack);
	await vscode.window.showTextDocument(vscode.Uri.joinPath(uri, 'terms/mine.yaml'), { preview: false });
	void vscode.window.showInformationMessage(
		place.exists
			? vscode.l10n.t('Your pack was there already: {0}', pathOf(place.folder))
			: vscode.l10n.t('Your pack is ready: {0}', pathOf(place.folder)),
	);
}

/** Name and id of a new pack; the id is one no other pack here has. */
export function packInfo(packs: Packs, tools: PackTools) {
	const ids = new Set(packs.packs().map(({ read }) => read.data.info.id));
	return { id: tools.propose('source', 'mine', id => ids.has(id)), title: vscode.l10n.t('My pack'), language: 'zh-CN' };
}

export function reportWritten(what: string, { uri, unsaved }: Written): void {
	const name = vscode.workspace.asRelativePath(uri);
	// In a message `[words](command:…)` would be a link that runs something.
	const short = [...what].slice(0, 24).join('').replaceAll('](', '] (') + ([...what].length > 24 ? '…' : '');
	const show = vscode.l10n.t('Show it');
	const save = vscode.l10n.t('Save');
	const message = unsaved
		? vscode.l10n.t('“{0}” was added to {1}, which has unsaved changes. Save the file to use it.', short, name)
		: vscode.l10n.t('“{0}” was added to {1}.', short, name);
	void vscode.window.showInformationMessage(message, ...(unsaved ? [save, show] : [show])).then(async chosen => {
		if (chosen === save)
			await vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString())?.save();
		if (chosen !== show) return;
		const document = await vscode.workspace.openTextDocument(uri);
		const end = document.lineAt(document.lineCount - 1).range.end;
		await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
	});
}

/** Says that a pack needs a folder, with the way to open one. */
export function noFolder(): void {
	const choose = vscode.l10n.t('Open folder…');
	void vscode.window
		.showInformationMessage(
			vscode.l10n.t(
				'Your pack is kept in the folder you work in, but no folder is open. Open the folder of your drafts first.',
			),
			choose,
		)
		.then(chosen => chosen === choose && vscode.commands.executeCommand('workbench.action.files.openFolder'));
}

function pathOf(folder: PackFolder): string {
	return folder.inside !== undefined && folder.workspace
		? `${folder.workspace.name}/${folder.inside}`
		: folder.uri.fsPath;
}
