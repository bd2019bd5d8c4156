// Other engines over the same passages, each set up as well as it can be: plain Fuse, MiniSearch with pairs, SQLite
// FTS5 with trigrams, a bare scan.

import Fuse from 'fuse.js';
import { createRequire } from 'node:module';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type MiniSearch from 'minisearch';
import type { Database } from 'node-sqlite3-wasm';
import { wordsOf } from '../../src/core/search/query';
import { bare, type Kind, type LibraryQuery } from './libraryCorpus';

/** An engine over folded passages. */
export interface Engine {
	/** Takes all passages in. */
	build(passages: Iterable<string>): void;
	/** The first ten passages, as they are compared. */
	ask(query: LibraryQuery, kind: Kind): readonly string[];
	/** Bytes on the disk; nothing where there is none. */
	size?(): number;
}

export type EngineName = 'scan' | 'fuse' | 'minisearch' | 'sqlite';

/** Makes an engine. `root`: the folder of the project, where its libraries are; `folder`: room on the disk. */
export function engineOf(
	name: EngineName,
	root: string,
	folder: string,
): Engine & { count?(query: LibraryQuery): number } {
	const load = createRequire(join(root, 'package.json'));
	switch (name) {
		case 'scan':
			return new Scan();
		case 'fuse':
			return new PlainFuse();
		case 'minisearch':
			return new Mini(load('minisearch') as typeof MiniSearch);
		case 'sqlite':
			return new Sqlite(load('node-sqlite3-wasm') as { Database: typeof Database }, join(folder, 'fts.db'));
	}
}

/** Looks into every passage. */
class Scan implements Engine {
	private texts: string[] = [];

	build(passages: Iterable<string>): void {
		for (const text of passages) this.texts.push(bare(text));
	}

	ask({ typed }: LibraryQuery): readonly string[] {
		return this.holding(wordsOf(typed))
			.sort((a, b) => a.length - b.length)
			.slice(0, 10);
	}

	/** How many passages are meant. */
	count({ meant }: LibraryQuery): number {
		return this.holding(meant).length;
	}

	private holding(words: readonly string[]): string[] {
		const [first = '', ...rest] = words;
		const found: string[] = [];
		for (const text of this.texts)
			if (text.includes(first) && rest.every(word => text.includes(word))) found.push(text);
		return found;
	}
}

/** Fuse with the settings that are best for passages. */
class PlainFuse implements Engine {
	private texts: string[] = [];
	private readonly made = new Map<string, Fuse<string>>();

	build(passages: Iterable<string>): void {
		for (const text of passages) this.texts.push(bare(text));
		this.fuse(0.4, false);
	}

	private fuse(threshold: number, useExtendedSearch: boolean): Fuse<string> {
		const key = `${threshold} ${useExtendedSearch}`;
		const made =
			this.made.get(key) ??
			new Fuse(this.texts, {
				ignoreLocation: true,
				isCaseSensitive: true,
				ignoreFieldNorm: true,
				includeScore: true,
				threshold,
				useExtendedSearch,
			});
		this.made.set(key, made);
		return made;
	}

	ask({ typed }: LibraryQuery, kind: Kind): readonly string[] {
		return this.fuse(kind === 'misquoted sentence' ? 0.3 : 0.4, kind === 'two words')
			.search(wordsOf(typed).join(' '), { limit: 10 })
			.map(hit => hit.item);
	}
}

const pairs = (text: string): string[] =>
	text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));

/** MiniSearch over pairs of characters, all of which must fit, or, where none has all, any. */
class Mini implements Engine {
	private readonly index: MiniSearch<{ id: number; text: string }>;
	private readonly texts: string[] = [];

	constructor(Made: typeof MiniSearch) {
		this.index = new Made({
			fields: ['text'],
			tokenize: text => text.split(' ').flatMap(pairs),
			processTerm: term => term,
		});
	}

	build(passages: Iterable<string>): void {
		for (const passage of passages) {
			const text = bare(passage);
			this.index.add({ id: this.texts.push(text) - 1, text });
		}
	}

	ask({ typed }: LibraryQuery): readonly string[] {
		const query = wordsOf(typed).join(' ');
		let found = this.index.search(query, { combineWith: 'AND' });
		if (found.length === 0) found = this.index.search(query, { combineWith: 'OR' });
		return found.slice(0, 10).map(hit => this.texts[hit.id as number]!);
	}
}

/** SQLite (as WebAssembly) with an index of trigrams; words of two characters are looked for in all passages. */
class Sqlite implements Engine {
	private readonly database: Database;

	constructor(
		made: { Database: typeof Database },
		private readonly path: string,
	) {
		this.database = new made.Database(path);
	}

	build(passages: Iterable<string>): void {
		this.database.exec(
			"pragma journal_mode = off; pragma synchronous = off; create virtual table passages using fts5(text, tokenize = 'trigram')",
		);
		this.database.exec('begin');
		const insert = this.database.prepare('insert into passages(text) values (?)');
		for (const text of passages) insert.run([bare(text)]);
		insert.finalize();
		this.database.exec('commit');
	}

	ask({ typed }: LibraryQuery): readonly string[] {
		const words = wordsOf(typed);
		const quoted = words.filter(word => word.length > 2).map(word => `"${word}"`);
		const short = words.filter(word => word.length <= 2).map(word => `%${word}%`);
		const where = [...(quoted.length > 0 ? ['passages match ?'] : []), ...short.map(() => 'text like ?')].join(' and ');
		const all = (match: string[]): string[] =>
			this.database
				.all(`select text from passages where ${where}${match.length > 0 ? ' order by rank' : ''} limit 10`, [
					...match,
					...short,
				])
				.map(row => String(row.text));
		const found = all(quoted.length > 0 ? [quoted.join(' ')] : []);
		if (found.length > 0 || quoted.length === 0) return found;
		const trigrams = words.flatMap(word =>
			Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => `"${word.slice(at, at + 3)}"`),
		);
		return all([[...new Set(trigrams)].join(' OR ')]);
	}

	size(): number {
		return statSync(this.path).size;
	}
}
