// The other drafts of a workspace as texts whose wording continues the one that is written: the newest of them, read in
// pauses, and only those that have changed.

import { linesOf, LineRegions, type DraftWording, type Region } from '../../core/service';
import { draftLanguageOf, isReport, type Unread } from '../drafts';
import type { Files, Place } from '../ports';

/** So many drafts count, and so many characters of them. */
export const wordingLimits = { drafts: 200, characters: 1_000_000 } as const;

/** A draft as it lies there now. */
interface FoundDraft {
	readonly place: Place;
	readonly version: string;
	readonly modified: number;
}

/** What drafts are looked at with. */
export interface WordingReader {
	readonly files: Pick<Files, 'stat'>;
	/** The text of a file, or what is in the way. */
	text(place: Place): Promise<{ readonly text: string } | Unread | undefined>;
	/** The name of a draft as people read it. */
	titleOf(place: Place): string;
	/** Lets others have their turn. */
	pause(): Promise<void>;
}

/** Hands drafts to whoever holds them; answers the names of those whose lines are lacking. */
export type HoldDrafts = (drafts: readonly DraftWording[]) => Promise<readonly string[] | undefined>;

export class WorkspaceWording {
	/** Characters of the drafts that were read, by place and version. */
	private lengths = new Map<string, number>();

	constructor(private readonly reader: WordingReader) {}

	/** Has the newest of some drafts held, and no others; a draft that was held in this version is not read again. */
	async hold(places: readonly Place[], hold: HoldDrafts, isStopped: () => boolean): Promise<void> {
		const newest = await this.newest(places);
		this.lengths = new Map([...this.lengths].filter(([key]) => newest.some(draft => keyOf(draft) === key)));
		if (isStopped()) return;
		const lacking = new Set(await hold(this.within(newest).map(draft => this.wordingOf(draft))));
		const read = new Map<Place, readonly string[]>();
		for (const draft of newest) {
			const isKnown = this.lengths.has(keyOf(draft));
			if (isKnown && !lacking.has(draft.place)) continue;
			if (!this.within(newest).includes(draft)) break;
			await this.reader.pause();
			if (isStopped()) return;
			const lines = await this.linesOf(draft.place);
			this.lengths.set(keyOf(draft), sumOf(lines));
			read.set(draft.place, lines);
		}
		if (read.size > 0 && !isStopped())
			await hold(this.within(newest).map(draft => this.wordingOf(draft, read.get(draft.place))));
	}

	private async newest(places: readonly Place[]): Promise<readonly FoundDraft[]> {
		const found: FoundDraft[] = [];
		for (const place of places) {
			const language = draftLanguageOf(place);
			if (language !== 'markdown' && language !== 'plaintext') continue;
			await this.reader.pause();
			const stat = await this.reader.files.stat(place).catch(() => undefined);
			if (stat?.kind !== 'file') continue;
			found.push({ place, version: `${stat.size} ${stat.modified}`, modified: stat.modified });
		}
		return found.sort((a, b) => b.modified - a.modified).slice(0, wordingLimits.drafts);
	}

	/** Those that fit into what is held, as far as their lengths are known: the first that does not fit ends it. */
	private within(newest: readonly FoundDraft[]): readonly FoundDraft[] {
		let left: number = wordingLimits.characters;
		const end = newest.findIndex(draft => (left -= this.lengths.get(keyOf(draft)) ?? 0) < 0);
		return end < 0 ? newest : newest.slice(0, end);
	}

	private wordingOf({ place, version }: FoundDraft, lines?: readonly string[]): DraftWording {
		return { name: place, version, title: this.reader.titleOf(place), ...(lines && { lines }) };
	}

	/** What cannot be read, and a report of what is wrong in a draft, has nothing to say. */
	private async linesOf(place: Place): Promise<readonly string[]> {
		const read = await this.reader.text(place);
		if (!read || 'why' in read || isReport(read.text)) return [];
		return proseLines(read.text, draftLanguageOf(place) ?? 'plaintext');
	}
}

const keyOf = ({ place, version }: FoundDraft): string => `${version} ${place}`;

const sumOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0);

/** The lines of a draft, each in its place, without what is no prose: code, front matter, notes, keys, addresses. */
export function proseLines(text: string, language: string): readonly string[] {
	const lines = linesOf(text);
	const regions = new LineRegions(language, lines);
	return Array.from({ length: lines.count }, (_, at) => withoutRegions(lines.line(at), regions.of(at)));
}

function withoutRegions(line: string, regions: readonly Region[]): string {
	let prose = '';
	let at = 0;
	for (const { start, end } of regions) {
		prose += line.slice(at, Math.max(at, start));
		at = Math.max(at, end);
	}
	return prose + line.slice(at);
}
