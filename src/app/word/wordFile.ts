// A draft handed in as a Word file: its citations written out, its pictures fetched from the folders that are open, the
// file written. The same for the editor and the command line.
import type { Citing } from '../../core/citations/citing';
import type { FinishOptions, FinishStyle } from '../../core/citations/edits/finish';
import type { PlanProblem } from '../../core/citations/edits/plan';
import type { NamedSources, SourceNames } from '../../core/citations/sources';
import type { Draft } from '../../core/draft/draft';
import type { DraftLanguage } from '../../core/draft/language';
import { raisedMarks, type WordCode, type WordLayout, type WordProblem } from '../../core/word/manuscript';
import type { ChosenTemplate } from '../../core/word/template/template';
import { inSlices } from '../pause';
import { FileError, type Files, type Place } from '../ports';

/** What reads drafts for Word and writes them, in a thread or not: one draft at a time. */
export interface WordWriter {
	/** Opens a draft; answers what it names sources by. */
	open(text: string, language: DraftLanguage): Promise<SourceNames>;
	/**
	 * Writes the citations of what was opened last out and reads it; answers where its pictures are, as it names them,
	 * and what could not be written out. `sources`: those that its names may mean.
	 */
	read(
		style: FinishStyle,
		sources: NamedSources,
		options: FinishOptions,
	): Promise<{ readonly images: readonly string[]; readonly cites: readonly PlanProblem[] }>;
	/** Writes what was read last. */
	write(
		layout: WordLayout,
		pictures: readonly (Uint8Array | WordCode)[],
		template: ChosenTemplate | undefined,
	): Promise<{ readonly bytes: Uint8Array; readonly problems: readonly WordProblem[] }>;
}

export interface WordWishes {
	readonly layout: WordLayout;
	readonly style: FinishStyle;
	readonly options: FinishOptions;
	/** Whose page and styles are taken. */
	readonly template?: ChosenTemplate | undefined;
	/** Where the draft is; pictures are named from there. Nothing of one that is not saved. */
	readonly folder: Place | undefined;
	/** Folders that pictures may be in. */
	readonly roots: readonly Place[];
}

export interface WordFile {
	readonly bytes: Uint8Array;
	/** Citations that could not be written out; offsets are those of the draft. */
	readonly cites: readonly PlanProblem[];
	readonly problems: readonly WordProblem[];
}

/** Pictures larger than this, or together, are left out; bytes. */
const limits = { picture: 30_000_000, all: 200_000_000 } as const;

/** The draft as a Word file. Whatever takes long is the writer's. */
export async function wordFile(
	files: Files,
	citing: Pick<Citing, 'among'>,
	writer: WordWriter,
	draft: Pick<Draft, 'text' | 'language'>,
	wishes: WordWishes,
): Promise<WordFile> {
	const names = await writer.open(draft.text, draft.language);
	const sources = await inSlices(citing.among(names));
	const raised = [raisedMarks.open, raisedMarks.close] as const;
	const { images, cites } = await writer.read(wishes.style, sources, { ...wishes.options, raised });
	const { bytes, problems } = await writer.write(
		wishes.layout,
		await picturesOf(files, images, wishes),
		wishes.template,
	);
	return { bytes, problems, cites };
}

async function picturesOf(
	files: Files,
	addresses: readonly string[],
	{ folder, roots }: WordWishes,
): Promise<readonly (Uint8Array | WordCode)[]> {
	const allowed = await withReal(files, roots);
	const pictures: (Uint8Array | WordCode)[] = [];
	let left: number = limits.all;
	for (const address of addresses) {
		const picture = await pictureAt(files, address, folder, allowed, Math.min(left, limits.picture));
		if (picture instanceof Uint8Array) left -= picture.byteLength;
		pictures.push(picture);
	}
	return pictures;
}

/** The bytes of a picture in a folder that is open, links followed; nothing of the web is asked for. */
async function pictureAt(
	files: Files,
	address: string,
	folder: Place | undefined,
	roots: readonly Place[],
	limit: number,
): Promise<Uint8Array | WordCode> {
	// One letter before a colon is a drive.
	if (/^(?:[a-z][a-z\d+.-]+:|\/\/|\\\\)/i.test(address)) return 'image.remote';
	const named = folder && files.resolve(folder, decoded(address));
	if (named === undefined) return 'image.missing';
	const isAllowed = (one: Place) => roots.some(root => files.isBelow(root, one));
	if (!isAllowed(named)) return 'image.outside';
	try {
		const place = await withEnding(files, named);
		const real = await files.real(place);
		if (real !== undefined && !isAllowed(real)) return 'image.outside';
		const found = await files.stat(place);
		if (found?.kind !== 'file') return 'image.missing';
		if (found.size > limit) return 'image.large';
		return await files.read(place);
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return 'image.missing';
	}
}

/** A picture that is named without its ending, as LaTeX has it: the file of that name. */
async function withEnding(files: Files, named: Place): Promise<Place> {
	if (/\.\w{2,5}$/.test(named)) return named;
	for (const ending of ['.png', '.jpg', '.jpeg']) if (await files.stat(named + ending)) return named + ending;
	return named;
}

/** Folders, and what they are where they are reached by links. */
async function withReal(files: Files, roots: readonly Place[]): Promise<readonly Place[]> {
	const real = await Promise.all(roots.map(root => files.real(root)));
	return [...roots, ...real.filter(place => place !== undefined)];
}

/** An address as files are named, without what stands behind # and ?. */
function decoded(address: string): string {
	const name = address.replace(/[?#].*$/, '');
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
