// Text with separated values (RFC 4180: commas, tabs or semicolons, quotation marks) → rows of cells.

/** A row with its number as programs for tables count: from 1, empty ones counted. */
export interface CsvRow {
	readonly number: number;
	readonly cells: readonly string[];
}

export interface Table {
	readonly rows: readonly CsvRow[];
	/** Rows in which a quotation mark opens and never closes; it is read as a character. */
	readonly unclosed: readonly number[];
}

/** Columns beyond this hold nothing of a table of terms; a row of millions of separators is no wider. */
export const widest = 100;

/** How many marks that never close are looked into; a file with more is not quoted at all. */
const tries = 50;

/** Rows that hold something. The separator is what the first line has most of, or what a line `sep=;` names. */
export function readCsv(text: string, name = ''): Table {
	const named = /^sep=(.)\r?\n/.exec(text);
	const body = named ? text.slice(named[0].length) : text;
	const separator = named?.[1] ?? (/\.tsv$/i.test(name) ? '\t' : separatorOf(body));
	const rows: CsvRow[] = [];
	const unclosed: number[] = [];
	let number = named ? 2 : 1;
	let cells: string[] = [];
	let at = 0;
	while (at < body.length) {
		const closed = body[at] === '"' ? closing(body, at, unclosed.length < tries) : undefined;
		let end = closed ?? at;
		if (body[at] === '"' && closed === undefined) unclosed.push(number);
		const stop = nextOf(body, separator, end);
		const cell =
			closed === undefined
				? body.slice(at, stop)
				: body.slice(at + 1, closed - 1).replaceAll('""', '"') + body.slice(closed, stop);
		if (cells.length < widest) cells.push(cell);
		end = stop;
		const mark = body[end];
		if (mark === separator && end + 1 < body.length) {
			at = end + 1;
			if (body[at] === '\n' || body[at] === '\r') cells.push('');
			else continue;
			end = at;
		}
		if (cells.some(one => one.trim() !== '')) rows.push({ number, cells });
		cells = [];
		number++;
		at = body.startsWith('\r\n', end) ? end + 2 : end + 1;
	}
	return { rows, unclosed };
}

/** Behind the mark that closes the one at `from`; two in a row are one character. */
function closing(text: string, from: number, look: boolean): number | undefined {
	if (!look) return undefined;
	for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
		if (text[at + 1] !== '"') return at + 1;
	}
	return undefined;
}

/** The next separator or line end, or the end of the text. */
function nextOf(text: string, separator: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const c = text[at];
		if (c === separator || c === '\n' || c === '\r') return at;
	}
	return text.length;
}

function separatorOf(text: string): string {
	const line = (/^[^\r\n]*\S[^\r\n]*/m.exec(text.slice(0, 10_000))?.[0] ?? '').replace(/"[^"]*"/g, '');
	const count = (separator: string) => line.split(separator).length;
	return [',', '\t', ';', '，', '|'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
