// The files of a pack folder as texts, its records before its full texts. Asked again, only what has changed since is
// read.
import {
	faulty,
	faultOf,
	readAll,
	readKnown,
	stampOf,
	unread,
	unreadable,
	type Fault,
	type Known,
	type PackText,
	type Stamp,
} from '../fileText';
import type { Files, Place } from '../ports';
import { packLimits } from './limits';
import { listPack, type Listed, type Listing } from './listing';
import { mayDiffer, isTouched, type Touched } from './touched';

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
	readonly listed: Listed;
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

	/** `room`: bytes of documents that are read whole; of the others only the front matter is. */
	constructor(
		private readonly files: Files,
		private readonly folder: Place,
		private readonly room: number = packLimits.texts,
	) {}

	/** The folders that were looked into last: the pack's own and those in it. */
	get folders(): readonly Place[] {
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
		const listing = await listPack(this.files, this.folder);
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

	private async record({ name, place, fault }: Listed, touched: Touched): Promise<void> {
		const before = this.known.get(name);
		const now = fault
			? faulty(before, name, JSON.stringify(fault), fault)
			: await readKnown(this.files, place, name, {
					before,
					changed: isTouched(touched, place),
					limit: packLimits.bytes,
				});
		// It was there a moment ago: a link that leads nowhere, or gone, of which a watcher tells.
		this.known.set(name, now ?? faulty(before, name, 'FileNotFound', unreadable('failed')));
	}

	/** The documents that are not known as they should be, in their order. */
	private async wanted(touched: Touched): Promise<Wanted[]> {
		const stamps = new Map<string, Stamp | undefined>();
		const look = this.listing.documents.filter(
			({ name, place, fault }) => !fault && (!this.known.has(name) || mayDiffer(touched, place)),
		);
		for (const some of chunks(look, atOnce))
			await Promise.all(some.map(async ({ name, place }) => stamps.set(name, await stampOf(this.files, place))));
		let room = this.room;
		return this.listing.documents.flatMap(listed => {
			const { name, fault } = listed;
			const before = this.known.get(name);
			if (fault) {
				this.known.set(name, faulty(before, name, JSON.stringify(fault), fault));
				return [];
			}
			const stamp = stamps.has(name) ? stamps.get(name) : before;
			const size = stamp && 'size' in stamp ? stamp.size : 0;
			const whole = size <= room;
			if (whole) room -= size;
			const wanted: Wanted = { listed, stamp, whole };
			return isAsWanted(wanted, before, touched) ? [] : [wanted];
		});
	}

	/** Reads one document; answers its text where that is another one now. */
	private async document(wanted: Wanted, touched: Touched): Promise<PackText | undefined> {
		const { name } = wanted.listed;
		const before = this.known.get(name);
		const now = await this.readDocument(wanted, before, touched);
		this.known.set(name, now);
		return now.text === before?.text ? undefined : now.text;
	}

	private async readDocument(
		{ listed: { name, place }, stamp, whole }: Wanted,
		before: Known | undefined,
		touched: Touched,
	): Promise<Known> {
		const gone = () => faulty(before, name, 'FileNotFound', unreadable('failed'));
		if (!stamp) return gone();
		if ('fault' in stamp) return faulty(before, name, JSON.stringify(stamp.fault), stamp.fault);
		if (whole) return (await readAll(this.files, place, name, stamp, before)) ?? gone();
		if (before?.text.part && before.stamp === stamp.stamp && !isTouched(touched, place)) return before;
		try {
			const text = headOf(await this.files.readStart(place, packLimits.head));
			return { ...stamp, text: { name, text, part: 'head' } };
		} catch (error) {
			const found = faultOf(error);
			return found ? unread(before, name, found.fault) : gone();
		}
	}
}

function isAsWanted({ listed, stamp, whole }: Wanted, before: Known | undefined, touched: Touched): boolean {
	if (!before || !stamp || 'fault' in stamp || before.stamp !== stamp.stamp) return false;
	if (isTouched(touched, listed.place)) return false;
	return before.text.fault !== undefined || (before.text.part === undefined) === whole;
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
