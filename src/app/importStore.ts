// Documents that an import has planned → files of a pack: laid down beside their places first, then moved there, so
// that nobody ever sees half of one.
import { withComments, withHead } from '../core/corpus/yaml/keptComments';
import type { Planned } from '../core/documents/plan';
import { FileError, type Files, type Place } from './ports';
import { present } from '../core/text/values/fields';

/** Puts another text in the place of a file's own; a FileError where that cannot be. */
export type ReplaceText = (place: Place, change: (before: string) => string) => Promise<void>;

/** A document that was saved, or why it was not. */
export interface Stored {
	readonly planned: Planned;
	readonly place: Place;
	/** What was left out of it, for people to look at. */
	readonly report?: Place;
	readonly reason?: string;
}

interface Waiting {
	readonly planned: Planned;
	/** Where it lies until it is moved; of a replaced one only the report. */
	readonly document?: Place;
	readonly report?: Place;
	/** Why it could not be laid down. */
	readonly reason?: string;
}

/** Files moved side by side. */
const together = 50;

const minute = 60_000;
const day = 24 * 60 * minute;

/** Replaces a file that nobody has open. */
export function replaceFile(files: Files): ReplaceText {
	return async (place, change) => {
		const there = await files.stat(place);
		const before = there ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(place)) : '';
		const mark = /^\uFEFF?/.exec(before)?.[0] ?? '';
		const after = change(before.slice(mark.length));
		await files.write(place, new TextEncoder().encode(mark + joinedLines(before, after)), true);
	};
}

/** A text with the line ends that another one begins with. */
function joinedLines(before: string, after: string): string {
	return /^[^\n]*\r\n/.test(before) ? after.replace(/\r?\n/g, '\r\n') : after;
}

/** What an import writes into one pack. */
export class ImportStore {
	private readonly staging: Place;
	private waiting: Promise<Waiting>[] = [];
	private laidDown = 0;

	/**
	 * `begun`: when the import began, a name no other one has. `existed`: whether the folder of the pack was there
	 * before; one that was not goes again with what was laid down, if nothing came into it.
	 */
	constructor(
		private readonly files: Files,
		private readonly folder: Place,
		private readonly options: {
			readonly begun: number;
			readonly existed: boolean;
			readonly replace: ReplaceText;
		},
	) {
		this.staging = files.join(folder, `.import-${options.begun.toString(36)}`);
	}

	/** Whether there is nothing to commit. */
	get isEmpty(): boolean {
		return this.waiting.length === 0;
	}

	/**
	 * Lays a document down beside its place; nothing is in the pack before `commit`, which also tells what could not be
	 * laid down.
	 */
	async put(planned: Planned): Promise<void> {
		if (planned.text === undefined) return;
		const laid = this.layBoth(planned);
		this.waiting.push(laid); // in the order of calls, whichever is laid down first
		await laid;
	}

