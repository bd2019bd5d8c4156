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
	return new CsvReader(body, separator).read(named ? 2 : 1);
}

/** Goes through the text cell by cell. */
class CsvReader {
	private readonly rows: CsvRow[] = [];
	private readonly unclosed: number[] = [];
	private cells: string[] = [];
	private at = 0;

	constructor(
		private readonly text: string,
		private readonly separator: string,
	) {}

	/** `first`: the number of the first row. */
	read(first: number): Table {
		for (let number = first; this.at < this.text.length; number++) {
			this.readRow(number);
			if (this.cells.some(cell => cell.trim() !== '')) this.rows.push({ number, cells: this.cells });
			this.cells = [];
		}
		return { rows: this.rows, unclosed: this.unclosed };
	}

	/** Up to behind the end of the line; a separator that ends the text begins no cell. */
	private readRow(number: number): void {
		for (;;) {
			this.add(this.readCell(number));
			if (this.text[this.at] !== this.separator || this.at + 1 >= this.text.length) break;
			this.at++;
			if (!isLineEnd(this.text[this.at])) continue;
			this.add('');
			break;
		}
		this.at += this.text.startsWith('\r\n', this.at) ? 2 : 1;
	}

	/** A cell up to its separator or the end of its line. What stands behind a closing mark belongs to it. */
	private readCell(number: number): string {
		const start = this.at;
		const isMarked = this.text[start] === '"';
		const closed = isMarked && this.unclosed.length < tries ? closing(this.text, start) : undefined;
		if (isMarked && closed === undefined) this.unclosed.push(number);
		this.at = nextOf(this.text, this.separator, closed ?? start);
		if (closed === undefined) return this.text.slice(start, this.at);
		return this.text.slice(start + 1, closed - 1).replaceAll('""', '"') + this.text.slice(closed, this.at);
	}

	private add(cell: string): void {
		if (this.cells.length < widest) this.cells.push(cell);
	}
}

function isLineEnd(character: string | undefined): boolean {
	return character === '\n' || character === '\r';
}

/** Behind the mark that closes the one at `from`; two in a row are one character. */
function closing(text: string, from: number): number | undefined {
	for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
		if (text[at + 1] !== '"') return at + 1;
	}
	return undefined;
}

/** The next separator or line end, or the end of the text. */
function nextOf(text: string, separator: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		if (text[at] === separator || isLineEnd(text[at])) return at;
	}
	return text.length;
}

function separatorOf(text: string): string {
	const line = (/^[^\r\n]*\S[^\r\n]*/m.exec(text.slice(0, 10_000))?.[0] ?? '').replace(/"[^"]*"/g, '');
	const count = (separator: string) => line.split(separator).length;
	return [',', '\t', ';', '，', '|'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
