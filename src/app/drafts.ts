// Which files are drafts, and their texts: by their names and in folders that a person works in.
import type { DraftLanguage } from '../core/draft/language';
import { compareCodeUnits } from '../core/text/order';
import { decode } from './decode';
import { FileError, type Files, type Place } from './ports';
import { filesBelow, type WalkedFile } from './walk';
import { entryOf, present } from '../core/text/values/fields';

/** So many drafts of folders are looked at, in so many folders one in the other; none is larger than so many bytes. */
export const draftLimits = { files: 2_000, depth: 20, bytes: 5_000_000 } as const;

/** Why a draft has no text. */
export type UnreadReason = 'encoding' | 'binary' | 'large' | 'failed' | 'link';

const languages: Readonly<Record<string, DraftLanguage>> = {
	md: 'markdown',
	markdown: 'markdown',
	txt: 'plaintext',
	tex: 'latex',
	latex: 'latex',
	ltx: 'latex',
};

/** The language a draft is written in, by the ending of its name; nothing where it has none of a draft. */
export function draftLanguageOf(name: string): DraftLanguage | undefined {
	const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	return entryOf(languages, ending);
}

/** The endings of drafts. */
export function draftEndings(): readonly string[] {
	return Object.keys(languages);
}

/** A folder that drafts are looked for in. */
export interface DraftFolder {
	readonly place: Place;
	/** Whether a file or folder below it is left out, by its path there. */
	readonly leftOut?: (path: string) => boolean;
}

/** The drafts of folders. */
export interface DraftsFound {
	/** Each once, in the order of their names. */
	readonly drafts: readonly WalkedFile[];
	/** Names of drafts that are not looked at, and folders. */
	readonly unread: readonly WalkedFile[];
	/** There are more than are looked at. */
	readonly more: boolean;
}

/** The drafts of folders, without those in `packs`, which are no drafts. */
export async function draftsBelow(
	files: Files,
	folders: readonly DraftFolder[],
	packs: ReadonlySet<Place>,
	stopped: () => boolean = () => false,
): Promise<DraftsFound> {
	const found = new Map<Place, WalkedFile>();
	for (const { place, leftOut } of folders) {
		const walked = await filesBelow(
			files,
			place,
			present({
				wanted: name => draftLanguageOf(name) !== undefined,
				leftOut,
				except: packs,
				// One more than the limit shows that there are more.
				limits: { depth: draftLimits.depth, files: draftLimits.files + 1 },
				stopped,
			}),
		);
		for (const file of walked) if (!found.has(file.place)) found.set(file.place, file);
	}
	const all = [...found.values()];
	const drafts = all.filter(({ left }) => !left).sort((a, b) => compareCodeUnits(a.place, b.place));
	const isTooMuch = ({ left }: WalkedFile) => left?.why === 'files';
	return {
		drafts: drafts.slice(0, draftLimits.files),
		unread: all.filter(file => file.left && !isTooMuch(file)),
		more: drafts.length > draftLimits.files || all.some(isTooMuch),
	};
}

/**
 * The text of a draft without a byte order mark, or why there is none; nothing of a file that is not there any more.
 * `decodeOther`: what a host knows of other encodings than UTF-8 (the editor has a setting); where that fits neither,
 * there are signs of it.
 */
export async function draftText(
	files: Files,
	place: Place,
	decodeOther?: (bytes: Uint8Array) => Promise<string>,
): Promise<{ readonly text: string } | { readonly why: UnreadReason } | undefined> {
	try {
		const found = await files.stat(place);
		if (!found) return undefined;
		if (found.size > draftLimits.bytes) return { why: 'large' };
		const bytes = await files.read(place);
		const decoded = decode(bytes);
		if ('text' in decoded) return { text: decoded.text.replace(/^\ufeff/, '') };
		if (decoded.reason === 'binary' || !decodeOther) return { why: decoded.reason };
		const text = await decodeOther(bytes);
		return text.includes('\ufffd') ? { why: 'encoding' } : { text };
	} catch (error) {
		return error instanceof FileError && error.fault === 'missing' ? undefined : { why: 'failed' };
	}
}

/** Stands below the title of every review report, so that it is not reviewed itself: it quotes what is wrong. */
export const reportMarker = '<!-- policy-writing: report -->';

/**
 * Whether a text is a review report: one that begins with the marker, or has it below a title. The first few lines of a
 * text are enough.
 */
export function isReport(text: string): boolean {
	return text
		.slice(0, 1000)
		.trimStart()
		.replace(/^#[^\r\n]*\s*/, '')
		.startsWith(reportMarker);
}
