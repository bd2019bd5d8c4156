// Which files are drafts, and their texts: by their names and in folders that a person works in.
import type { DraftLanguage } from '../core/draft/language';
import { decodeText } from '../core/documents/encoding';
import { compareCodeUnits } from '../core/text/order';
import { decode } from './decode';
import { comparedPlace } from './homeFolder';
import { FileError, type Files, type Place } from './ports';
import { materialAmong, type Originals } from './material';
import { filesBelow, type WalkedFile } from './walk';
import { entryOf, present } from '../core/text/values/fields';

/** So many drafts of folders are looked at, in so many folders one in the other; none is larger than so many bytes. */
export const draftLimits = { files: 2_000, depth: 20, bytes: 5_000_000 } as const;

/** Why a draft has no text. */
export type UnreadReason = 'encoding' | 'binary' | 'large' | 'failed' | 'link' | 'material' | 'excluded';

/** Why a file was not read. */
export interface Unread {
	readonly why: UnreadReason;
	/** What the file system said of one that `failed`. */
	readonly error?: unknown;
}

/** Whether a file is no draft to begin with: without it nothing is missing in a review. */
export function isNoDraft(why: UnreadReason): boolean {
	return why === 'material' || why === 'excluded';
}

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
	/** What is not looked at: files, folders, and material, which has nothing that is left. */
	readonly unread: readonly WalkedFile[];
	/** There are more than are looked at. */
	readonly more: boolean;
}

/** How drafts are looked for. */
export interface LookingForDrafts {
	readonly stopped?: () => boolean;
	/** What was imported; it is material. */
	readonly originals?: Originals;
}

/** Why a file of a folder was not read. */
export function unreadReason({ left }: WalkedFile): UnreadReason {
	if (left === undefined) return 'material';
	return left.why === 'link' || left.why === 'excluded' ? left.why : 'failed';
}

/** The drafts of folders, without those in `packs`, which are no drafts. */
export async function draftsBelow(
	files: Files,
	folders: readonly DraftFolder[],
	packs: ReadonlySet<Place>,
	{ stopped = () => false, originals = { names: new Set(), hashes: new Set() } }: LookingForDrafts = {},
): Promise<DraftsFound> {
	const found = new Map<Place, WalkedFile>();
	for (const { place, leftOut } of folders) {
		const walked = await filesBelow(
			files,
			place,
			present({
				wanted: name => draftLanguageOf(name) !== undefined,
				leftOut,
				tellLeftOut: true,
				except: packs,
				// One more than the limit shows that there are more.
				limits: { depth: draftLimits.depth, files: draftLimits.files + 1 },
				stopped,
			}),
		);
		for (const file of walked) {
			const compared = comparedPlace(file.place);
			if (!found.has(compared)) found.set(compared, file);
		}
	}
	const all = [...found.values()];
	const drafts = all.filter(({ left }) => !left).sort((a, b) => compareCodeUnits(a.place, b.place));
	const isTooMuch = ({ left }: WalkedFile) => left?.why === 'files';
	const material = await materialAmong(files, drafts, originals);
	return {
		drafts: drafts.filter(one => !material.has(one.place)).slice(0, draftLimits.files),
		unread: all.filter(file => (file.left && !isTooMuch(file)) || material.has(file.place)),
		more: drafts.length > draftLimits.files || all.some(isTooMuch),
	};
}

/**
 * The text of a draft without a byte order mark, or why there is none; nothing of a file that is not there any more.
 * Encodings are told as import tells them; `decodeOther`: what a host knows of others than UTF-8 (the editor has a
 * setting), which goes first where it fits.
 */
export async function draftText(
	files: Files,
	place: Place,
	decodeOther?: (bytes: Uint8Array) => Promise<string>,
): Promise<{ readonly text: string } | Unread | undefined> {
	try {
		const found = await files.stat(place);
		if (!found) return undefined;
		if (found.size > draftLimits.bytes) return { why: 'large' };
		const bytes = await files.read(place);
		const decoded = decode(bytes);
		if ('text' in decoded) return { text: decoded.text.replace(/^\ufeff/, '') };
		if (decoded.reason === 'binary') return { why: 'binary' };
		const own = await decodeOther?.(bytes);
		if (own !== undefined && !own.includes('\ufffd')) return { text: own };
		const text = legacyText(bytes);
		return text === undefined ? { why: 'encoding' } : { text };
	} catch (error) {
		return error instanceof FileError && error.fault === 'missing' ? undefined : { why: 'failed', error };
	}
}

/** A text in whatever encoding import knows; nothing where a character is none, or one that only its maker knows. */
export function legacyText(bytes: Uint8Array): string | undefined {
	const { text, unreadable } = decodeText(bytes);
	return unreadable > 0 || /[\ue000-\uf8ff]/.test(text) ? undefined : text;
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
