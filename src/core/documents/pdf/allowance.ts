// How long reading a PDF may take and how much text it may have; what goes beyond ends the reading with an answer.

import { nothingRead, type Limits, type ReadFile } from '../document';

/**
 * The longest a file and a page may take, in milliseconds; looked at between pieces of a page. An honest page takes
 * some hundredths of a second.
 */
const longestFile = 120_000;
const longestPage = 15_000;

/** Ends the reading of a file; `answer` is what is said of it. */
export class Stopped extends Error {
	constructor(readonly answer: ReadFile) {
		super('stopped');
	}
}

/** What one file may take. */
export class Allowance {
	private readonly fileUntil = Date.now() + longestFile;
	private pageUntil = Infinity;
	private characters = 0;

	constructor(readonly limits: Limits) {}

	/** A new page has its own time. */
	beginPage(): void {
		this.pageUntil = Date.now() + longestPage;
		this.check();
	}

	/** Counts text that was read. */
	count(characters: number): void {
		this.characters += characters;
	}

	/** Throws {@link Stopped} when the run was cancelled, takes too long or has too much text. */
	check(): void {
		const { signal, characters: limit } = this.limits;
		if (signal?.aborted) throw new Stopped(nothingRead('import.cancelled'));
		if (this.characters > limit) throw new Stopped(nothingRead('import.large', { what: 'characters', limit }));
		const now = Date.now();
		if (now > this.fileUntil) throw tooLong(longestFile);
		if (now > this.pageUntil) throw tooLong(longestPage);
	}
}

function tooLong(milliseconds: number): Stopped {
	return new Stopped(nothingRead('import.large', { what: 'seconds', limit: milliseconds / 1000 }));
}
