// The files of a pack folder as texts, its records before its full texts. Asked again, only what has changed since is
// read.
import * as vscode from 'vscode';
import {
	faulty,
	inTime,
	faultOf,
	readAll,
	readKnown,
	stampOf,
	unreadable,
	type Fault,
	type Known,
	type PackText,
	type ReadHead,
	type Stamp,
} from './fileRead';
import { packLimits } from './limits';
import { listPack, type Listed, type Listing } from './listing';
import { mayDiffer, type Touched } from './touched';

/** So many files are asked for at a time: an answer takes long to come, and little to make. */
const atOnce = 32;

/** How far the reading of documents is. */
export interface DocumentsRead {
	readonly done: number;
	readonly total: number;
	/** What has been read since the last step. */
	readonly fresh: readonly PackText[];
}

/** A document that is to be looked at: what was seen of it, and whether there is room for all of it. */
interface Wanted {
	readonly name: string;
	readonly stamp: Stamp | undefined;
	readonly whole: boolean;
}

/** What was read of one pack folder. */
export class PackFiles {
	private known = new Map<string, Known>();
	private listing: Listing = { records: [], documents: [], folders: [] };
	/** Looks that were given up may still have an answer to come: the next one waits for it. */
	private reading: Promise<void> = Promise.resolve();
	/** Whether there is such a folder. */
	there = false;
	/** Why the folder, which is there, cannot be looked into. */
	fault: Fault | undefined;

	constructor(
		private readonly folder: vscode.Uri,
		private readonly head: ReadHead = async (uri, bytes) =>
			(await vscode.workspace.fs.readFile(uri)).subarray(0, bytes),
	) {}

	/** The folders that were looked into last: the pack's own and those in it. */
	get folders(): readonly vscode.Uri[] {
		return this.listing.folders;
	}

	/** What is known of the files that are there, the records first. */
	texts(): PackText[] {
		return [...this.listing.records, ...this.listing.documents].flatMap(({ name }) => this.known.get(name)?.text ?? []);
	}

	/** Whether documents are there that nothing is known of yet. */
	get waiting(): boolean {
		return this.listing.documents.some(({ name }) => !this.known.has(name));
	}

	/** Looks what there is, and reads the records; when `dropped` says so it stops early. */
	readRecords(touched: Touched, dropped: () => boolean): Promise<void> {
		this.reading = this.reading.then(() => this.look(touched, dropped));
		return this.reading;
	}

	private async look(touched: Touched, dropped: () => boolean): Promise<void> {
		if (dropped()) return;
		const listing = await listPack(this.folder);
		this.there = listing !== undefined && !('fault' in listing);
		this.fault = listing && 'fault' in listing ? listing.fault : undefined;
		if (!listing || 'fault' in listing) {
			this.known.clear();
			this.listing = { records: [], documents: [], folders: [] };
			return;
		}
		this.listing = listing;
		const there = new Set([...listing.records, ...listing.documents].map(({ name }) => name));
		for (const name of [...this.known.keys()]) if (!there.has(name)) this.known.delete(name);
		for (const files of chunks(listing.records, atOnce)) {
			if (dropped()) break;
			await Promise.all(files.map(file => this.record(file, touched)));
		}
	}

	/**
	 * Reads the documents, a few at a time. As long as there is room they are read whole, then their front matter. What
	 * nothing was told of is not looked at again.
	 */
	async *readDocuments(touched: Touched): AsyncGenerator<DocumentsRead, void> {
		const total = this.listing.documents.length;
		const wanted = await this.wanted(touched);
		let done = total - wanted.length;
		for (const files of chunks(wanted, atOnce)) {
			const read = await Promise.all(files.map(file => this.document(file, touched)));
			done += files.length;
			yield { done, total, fresh: read.flatMap(text => text ?? []) };
		}
	}

	private async record({ name, fault }: Listed, touched: Touched): Promise<void> {
		const uri = vscode.Uri.joinPath(this.folder, name);
		const before = this.known.get(name);
		const now = fault
			? faulty(before, name, JSON.stringify(fault), fault)
			: await readKnown(uri, name, before, touched.uris.has(uri.toString()), packLimits.bytes);
		// It was there a moment ago: a link that leads nowhere, or gone, of which a watcher tells.
		this.known.set(name, now ?? faulty(before, name, 'FileNotFound', unreadable('failed')));
	}

	/** The documents that are not known as they should be, in their order. */
	private async wanted(touched: Touched): Promise<Wanted[]> {
		const stamps = new Map<string, Stamp | undefined>();
		const look = this.listing.documents.filter(
			({ name, fault }) => !fault && (!this.known.has(name) || mayDiffer(touched, this.uriOf(name).toString())),
		);
		for (const files of chunks(look, atOnce))
			await Promise.all(files.map(async ({ name }) => stamps.set(name, await stampOf(this.uriOf(name)))));
		let room: number = packLimits.texts;
		return this.listing.documents.flatMap(({ name, fault }) => {
			const before = this.known.get(name);
			if (fault) {
				this.known.set(name, faulty(before, name, JSON.stringify(fault), fault));
				return [];
			}
			const stamp = stamps.has(name) ? stamps.get(name) : before;
			const size = stamp && 'size' in stamp ? stamp.size : 0;
			const whole = size <= room;
			if (whole) room -= size;
			return this.asWanted(name, before, stamp, whole, touched) ? [] : [{ name, stamp, whole }];
		});
	}

	private asWanted(
		name: string,
		before: Known | undefined,
		stamp: Stamp | undefined,
		whole: boolean,
		touched: Touched,
	): boolean {
		if (!before || !stamp || 'fault' in stamp || before.stamp !== stamp.stamp) return false;
		if (touched.uris.has(this.uriOf(name).toString())) return false;
		return before.text.fault !== undefined || (before.text.part === undefined) === whole;
	}

	/** Reads one document; answers its text where that is another one now. */
	private async document({ name, stamp, whole }: Wanted, touched: Touched): Promise<PackText | undefined> {
		const before = this.known.get(name);
		const now = await this.readDocument(name, stamp, whole, before, touched);
		this.known.set(name, now);
		return now.text === before?.text ? undefined : now.text;
	}

	private async readDocument(
		name: string,
		stamp: Stamp | undefined,
		whole: boolean,
		before: Known | undefined,
		touched: Touched,
	): Promise<Known> {
		const gone = () => faulty(before, name, 'FileNotFound', unreadable('failed'));
		if (!stamp) return gone();
		if ('fault' in stamp) return faulty(before, name, JSON.stringify(stamp.fault), stamp.fault);
		const uri = this.uriOf(name);
		if (whole) return (await readAll(uri, name, stamp, before)) ?? gone();
		if (before?.text.part && before.stamp === stamp.stamp && !touched.uris.has(uri.toString())) return before;
		try {
			return { ...stamp, text: { name, text: headOf(await inTime(this.head(uri, packLimits.head))), part: 'head' } };
		} catch (error) {
			const found = faultOf(error);
			return found ? faulty(before, name, stamp.stamp, found.fault) : gone();
		}
	}

	private uriOf(name: string): vscode.Uri {
		return vscode.Uri.joinPath(this.folder, name);
	}
}

/** The front matter of a document. What has none within so much is told of where it is read whole. */
function headOf(bytes: Uint8Array): string {
	const text = new TextDecoder().decode(bytes);
	const end = /\n(?:---|\.\.\.)[ \t]*\r?\n/.exec(text);
	return text.slice(0, end ? end.index + end[0].length : undefined);
}

function* chunks<T>(list: readonly T[], size: number): Generator<readonly T[]> {
	for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
