// “Push My Documents to the Group’s Library…”: which packs, how many documents, a yes, and what came of it.
import * as vscode from 'vscode';
import type { GroupConnection, PushAnswer, PushedDocument } from '../../app/library/connection';
import type { PackTools, PolicyService } from '../../core/service';
import { decode } from '../../app/decode';
import type { Host } from '../base/host';
import type { OwnPack } from '../packs/folders';
import type { Packs } from '../packs/packs';
import type { LibraryName } from './consent';
import { faultSentence } from './words';

const t = vscode.l10n.t;

export interface PushContext {
	readonly host: Host;
	readonly packs: Packs;
	readonly library: LibraryName;
	readonly connection: GroupConnection;
}

/** Asks what is to be pushed, and pushes it. */
export async function pushDocuments(context: PushContext): Promise<void> {
	await context.packs.settled();
	const chosen = await choosePacks(context.packs.packs().filter(pack => filesOf(pack).length > 0));
	if (!chosen) return;
	const service = await context.host.service();
	const tools = await context.packs.tools();
	const documents = chosen.flatMap(pack => filesOf(pack).map(file => pushed(pack, file, tools, service)));
	if (!(await mayPush(documents.length, context.library))) return;
	const answer = await push(context, documents, false);
	if (!answer) return;
	const replaced = await tell(answer);
	if (!replaced) return;
	const differing = documents.filter(({ name }) => answer.differing.includes(name));
	const again = await push(context, differing, true);
	if (again) await tell(again);
}

/** The names of the documents of a pack, whether they are loaded or not. */
function filesOf({ read: { data } }: OwnPack): readonly string[] {
	return [...(data.documents ?? []), ...(data.unread ?? [])].map(({ file }) => file);
}

async function choosePacks(packs: readonly OwnPack[]): Promise<readonly OwnPack[] | undefined> {
	if (packs.length === 0) {
		void vscode.window.showInformationMessage(t('You have no documents to push: import some first.'));
		return undefined;
	}
	if (packs.length === 1) return packs;
	const rows = packs.map(pack => ({
		label: pack.folder.name,
		description: t('{0} documents', filesOf(pack).length),
		pack,
	}));
	const chosen = await vscode.window.showQuickPick(rows, {
		title: t('Push to the group’s library'),
		placeHolder: t('Whose documents are to be pushed?'),
		canPickMany: true,
	});
	return chosen && chosen.length > 0 ? chosen.map(({ pack }) => pack) : undefined;
}

async function mayPush(count: number, { server, index }: LibraryName): Promise<boolean> {
	const go = t('Push');
	const chosen = await vscode.window.showWarningMessage(
		t('Push {0} documents to the group’s library?', count),
		{
			modal: true,
			detail: t(
				'Their full text and the fields of their sources go to “{1}” on {0}, where everybody in the group can read them. What is there already is left.',
				server,
				index,
			),
		},
		go,
	);
	return chosen === go;
}

/** A document as it is in its file. */
function pushed(pack: OwnPack, file: string, tools: PackTools, service: PolicyService): PushedDocument {
	return {
		name: `${pack.folder.name}/${file}`,
		async read() {
			const decoded = decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(pack.folder.uri, file)));
			if ('reason' in decoded) return { file, code: 'file.unreadable' };
			const { data } = tools.read([{ name: file, text: decoded.text }], 'pack');
			const [text] = data.documents ?? [];
			if (!text) return { file, code: 'document.head' };
			const source = data.sources[0] ?? service.corpus.source(text.source);
			return {
				name: text.source,
				version: '',
				source: text.source,
				title: source?.title ?? text.source,
				...(source?.issued !== undefined && { date: source.issued }),
				paragraphs: text.paragraphs,
				...(text.layout && { layout: text.layout }),
				...(source && { provenance: { ...source } }),
			};
		},
	};
}

/** Pushes while the person sees how far it is and can stop it; nothing where the server refuses. */
async function push(
	{ host, connection }: PushContext,
	documents: readonly PushedDocument[],
	update: boolean,
): Promise<PushAnswer | undefined> {
	try {
		return await vscode.window.withProgress(
			{
				location: vscode.ProgressLocation.Notification,
				title: t('Pushing to the group’s library'),
				cancellable: true,
			},
			(progress, token) => {
				const signal = { aborted: false };
				token.onCancellationRequested(() => (signal.aborted = true));
				const at = ({ done, total }: { readonly done: number; readonly total: number }) =>
					progress.report({ message: t('{0} of {1}', done, total) });
				return connection.pusher({ update, signal, progress: at }).push(documents);
			},
		);
	} catch (error) {
		const { fault } = error as { readonly fault?: Parameters<typeof faultSentence>[0] };
		if (fault === undefined) throw error;
		host.log.error('group’s library: pushing', String(error));
		void vscode.window.showErrorMessage(
			fault === 'forbidden'
				? t('You may read the group’s library, but not write to it: whoever runs the server gives that right.')
				: `${faultSentence(fault)} ${t('What was pushed stays; the next push goes on.')}`,
		);
		return undefined;
	}
}

/** Says what came of it; whether those that differ are to be replaced. */
async function tell({
	put,
	updated,
	same,
	differing,
	problems,
	refused,
	passages,
	cancelled,
}: PushAnswer): Promise<boolean> {
	const said = [
		t(
			'Pushed: {0} new, {1} replaced, {2} there already; {3} paragraphs.',
			put.length,
			updated.length,
			same.length,
			passages,
		),
		cancelled && t('Stopped; the next push goes on.'),
		problems.length > 0 &&
			t('{0} could not be read: {1}', problems.length, problems.map(({ file }) => file).join(', ')),
		refused.length > 0 && refusedWords(refused),
		differing.length > 0 &&
			t('{0} have other words there and were left: {1}', differing.length, differing.slice(0, 5).join(', ')),
	];
	const replace = t('Replace them');
	const buttons = differing.length > 0 ? [replace] : [];
	const chosen = await vscode.window.showInformationMessage(said.filter(Boolean).join(' '), ...buttons);
	return chosen === replace;
}

/** Which the server did not take, and the first with why. */
function refusedWords(refused: PushAnswer['refused']): string {
	const files = refused.slice(0, 5).map(({ file }) => file);
	const [first] = refused;
	return t(
		'{0} were not taken by the server: {1} ({2})',
		refused.length,
		files.join(', '),
		(first?.reason ?? '').slice(0, 100),
	);
}
