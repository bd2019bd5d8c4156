// “Import Documents…”: from what was chosen to documents in the pack, each file whole or not at all.
import * as vscode from 'vscode';
import { ImportStore, sweepPack, type Stored } from '../../app/importStore';
import {
	isTableName,
	type ImportProblem,
	type OnDuplicate,
	type PackTools,
	type Planned,
	type ProvedFields,
} from '../../core/service';
import { packInfo, targets, whereTo, noFolder, type Target } from '../records/addRecord';
import { ask, holdPlace } from '../base/form';
import { ImportClient } from '../../workers/import/client';
import type { ImportContext } from './importContext';
import { findFiles, problem, toRead, type Chosen, type FoundFile } from './importFiles';
import { askFields } from './importForm';
import type { Imported, Outcome } from './importOutcome';
import { tellPack } from './importPack';
import type { ReadAnswer, ReadDocument } from '../../workers/import/protocol';
import { askDuplicate, askFullText, askGoOn, chooseManner, heading } from './importQuestions';
import { replaceText } from './replaceText';
import { importLibrary } from './importLibrary';
import { importTable, type TableOutcome } from './importTable';
import { giveFree, readyPack } from './packLock';
import { writePack } from '../packs/writer';

/** Milliseconds that reading one file may take; then its thread is ended, and the next file gets another. */
const patience = 120_000;

/** Documents of one file that are planned and laid down side by side. */
const together = 50;

type Telling = vscode.Progress<{ message?: string; increment?: number }>;

/** Imports what was chosen; nothing when the person leaves before anything is read. */
export async function importDocuments(
	context: ImportContext,
	chosen: readonly Chosen[],
): Promise<Imported | undefined> {
	const { packs } = context;
	const near =
		chosen.find(
			(one): one is vscode.Uri => one instanceof vscode.Uri && vscode.workspace.getWorkspaceFolder(one) !== undefined,
		) ?? vscode.window.activeTextEditor?.document.uri;
	const places = await targets(packs, near);
	if (places.length === 0) {
		noFolder();
		return undefined;
	}
	const answers = await ask(heading(), so => whereTo(places, so));
	if (!answers) return undefined;
	const place = places.find(({ folder }) => folder.uri.toString() === answers.where) ?? places[0]!;
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: heading(), cancellable: true },
		async (progress, token) => {
			await packs.settled();
			const found = await findFiles(packs.files, chosen, place.folder.uri, token);
			const documents = found.filter(file => !file.problem && !isTableName(file.name)).length;
			const manner = documents > 1 ? await chooseManner(documents) : undefined;
			if (token.isCancellationRequested || (documents > 1 && !manner)) return undefined;
			const lock = await readyPack(context, place.folder.uri, token, progress);
			if (!lock) return undefined;
			const run = new ImportRun(context, place, await packs.tools(), token, manner);
			try {
				await sweepPack(packs.files, place.folder.uri.toString(), lock.left, Date.now());
				await run.all(found, progress);
				return await run.done();
			} finally {
				await giveFree(context, place.folder.uri, lock);
				await run.close();
			}
		},
	);
}

class ImportRun {
	private readonly client: ImportClient;
	private readonly store: ImportStore;
	private readonly files: Outcome[] = [];
	private readonly stored: Stored[] = [];
	private readonly tables: TableOutcome[] = [];
	private skipped = 0;
	private left = 0;
	private stopped = false;
	/** What the person said is to be done with all texts that are there already. */
	private always: OnDuplicate | undefined;
	private several = false;
	/** What stands between the forms of two documents. */
	private between: vscode.Disposable | undefined;

	constructor(
		private readonly context: ImportContext,
		private readonly place: Target,
		private readonly tools: PackTools,
		private readonly token: vscode.CancellationToken,
		private manner: 'all' | 'each' | undefined,
	) {
		const { packs, host, start } = context;
		this.store = new ImportStore(packs.files, place.folder.uri.toString(), {
			begun: Date.now(),
			existed: place.exists,
			replace: replaceText,
		});
		this.client = new ImportClient(start, async ask =>
			tellPack(ask, packs, (await host.service()).corpus, place.folder.uri, await this.store.laid()),
		);
	}

	async all(found: readonly FoundFile[], progress: Telling): Promise<void> {
		this.several = found.length > 1;
		for (const [i, file] of found.entries()) {
			if (this.token.isCancellationRequested) this.stopped = true;
			if (this.stopped) return;
			progress.report({
				message: found.length > 1 ? vscode.l10n.t('{0} of {1}: {2}', i + 1, found.length, file.name) : file.name,
				increment: 100 / found.length,
			});
			const problems = await this.file(file, progress);
			if (problems.length > 0) this.files.push({ name: file.name, problems });
		}
	}

	/** What was saved and what was not; after a stop nothing is left of what nobody has looked at. */
	async done(): Promise<Imported> {
		this.between?.dispose();
		if (this.stopped) await this.store.clear();
		else await this.commit();
		this.context.packs.touch();
		await this.context.packs.settled(); // what is told of is in use
		const { files, stored, skipped, left, tables, stopped } = this;
		return { folder: this.place.folder.uri, files, stored, skipped, left, tables, stopped };
	}

	async close(): Promise<void> {
		this.between?.dispose();
		this.client.end();
		await this.store.clear();
	}

