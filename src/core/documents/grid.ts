// Cells that span rows and columns of a table → the text of each place of a row: a figure stands under its heads.

/** A cell as a table has it. */
export interface GridCell {
	readonly text: string;
	/** How many columns and rows it takes. */
	readonly columns: number;
	readonly rows: number;
	/** It goes on with the cell above it (as Word marks it). */
	readonly goesOn?: boolean;
}

/** A row with the text of each place. */
export interface GridRow {
	readonly cells: readonly string[];
	/** Whether a cell of a row above reaches into it. */
	readonly continues: boolean;
	/** Whether a cell takes several columns. */
	readonly spans: boolean;
}

/** More columns than this no table of text has. */
const mostColumns = 100;
const mostRows = 1_000;
/** Longer text is not said again in every place a cell takes. */
const repeated = 40;

/** The last cell of a row that takes so many columns is no figure. */
const fewestOfRest = 3;

/** A text that reaches into rows below. */
interface Reaching {
	readonly text: string;
	left: number;
}

/** Lays out the rows of one table, one after the other. */
export class Grid {
	private reaching: (Reaching | undefined)[] = [];
	private above: readonly string[] = [];
	/** Rows of the head that are still to come: the first one and what its cells reach into. */
	private head = 1;

	/** A row by columns; one text alone where one cell takes the whole row. */
	row(cells: readonly GridCell[]): GridRow {
		const texts: string[] = [];
		let continues = cells.some(cell => cell.goesOn === true);
		const takeReaching = () => {
			for (let from = this.reaching[texts.length]; from && from.left > 0; from = this.reaching[texts.length]) {
				from.left--;
				texts.push(from.text);
				continues = true;
			}
		};
		if (this.above.length === 0) this.head = Math.max(1, ...cells.slice(0, mostColumns).map(cell => cell.rows));
		for (const [i, cell] of cells.entries()) {
			takeReaching();
			this.place(this.isRest(cells, i, texts.length) ? { ...cell, columns: 1 } : cell, texts);
			if (texts.length >= mostColumns) break;
		}
		this.head--;
		takeReaching();
		this.above = texts;
		const isWhole = cells.length === 1 && (cells[0]?.columns ?? 1) >= texts.length;
		const spans = cells.some(cell => cell.columns > 1);
		return { cells: texts.slice(0, isWhole ? 1 : undefined), continues, spans };
	}

	/** Whether a cell below the head takes what is left of its row, as in forms: it heads nothing, and is said once. */
	private isRest(cells: readonly GridCell[], at: number, column: number): boolean {
		const columns = cells[at]?.columns ?? 1;
		if (this.head > 0 || at === 0 || at < cells.length - 1 || columns < fewestOfRest) return false;
		return !this.reaching.slice(column).some(one => one !== undefined && one.left > 0);
	}

	private place(cell: GridCell, texts: string[]): void {
		const own = cell.goesOn === true ? again(this.above[texts.length] ?? '') : cell.text;
		const columns = Math.min(cell.columns, mostColumns - texts.length);
		for (let i = 0; i < columns; i++) {
			const text = i === 0 ? own : again(own);
			if (cell.rows > 1) this.reaching[texts.length] = { text: again(text), left: Math.min(cell.rows, mostRows) - 1 };
			texts.push(text);
		}
	}
}

/** What a text is in the second place it takes. */
function again(text: string): string {
	return text.length <= repeated ? text : '';
}

/** The number an attribute gives a span; 1 where it gives none. */
export function spanOf(value: string | undefined): number {
	const span = Number(value ?? 1);
	return Number.isInteger(span) && span >= 1 ? span : 1;
}
