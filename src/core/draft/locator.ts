// A place in a source as drafts write it: in words (第3段, p. 5) and at the end of a footnote label (-p3, -pp5, -t2).

/** A place in a source. */
export interface Locator {
	readonly page?: string;
	/** The number of a table: `2`, `2-1`. */
	readonly table?: string;
	/** Of the cleaned body, counted from 1. */
	readonly paragraph?: number;
}

/** A place in words: 第3段, 第23页, 表2. */
export function sayLocator(locator: Locator | undefined): string | undefined {
	const page = locator?.page === undefined ? undefined : `第${locator.page}页`;
	const paragraph = locator?.paragraph === undefined ? undefined : `第${locator.paragraph}段`;
	const table = locator?.table === undefined ? undefined : `表${locator.table}`;
	return [page, table, paragraph].filter(one => one !== undefined).join('') || undefined;
}

const pages = '[0-9A-Za-z]+(?:\\s*[-–—]\\s*[0-9A-Za-z]+)?(?:\\s*[,，、]\\s*[0-9]+(?:\\s*[-–—]\\s*[0-9]+)?)*';
const number = '[A-Z]?[0-9]+(?:[-–.][0-9]+)*';
const then = '\\s*[,，、]?\\s*';
const inWords = new RegExp(
	`^(?:第?\\s*(${pages})\\s*页|(?:pp?\\.|pages?)\\s*(${pages}))?${then}(?:(?:表|table)\\s*(${number}))?${then}(?:第?\\s*([1-9][0-9]{0,3})\\s*(?:自然)?段|para(?:graph|\\.)?\\s*([1-9][0-9]{0,3}))?$`,
	'iu',
);

/** A longer text says more than a place. */
const longestPlace = 200;

/** The place that words name (第3段, 第5—7页, p. 5, 表2, a number alone: a page); nothing when they say more. */
export function readLocator(text: string): Locator | undefined {
	const words = text.trim();
	if (words.length > longestPlace) return undefined;
	if (/^\d+(?:\s*[-–—]\s*\d+)?$/.test(words)) return { page: plainPages(words) };
	const [, page, pageInEnglish, table, paragraph, paragraphInEnglish] = inWords.exec(words) ?? [];
	const locator = {
		...valueOf('page', page ?? pageInEnglish, plainPages),
		...valueOf('table', table, written => written.replaceAll('–', '-').toUpperCase()),
		...valueOf('paragraph', paragraph ?? paragraphInEnglish, Number),
	};
	return Object.keys(locator).length > 0 ? locator : undefined;
}

/** A part of a place under its name; nothing where the words do not have it. */
function valueOf<T>(name: keyof Locator, written: string | undefined, read: (written: string) => T): object {
	return written === undefined ? {} : { [name]: read(written) };
}

function plainPages(written: string): string {
	return written
		.replace(/\s+/g, '')
		.replace(/[–—]/g, '-')
		.replace(/[，、]/g, ',');
}

/** What stands behind a key in a footnote label: `-p3`, `-pp5-7`, `-pp5_9` (5 and 9), `-t2`, `-pp5-p3`. */
export function labelEnding(locator: Locator | undefined): string {
	const page =
		locator?.page === undefined
			? ''
			: `-pp${locator.page
					.replace(/\s+/g, '')
					.replace(/[–—]/g, '-')
					.replace(/[,，、]/g, '_')
					.replace(/[[\]{}^@;；]+/g, '-')}`;
	const table = locator?.table === undefined ? '' : `-t${locator.table}`;
	return page + table + (locator?.paragraph === undefined ? '' : `-p${locator.paragraph}`);
}

/** A label taken apart. */
export interface LabelReading {
	readonly key: string;
	readonly locator?: Locator;
}

/**
 * What a footnote label may mean, the likeliest first: the whole of it a key, or a key with a place behind it. Who
 * knows the keys chooses.
 */
export function readLabel(label: string): readonly LabelReading[] {
	const readings: LabelReading[] = [{ key: label }];
	const [, key, paragraph] = /^(.+)-p([1-9]\d{0,3})$/.exec(label) ?? [];
	if (key !== undefined) readings.push({ key, locator: { paragraph: Number(paragraph) } });
	for (const reading of [...readings]) {
		const [, stem, table = ''] = /^(.+)-t([A-Z]?[0-9]+(?:[-.][0-9]+)*)$/.exec(reading.key) ?? [];
		if (stem !== undefined) readings.push({ key: stem, locator: { table, ...reading.locator } });
	}
	for (const reading of [...readings]) {
		const [, stem, page = ''] = /^(.+)-pp([0-9A-Za-z]+(?:[-_](?!p\d|t[A-Z]?\d)[0-9A-Za-z]+)*)$/.exec(reading.key) ?? [];
		if (stem !== undefined)
			readings.push({ key: stem, locator: { page: page.replaceAll('_', ','), ...reading.locator } });
	}
	return readings;
}
