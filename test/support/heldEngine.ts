// An engine on the loopback that holds a few passages and answers what the editor asks of them: for tests in which the questions are not known
// beforehand, as those of a stand-in with recorded answers are. How it ranks is no matter here.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { comparedText } from '../../src/core/search/library/records';
import { mappingVersion } from '../../src/core/search/library/mapping';

/** A document as it is held. */
export interface HeldDocument {
	readonly source: string;
	readonly title: string;
	readonly date?: string;
	readonly paragraphs: readonly string[];
	readonly provenance?: Readonly<Record<string, unknown>>;
}

export interface HeldEngine {
	readonly address: string;
	/** Every request: method and path, what it says it is, and its body. */
	readonly asked: readonly { readonly path: string; readonly key: string | undefined; readonly body: string }[];
	/** Documents that were written to it, by their ids. */
	readonly written: ReadonlySet<string>;
	/** From now on it wants this key; without one anybody may ask. */
	wants(key: string | undefined): void;
	/** From now on it takes questions and answers none, until what this gives back is called. */
	hold(): () => void;
	/** Goes away; a connection is refused from then on. */
	stop(): Promise<void>;
	/** Is back at the same address. */
	start(): Promise<void>;
}

type Clause = Readonly<Record<string, unknown>>;
interface Body {
	readonly size?: number;
	readonly query?: { readonly bool?: { readonly filter?: readonly Clause[]; readonly should?: readonly Clause[] } };
	readonly aggs?: { readonly kinds?: unknown; readonly dated?: unknown };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString();
}

/** The value of a field in a clause such as `{term: {folded: …}}`. */
function valueOf(clause: Clause, field: string): unknown {
	for (const inner of Object.values(clause)) {
		const value = (inner as Record<string, unknown>)[field];
		if (value !== undefined) return value;
	}
	return undefined;
}

/** What is told of a document, with every record of it. */
interface Told {
	readonly document: string;
	readonly source: string;
	readonly title: string;
	readonly date?: string;
}

/** In how many documents passages stand, and the first and the last of them that have a date. */
function mentioned(passages: readonly Told[]): object {
	const dated = passages
		.filter(one => one.date !== undefined)
		.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
	const end = (_source: Told | undefined) => ({ hits: { hits: _source ? [{ _source }] : [] } });
	return {
		documents: { value: new Set(passages.map(one => one.document)).size },
		dated: { first: end(dated[0]), last: end(dated.at(-1)) },
	};
}

class Held {
	constructor(private readonly documents: readonly HeldDocument[]) {}

	/** The answer to a search. */
	search(body: Body): object {
		if (body.aggs?.kinds) return { hits: { hits: [] }, aggregations: { kinds: { buckets: this.counts() } } };
		const filter = body.query?.bool?.filter ?? [];
		// What is only near is asked with `should`; nothing here is only near.
		const found = body.query?.bool?.should ? [] : this.matching(filter);
		if (body.aggs?.dated) return { hits: { hits: [] }, aggregations: mentioned(found) };
		return {
			_shards: { failed: 0 },
			hits: { hits: found.slice(0, body.size).map(_source => ({ _source, sort: [] })) },
		};
	}

	private counts() {
		const passages = this.documents.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
		return [
			{ key: 'document', doc_count: this.documents.length },
			{ key: 'passage', doc_count: passages },
		];
	}

	private matching(filter: readonly Clause[]): Told[] {
		const named = (field: string) => filter.map(clause => valueOf(clause, field)).find(value => value !== undefined);
		const document = named('document');
		const place = named('paragraph') as { readonly gte: number; readonly lte: number } | undefined;
		const words = filter.flatMap(clause => {
			const folded = valueOf(clause, 'folded');
			if (folded === undefined) return [];
			return [typeof folded === 'string' ? folded : (folded as { readonly value: string }).value];
		});
		const without = filter.flatMap(({ bool }) => {
			const { must_not: [clause] = [] } = (bool ?? {}) as { readonly must_not?: readonly Clause[] };
			return clause ? (valueOf(clause, 'source') as string[]) : [];
		});
		const documents = this.documents.filter(
			({ source }) => (document === undefined || source === document) && !without.includes(source),
		);
		if (named('kind') === 'document')
			return documents.map(one => ({ ...this.told(one), kind: 'document', provenance: one.provenance }));
		return documents.flatMap(one =>
			one.paragraphs.flatMap((text, at) => {
				const paragraph = at + 1;
				if (place && (paragraph < place.gte || paragraph > place.lte)) return [];
				const compared = comparedText(text);
				if (!words.every(word => compared.includes(word))) return [];
				return [{ ...this.told(one), kind: 'passage', paragraph, length: compared.length, text }];
			}),
		);
	}

	private told({ source, title, date }: HeldDocument) {
		return { document: source, source, title, ...(date !== undefined && { date }), version: source, total: 1 };
	}
}

/** Starts one that holds documents. */
export async function heldEngine(documents: readonly HeldDocument[]): Promise<HeldEngine> {
	const held = new Held(documents);
	const asked: { path: string; key: string | undefined; body: string }[] = [];
	const written = new Set<string>();
	const state = { wanted: undefined as string | undefined, held: Promise.resolve() };
	const lines = (body: string) => body.split('\n').filter(line => line !== '');
	const answerTo = (path: string, body: string): object => {
		if (path.endsWith('/_mapping')) return { 'group-v1': { mappings: { _meta: { policyWriting: mappingVersion } } } };
		if (path.endsWith('/_msearch')) {
			const bodies = lines(body).filter((_, at) => at % 2 === 1);
			return { responses: bodies.map(one => held.search(JSON.parse(one) as Body)) };
		}
		if (path.endsWith('/_search')) return held.search(JSON.parse(body) as Body);
		if (path.endsWith('/_bulk')) {
			const ids = lines(body).flatMap(line => {
				const { index } = JSON.parse(line) as { readonly index?: { readonly _id: string } };
				return index ? [index._id] : [];
			});
			for (const id of ids) written.add(id);
			return { errors: false, items: ids.map(() => ({ index: { status: 201 } })) };
		}
		return {};
	};
	const made = () =>
		createServer((request, response) => {
			void bodyOf(request).then(async body => {
				const key = request.headers.authorization;
				asked.push({ path: `${String(request.method)} ${String(request.url)}`, key, body });
				await state.held;
				const isAllowed = state.wanted === undefined || key === state.wanted;
				response.writeHead(isAllowed ? 200 : 401, { 'content-type': 'application/json' });
				response.end(JSON.stringify(isAllowed ? answerTo(String(request.url), body) : {}));
			});
		});
	let server = made();
	const listen = (port: number) =>
		new Promise<number>(resolve => {
			server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
		});
	const port = await listen(0);
	return {
		address: `http://127.0.0.1:${port}`,
		asked,
		written,
		wants: key => (state.wanted = key),
		hold: () => {
			let release: () => void = () => undefined;
			state.held = new Promise(resolve => (release = resolve));
			return () => release();
		},
		stop: () =>
			new Promise(resolve => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
		start: async () => {
			server = made();
			await listen(port);
		},
	};
}
