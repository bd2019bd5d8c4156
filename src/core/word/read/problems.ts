// What is told of while a draft is read, each once.

import type { WordCode, WordProblem } from '../manuscript';

export class Problems {
	private readonly seen = new Map<string, WordProblem>();

	add(code: WordCode, what: string): void {
		const key = `${code} ${what}`;
		if (!this.seen.has(key)) this.seen.set(key, { code, what });
	}

	get all(): readonly WordProblem[] {
		return [...this.seen.values()];
	}
}