	/** Reads one file, saves what is to be saved of it; answers what there is to tell. */
	private async file(file: FoundFile, progress: Telling): Promise<readonly ImportProblem[]> {
		const library = await importLibrary(this.context, this.place, this.tools, file);
		if (library) {
			this.tables.push(library);
			return library.problems;
		}
		const input = await toRead(this.context.packs.files, file, await this.client.paths());
		if ('code' in input) return [input];
		if (isTableName(file.name)) {
			const done = await importTable(this.context, this.client, this.place, this.tools, input, {
				patience,
				stopping: this.token,
			});
			if (done !== 'document') return this.table(done);
		}
		const reply = await this.client.ask({ type: 'read', file: input }, patience, this.token);
		if ('none' in reply) {
			if (reply.none !== 'stopped') {
				this.context.host.log.warn(`import: ${file.name}: ${reply.none} ${reply.why}`);
				return [problem('import.unreadable', { reason: reply.none === 'time' ? 'time' : 'memory' })];
			}
			this.stopped = true;
			return [];
		}
		return this.documents(file.name, reply.value, progress);
	}

	private table(done: TableOutcome | 'stopped'): readonly ImportProblem[] {
		if (done === 'stopped') this.stopped = true;
		else this.tables.push(done);
		return done === 'stopped' ? [] : done.problems;
	}

	private async documents(
		name: string,
		{ documents, problems }: ReadAnswer,
		progress: Telling,
	): Promise<ImportProblem[]> {
		const reported = [...problems];
		if (this.manner === undefined && documents.length > 1) {
			this.manner = await chooseManner(documents.length);
			this.several = true;
			if (this.manner === undefined) this.stopped = true;
		}
		for (let from = 0; from < documents.length; from += together) {
			const some = documents.slice(from, from + together);
			if (documents.length > together)
				progress.report({ message: vscode.l10n.t('{0} of {1}: {2}', from + 1, documents.length, name) });
			// What is saved as read is planned ahead: the thread answers in order.
			const ahead =
				this.manner === 'all' ? some.map((_, i) => this.plan(from + i, undefined, this.always ?? 'skip')) : [];
			// The first that fails is waited for, the others fail with it
			for (const each of ahead) each.catch(() => undefined);
			const laid: Promise<void>[] = [];
			for (const [i, document] of some.entries()) {
				if (this.token.isCancellationRequested) this.stopped = true;
				if (this.stopped) break;
				const planned = await this.document(name, document, from + i, ahead[i]);
				if (!planned) continue;
				reported.push(...planned.problems);
				laid.push(this.store.put(planned));
				if (this.manner === 'all') continue;
				await Promise.all(laid);
				await this.commit();
			}
			await Promise.all(laid);
			if (this.stopped) break;
		}
		return reported;
	}

	/** What is to be written of a document; nothing when it is left out. */
	private async document(
		name: string,
		document: ReadDocument,
		at: number,
		ahead: Promise<Planned> | undefined,
	): Promise<Planned | undefined> {
		const title = vscode.l10n.t('Import “{0}”', document.source.title ?? name);
		const planned = await (ahead ?? this.plan(at, undefined, this.always ?? 'skip'));
		const what = planned.action === 'skip' ? await this.duplicate(title, planned) : (this.always ?? 'skip');
		if (planned.action === 'skip' && what === 'skip') {
			this.skipped++;
			return planned;
		}
		if (this.manner === 'all' || what === 'holding')
			return planned.action === 'skip' ? this.plan(at, undefined, what) : planned;
		const cited = planned.problems.find(one => one.code === 'import.cited');
		if (!cited) return this.confirmed(title, name, document, { at, what, planned });
		if (await askFullText(title, String(cited.data.title))) return planned;
		await this.forget(planned);
		await this.leave(title);
		return undefined;
	}

	/** What the person wants to be done with a text that is there already. */
	private async duplicate(title: string, planned: Planned): Promise<OnDuplicate> {
		if (this.always !== undefined) return this.always;
		const answer = await askDuplicate(title, planned, this.several);
		if (answer?.always) this.always = answer.what;
		return answer?.what ?? 'skip';
	}

	/** A document with its fields as the person wants them; nothing when it is left out. */
	private async confirmed(
		title: string,
		name: string,
		document: ReadDocument,
		{ at, what, planned }: { readonly at: number; readonly what: OnDuplicate; readonly planned: Planned },
	): Promise<Planned | undefined> {
		if (planned.action === 'new') await this.forget(planned);
		const fields = await askFields(
			{ title, several: this.several },
			document,
			name.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
			this.tools,
		);
		this.between?.dispose();
		if (fields) {
			if (this.several) this.between = holdPlace(heading(), vscode.l10n.t('Reading the next document…'));
			return this.plan(at, fields, what);
		}
		await this.leave(title);
		return undefined;
	}

	private async leave(title: string): Promise<void> {
		this.left++;
		if (!this.several) return;
		const on = await askGoOn(title);
		if (on === 'stop') this.stopped = true;
		if (on === 'rest') this.manner = 'all';
	}

	private async plan(at: number, source: ProvedFields | undefined, onDuplicate: OnDuplicate): Promise<Planned> {
		const reply = await this.client.ask({ type: 'plan', at, ...(source ? { source } : {}), onDuplicate }, patience);
		if ('none' in reply) throw new Error(`plan: ${reply.none} ${reply.why}`);
		return reply.value;
	}

	private async forget(planned: Planned): Promise<void> {
		await this.client.ask({ type: 'forget', planned }, patience);
	}

	private async commit(): Promise<void> {
		const { place, tools } = this;
		const { packs } = this.context;
		if (this.store.isEmpty) return;
		await writePack({ files: packs.files, tools, folder: place.folder.uri }, packInfo(packs, tools));
		for (const each of await this.store.commit()) {
			this.stored.push(each);
			if (each.reason === undefined) continue;
			this.files.push({ name: each.planned.title, problems: [problem('import.unwritten', { reason: each.reason })] });
			await this.forget(each.planned);
		}
	}
}
