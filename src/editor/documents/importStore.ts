// Writes planned documents into a pack folder: beside their place first, then moved there, so that nobody ever sees
// half of one.
import * as vscode from 'vscode';
import { withComments, withHead, type Planned } from '../../core/service';
import { codeOf } from './importFiles';

const day = 24 * 60 * 60 * 1000;

/** Files moved side by side. */
const together = 50;

interface Waiting {
	readonly planned: Planned;
	/** Where it lies until it is moved; of a replaced one only the report. */
	readonly document?: vscode.Uri;
	readonly report?: vscode.Uri;
}

/** A document that was saved, or why it was not. */
export interface Stored {
	readonly planned: Planned;
	readonly uri: vscode.Uri;
	readonly report?: vscode.Uri;
	readonly reason?: string;
}

export class ImportStore {
	private readonly staging: vscode.Uri;
	private waiting: Promise<Waiting>[] = [];
	private next = 0;
	/** The folder for what is laid down, once it is being made. */
	private made: Thenable<void> | undefined;

	/**
	 * `run`: a name no other import has. `existed`: whether the folder was there before the import; one that was not goes
	 * again with what was laid down.
	 */
	constructor(
		private readonly folder: vscode.Uri,
		run: string,
		private existed: boolean,
	) {
		this.staging = vscode.Uri.joinPath(folder, `.import-${run}`);
	}

	/** Whether there is nothing to commit. */
	get isEmpty(): boolean {
		return this.waiting.length === 0;
	}

	/** Lays a document down beside its place; nothing is in the pack before `commit`. */
	async put(planned: Planned): Promise<void> {
		if (planned.text === undefined) return;
		const laid = this.layBoth(planned);
		this.waiting.push(laid); // in the order of calls, whichever is laid down first
		await laid;
	}

	private async layBoth(planned: Planned): Promise<Waiting> {
		const document = planned.action === 'new' ? await this.lay(planned.text ?? '') : undefined;
		const report = planned.report && (await this.lay(planned.report.text));
		// A long list of documents is not held in memory; only what replaces an older text is.
		const light: Planned = document
			? { ...planned, text: '', ...(planned.report ? { report: { name: planned.report.name, text: '' } } : {}) }
			: planned;
		return { planned: light, document, report };
	}

	/**
	 * Takes away what an import that broke off with its window laid down more than a day ago; a younger one may still run
	 * in another window.
	 */
	async tidy(): Promise<void> {
		const entries = await vscode.workspace.fs.readDirectory(this.folder).then(undefined, () => []);
		for (const [name] of entries) {
			const begun = /^\.import-(?:table-)?([0-9a-z]{8,9})$/.exec(name)?.[1];
			if (begun === undefined || Date.now() - parseInt(begun, 36) < day) continue;
			await vscode.workspace.fs
				.delete(vscode.Uri.joinPath(this.folder, name), { recursive: true, useTrash: false })
				.then(undefined, () => undefined);
		}
	}

	/** What lies beside its place: name in the pack and bytes. */
	async laid(): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
		const files = (await Promise.all(this.waiting)).flatMap(({ planned, document }) =>
			document ? [{ name: planned.name, document }] : [],
		);
		return Promise.all(
			files.map(async ({ name, document }) => ({ name, bytes: await vscode.workspace.fs.readFile(document) })),
		);
	}

	/** Moves everything that was laid down to its place; answers what became of each. */
	async commit(): Promise<Stored[]> {
		const waiting = await Promise.all(this.waiting);
		this.waiting = [];
		const stored: Stored[] = [];
		if (waiting.length > 0) this.existed = true;
		for (const folder of new Set(
			waiting
				.flatMap(({ planned }) => [planned.name, planned.report?.name ?? planned.name])
				.map(name => name.replace(/[^/]*$/, '')),
		))
			await vscode.workspace.fs.createDirectory(this.inside(folder));
		const fresh = waiting.filter(each => each.document);
		for (let at = 0; at < fresh.length; at += together)
			stored.push(...(await Promise.all(fresh.slice(at, at + together).map(each => this.place(each)))));
		for (const each of waiting) if (!each.document) stored.push(await this.place(each)); // perhaps of one that is new
		await this.clear();
		return stored;
	}

	/** Takes away what was laid down and not moved; the pack is as it was. */
	async clear(): Promise<void> {
		this.waiting = [];
		if (this.next === 0) return;
		this.next = 0;
		this.made = undefined;
		await vscode.workspace.fs
			.delete(this.staging, { recursive: true, useTrash: false })
			.then(undefined, () => undefined);
		if (!this.existed)
			await vscode.workspace.fs
				.delete(this.folder, { recursive: false, useTrash: false })
				.then(undefined, () => undefined);
	}

	private async lay(text: string): Promise<vscode.Uri> {
		const uri = vscode.Uri.joinPath(this.staging, `${++this.next}.md`);
		await (this.made ??= vscode.workspace.fs.createDirectory(this.staging));
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
		return uri;
	}

	private async place({ planned, document, report }: Waiting): Promise<Stored> {
		const uri = this.inside(planned.name);
		const beside = planned.report && this.inside(planned.report.name);
		const fresh = planned.action === 'new';
		try {
			if (document) await vscode.workspace.fs.rename(document, uri, { overwrite: false });
			else await replace(uri, planned);
		} catch (error) {
			return { planned, uri, reason: error instanceof Unsaved ? 'unsaved' : codeOf(error) };
		}
		try {
			if (report && beside) await vscode.workspace.fs.rename(report, beside, { overwrite: true });
			return { planned, uri, ...(beside ? { report: beside } : {}) };
		} catch (error) {
			if (fresh) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
			return { planned, uri, reason: codeOf(error) };
		}
	}

	/** The place of a name inside the pack; a name that would lead out of it is refused. */
	private inside(name: string): vscode.Uri {
		const uri = vscode.Uri.joinPath(this.folder, name);
		if (!uri.path.startsWith(`${this.folder.path.replace(/\/$/, '')}/`)) throw new Error('outside');
		return uri;
	}
}

class Unsaved extends Error {}

/**
 * Puts another text in the place of a file's own, as one edit; a file with changes that are not saved stays as it is.
 */
async function replace(uri: vscode.Uri, { action, text = '' }: Planned): Promise<void> {
	const document = await vscode.workspace.openTextDocument(uri);
	if (document.isDirty) throw new Unsaved();
	const edit = new vscode.WorkspaceEdit();
	edit.replace(
		uri,
		document.validateRange(new vscode.Range(0, 0, Number.MAX_SAFE_INTEGER, 0)),
		(action === 'holding' ? withHead : withComments)(document.getText(), text),
	);
	if (!(await vscode.workspace.applyEdit(edit)) || !(await document.save()))
		throw new Error('the editor refused to change the file');
}
