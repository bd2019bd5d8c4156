// A text that grows line by line, as paragraphs do that were broken into lines. It is put together once, when it is
// asked for: joined at every line, a paragraph of many lines would cost their number squared.

/** So much of the end is at hand, in UTF-16 code units; what parts or joins two lines stands there. */
const reach = 64;
/** Up to this length the whole text tells what it is; of a longer one the last line does. */
const brief = 500;

export class GrowingText {
	private readonly parts: string[];
	private end: string;
	private units: number;

	constructor(first: string) {
		this.parts = [first];
		this.end = first.slice(-reach);
		this.units = first.length;
	}

	get length(): number {
		return this.units;
	}

	/** The last code units, as many as are needed to tell how the text ends. */
	get tail(): string {
		return this.end;
	}

	/** What shows of which kind the text is: all of it while it is short, else its last line. */
	get sample(): string {
		return this.units <= brief ? this.text : (this.parts.at(-1) ?? '');
	}

	get text(): string {
		return this.parts.length === 1 ? (this.parts[0] ?? '') : this.parts.join('');
	}

	/** Puts a line at the end, `between` before it, in place of the last `cut` code units of what is there. */
	add(line: string, between = '', cut = 0): void {
		if (cut > 0) {
			const last = this.parts.at(-1) ?? '';
			this.parts[this.parts.length - 1] = last.slice(0, Math.max(0, last.length - cut));
			this.end = this.end.slice(0, Math.max(0, this.end.length - cut));
			this.units -= Math.min(cut, last.length);
		}
		this.parts.push(between + line);
		this.units += between.length + line.length;
		this.end = (this.end + between + line.slice(-reach)).slice(-reach);
	}
}
