// An engine in memory, as far as writing to a library asks it: for tests in which it counts what it is sent, and refuses some of it.
import type { EngineAnswer, EngineRequest, Send } from '../../src/core/search/library/transport';

interface Stored {
	readonly kind: 'document' | 'passage';
	readonly document: string;
	readonly version?: string;
	readonly total?: number;
}

/** What is said of a record instead of taking it; nothing where it is taken. */
type Refusing = (id: string) => { readonly status: number; readonly error: object } | undefined;

export class MemoryEngine {
	readonly requests: string[] = [];
	readonly records = new Map<string, Stored>();
	/** Answers a request in the engine's place, where it gives one. */
	instead: (request: EngineRequest) => EngineAnswer | undefined = () => undefined;
	refusing: Refusing = () => undefined;
	private isMade = false;

	readonly send: Send = request =>
		Promise.resolve().then(() => {
			this.requests.push(`${request.method} ${request.path}`);
			return this.instead(request) ?? this.answer(request);
		});

	/** The ids of the records of documents, and how many passages each has. */
	get documents(): ReadonlyMap<string, number> {
		const found = new Map<string, number>();
		for (const { kind, document, version } of this.records.values())
			if (kind === 'document' && version !== '') found.set(document, 0);
		for (const { kind, document } of this.records.values())
			if (kind === 'passage') found.set(document, (found.get(document) ?? NaN) + 1);
		return found;
	}

	private answer({ method, path, body, lines }: EngineRequest): EngineAnswer {
		if (method === 'PUT') this.isMade = true;
		if (!this.isMade) return { status: 404, body: { error: 'index_not_found_exception' } };
		if (path.endsWith('/_mapping'))
			return { status: 200, body: { 'g-v1': { mappings: { _meta: { policyWriting: 1 } } } } };
		if (path.endsWith('/_bulk')) return { status: 200, body: this.bulk(lines ?? []) };
		if (path.endsWith('/_search')) return { status: 200, body: this.known(body) };
		return { status: 200, body: {} };
	}

	private bulk(lines: readonly unknown[]): object {
		const items: object[] = [];
		for (let at = 0; at < lines.length; at++) {
			const { index, delete: gone } = lines[at] as Readonly<Record<string, { readonly _id: string } | undefined>>;
			const id = (index ?? gone)?._id ?? '';
			const record = index && (lines[++at] as Stored);
			const refused = this.refusing(id);
			items.push({ [index ? 'index' : 'delete']: refused ?? { status: 200 } });
			if (refused) continue;
			if (record) this.records.set(id, record);
			else this.records.delete(id);
		}
		return { errors: false, items };
	}

	private known(body: unknown): object {
		const text = JSON.stringify(body);
		const found = [...this.records.values()].filter(
			({ kind, document, version }) =>
				kind === 'document' &&
				(text.includes(`"${document}"`) || (version !== '' && text.includes(`"${String(version)}"`))),
		);
		return { hits: { hits: found.map(_source => ({ _source })) } };
	}
}
