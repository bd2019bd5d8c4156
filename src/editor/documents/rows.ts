// Which rows the documents view has: packs, and the full texts in each with what is known of them.
import type { PackData, Source } from '../../core/service';

/** One full text of a pack. */
export interface DocumentRow {
	readonly type: 'document';
	/** Address of the pack's folder, and the name of the file in it. */
	readonly folder: string;
	readonly file: string;
	readonly source: string;
	readonly title: string;
	/** When it was published, else when the copy at hand was. */
	readonly date: string | undefined;
	/** Nothing where only the front matter was read, because there are very many documents. */
	readonly paragraphs: number | undefined;
	readonly missing: readonly string[];
	/** The copy is damaged: no authority in checks, or with signs of damage. */
	readonly damaged: boolean;
}

export interface PackRow {
	readonly type: 'pack';
	readonly folder: string;
	readonly title: string;
	readonly children: readonly DocumentRow[];
}

export type DocumentsRow = PackRow | DocumentRow;

/** What there is of one pack. */
export interface PackOf {
	/** Address of its folder. */
	readonly folder: string;
	readonly data: PackData;
}

/**
 * The packs that have full texts, in the order of packs; the newest text first. `sourceOf` knows sources of other
 * packs.
 */
export function rowsOf(packs: readonly PackOf[], sourceOf: (id: string) => Source | undefined): readonly PackRow[] {
	return packs.flatMap(({ folder, data }): PackRow[] => {
		const own = new Map(data.sources.map(source => [source.id, source]));
		const texts = [
			...(data.documents ?? []).map(text => ({ ...text, count: text.paragraphs.length })),
			...(data.unread ?? []).map(text => ({ ...text, count: undefined })),
		];
		const children = texts.map(({ source: id, file, count }): DocumentRow => {
			const source = sourceOf(id) ?? own.get(id);
			return {
				type: 'document',
				folder,
				file,
				source: id,
				title: source?.title ?? id,
				date: source?.issued ?? source?.held?.date,
				paragraphs: count,
				missing: source?.missing ?? [],
				damaged: source?.fidelity === 'damaged' || (source?.damage ?? []).length > 0,
			};
		});
		const newest = (a: DocumentRow, b: DocumentRow) =>
			compare(b.date ?? '', a.date ?? '') || compare(a.title, b.title) || compare(a.file, b.file);
		return children.length > 0
			? [{ type: 'pack', folder, title: data.info.title || data.info.id, children: children.sort(newest) }]
			: [];
	});
}

function compare(a: string, b: string): number {
	return Number(a > b) - Number(a < b);
}
