// Who wrote the documents at hand. What an article says others may say after it, but who wrote another document at hand
// did not, where the article does not speak of him.

import type { Corpus } from '../../corpus/corpus';
import type { Source } from '../../corpus/records';
import { isPersonName } from '../../text/personName';

/** The names of the authors of a source. */
export function authorsOf(source: Source | undefined): readonly string[] {
	return (source?.author ?? []).map(one => one.literal ?? `${one.family ?? ''}${one.given ?? ''}`);
}

/** The persons who alone wrote a document of a corpus. */
export class Authors {
	private persons: readonly string[] | undefined;
	/** A paragraph is asked of once for each of its quotations. */
	private last: { readonly text: string; readonly names: readonly string[] } | undefined;
	private readonly known = new Map<string, readonly string[]>();

	constructor(private readonly corpus: Corpus) {}

	/** Those whom a text names. */
	in(text: string): readonly string[] {
		if (this.last?.text !== text) this.last = { text, names: this.all().filter(one => text.includes(one)) };
		return this.last.names;
	}

	/** Those of whom a document does not speak, so that its words are not reported as theirs. */
	notNamedIn(id: string): readonly string[] {
		let found = this.known.get(id);
		if (!found) {
			const document = this.corpus.documents.find(one => one.source === id);
			const text = document?.paragraphs.join('\n');
			found = text === undefined ? [] : this.all().filter(one => !text.includes(one));
			this.known.set(id, found);
		}
		return found;
	}

	/** Whether a paragraph of a document reports what somebody said. */
	reports(id: string, mayReport: (text: string) => boolean): boolean {
		return this.corpus.documents.find(one => one.source === id)?.paragraphs.some(mayReport) ?? false;
	}

	private all(): readonly string[] {
		return (this.persons ??= [...new Set(this.corpus.documents.flatMap(one => this.authorOf(one.source) ?? []))]);
	}

	private authorOf(id: string): string | undefined {
		const authors = authorsOf(this.corpus.source(id));
		const [author = ''] = authors;
		return authors.length === 1 && isPersonName(author) ? author : undefined;
	}
}