	/** What lies beside its place: name in the pack and bytes. */
	async laid(): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
		const documents = (await Promise.all(this.waiting)).flatMap(({ planned, document }) =>
			document === undefined ? [] : [{ name: planned.name, document }],
		);
		return Promise.all(documents.map(async ({ name, document }) => ({ name, bytes: await this.files.read(document) })));
	}

	/** Moves everything that was laid down to its place; answers what became of each. */
	async commit(): Promise<Stored[]> {
		const waiting = await Promise.all(this.waiting);
		this.waiting = [];
		const stored: Stored[] = [];
		const fresh = waiting.filter(each => each.document !== undefined);
		for (let at = 0; at < fresh.length; at += together)
			stored.push(...(await Promise.all(fresh.slice(at, at + together).map(each => this.place(each)))));
		// Perhaps of one that is new.
		for (const each of waiting) if (each.document === undefined) stored.push(await this.place(each));
		return stored;
	}

	/** Takes away what was laid down and not moved; the pack is as it was. */
	async clear(): Promise<void> {
		await Promise.all(this.waiting);
		this.waiting = [];
		if (this.laidDown > 0) await this.files.remove(this.staging).catch(() => undefined);
		this.laidDown = 0;
		if (!this.options.existed) await removeEmpty(this.files, this.folder);
	}

	private async layBoth(planned: Planned): Promise<Waiting> {
		try {
			const document = planned.action === 'new' ? await this.lay(planned.text ?? '') : undefined;
			const report = planned.report && (await this.lay(planned.report.text));
			// A long list of documents is not held in memory; only what replaces an older text is.
			return { planned: document === undefined ? planned : withoutTexts(planned), document, report };
		} catch (error) {
			return { planned, reason: reasonOf(error) };
		}
	}

	private async lay(text: string): Promise<Place> {
		const place = this.files.join(this.staging, `${String(++this.laidDown)}.md`);
		await this.files.write(place, new TextEncoder().encode(text), false);
		return place;
	}

	private async place(waiting: Waiting): Promise<Stored> {
		const { planned } = waiting;
		const { files } = this;
		let place = this.folder;
		if (waiting.reason !== undefined) return { planned, place, reason: waiting.reason };
		try {
			place = files.join(this.folder, planned.name);
			await this.placeDocument(waiting, place);
		} catch (error) {
			return { planned, place, reason: reasonOf(error) };
		}
		try {
			const report = await this.placeReport(waiting);
			return present({ planned, place, report });
		} catch (error) {
			if (planned.action === 'new') await files.remove(place).catch(() => undefined);
			return { planned, place, reason: reasonOf(error) };
		}
	}

	private async placeDocument({ planned, document }: Waiting, place: Place): Promise<void> {
		if (document !== undefined) return this.move(document, place, planned.name, false);
		const change = planned.action === 'holding' ? withHead : withComments;
		return this.options.replace(place, before => change(before, planned.text ?? ''));
	}

	private async placeReport({ planned, report }: Waiting): Promise<Place | undefined> {
		if (!planned.report) return undefined;
		const place = this.files.join(this.folder, planned.report.name);
		if (report !== undefined) await this.move(report, place, planned.report.name, true);
		return place;
	}

	/** Some file systems make no folders for what is moved. */
	private async move(from: Place, to: Place, name: string, over: boolean): Promise<void> {
		const parent = name.replace(/\/?[^/]*$/, '');
		await this.files.makeFolder(parent === '' ? this.folder : this.files.join(this.folder, parent));
		await this.files.move(from, to, over);
	}
}

function withoutTexts(planned: Planned): Planned {
	return { ...planned, text: '', ...(planned.report ? { report: { name: planned.report.name, text: '' } } : {}) };
}

function reasonOf(error: unknown): string {
	return error instanceof FileError ? error.reason : 'failed';
}

/** Takes a folder away in which nothing is. */
async function removeEmpty(files: Files, folder: Place): Promise<void> {
	const entries = await files.list(folder).catch(() => undefined);
	if (entries?.length === 0) await files.remove(folder).catch(() => undefined);
}

/** What a file is called that is half written. */
const half = /^\.(?:\d+-\d+(?:-\d+)?|[0-9a-f-]{36})\.tmp$/;

/**
 * Takes away what imports that broke off have left in a pack. For the one who holds its lock; `crashed`: the one before
 * has not given it free, so that nothing is too young to go.
 */
export async function sweepPack(files: Files, folder: Place, crashed: boolean, now: number): Promise<void> {
	for (const { name, kind, link } of await files.list(folder).catch(() => [])) {
		const begun = /^\.import-(?:table-)?([0-9a-z]{8,9})$/.exec(name)?.[1];
		const place = files.join(folder, name);
		if (begun !== undefined) {
			if (crashed || now - parseInt(begun, 36) > day) await files.remove(place).catch(() => undefined);
		} else if (kind === 'folder' && !link) {
			await sweepPack(files, place, crashed, now);
		} else if (half.test(name)) {
			const modified = (await files.stat(place).catch(() => undefined))?.modified ?? now;
			if (crashed || now - modified > minute) await files.remove(place).catch(() => undefined);
		}
	}
}
