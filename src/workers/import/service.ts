// What the thread that reads documents does with each request: reads files, plans documents into the pack it was told
// of.
import type { DocumentText, Extension, Source } from '../../core/corpus/records';
import type { CitedSource } from '../../core/documents/cited';
import {
	importProblem,
	type defaultLimits,
	type ImportedDocument,
	type ImportProblem,
	type Limits,
} from '../../core/documents/document';
import type { readFileWith } from '../../core/documents/importer';
import type { Original, Planned, Planner } from '../../core/documents/plan';
import type { createDocumentReaders } from '../../core/documents/readers';
import type { KnownTexts, tableHome } from '../../core/documents/table/known';
import type { recordsIn, TableRecords } from '../../core/documents/table/table';
import type { createPackTools } from '../../core/corpus/tools';
import { serveInTurn } from '../channel/serve';
import type { Answered, Asked, ImportContract, ImportFile, PackPart, PlanRequest, ReadAnswer } from './protocol';

/** The readers of documents and tables, and what plans what they read into a pack. */
export interface DocumentReading {
	readonly createDocumentReaders: typeof createDocumentReaders;
	readonly defaultLimits: typeof defaultLimits;
	readonly readFileWith: typeof readFileWith;
	readonly recordsIn: typeof recordsIn;
	readonly tableHome: typeof tableHome;
	readonly Planner: typeof Planner;
}

/** What is loaded when it is first needed, and what this machine has. */
export interface ServicePlatform {
	readonly documents: () => Promise<DocumentReading>;
	readonly packs: () => Promise<{ readonly createPackTools: typeof createPackTools }>;
	/** The character maps for PDFs, as the build packs them. */
	readonly maps: () => Promise<Readonly<Record<string, string>>>;
	/** The bytes at a path, at most so many; where paths can be opened. */
	readonly open?: (path: string, limit: number) => Promise<Uint8Array | ImportProblem>;
}

/** Answers requests one after the other, in the order in which they came. */
export function serveImport(platform: ServicePlatform, post: (answer: Answered) => void): (asked: Asked) => void {
	const service = new ImportService(platform);
	return serveInTurn<ImportContract>(
		{
			pack: part => service.pack(part),
			read: ({ file }) => service.readFile(file),
			plan: request => service.plan(request),
			forget: ({ planned }) => service.forget(planned),
			table: ({ file, known }) => service.table(file, known),
		},
		post,
	);
}

class ImportService {
	private planner: Planner | undefined;
	private readonly documents: DocumentText[] = [];
	private readonly sources: Source[] = [];
	private readonly extensions: Extension[] = [];
	private readonly cited: CitedSource[] = [];
	private readonly taken = new Set<string>();
	private read: readonly ImportedDocument[] = [];
	private original: Original = { file: '', sha256: '' };

	constructor(private readonly platform: ServicePlatform) {}

	async pack(part: PackPart): Promise<null> {
		this.documents.push(...part.documents);
		this.sources.push(...part.sources);
		this.extensions.push(...part.extensions);
		this.cited.push(...part.cited);
		for (const id of part.taken) this.taken.add(id);
		const tools = (await this.platform.packs()).createPackTools();
		if (part.files.length > 0) {
			const texts = part.files.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }));
			const { data } = tools.read(texts, 'pack');
			this.documents.push(...(data.documents ?? []));
			this.sources.push(...data.sources);
			this.extensions.push(...(data.extensions ?? []));
		}
		if (!part.done) return null;
		const { Planner } = await this.platform.documents();
		for (const { id } of this.sources) this.taken.add(id);
		this.planner = new Planner(
			{
				taken: id => this.taken.has(id),
				propose: (words, taken, ending) => tools.propose('source', words, taken, ending),
			},
			this.documents,
			this.sources,
			{ cited: this.cited, extensions: this.extensions },
		);
		return null;
	}

	async readFile(file: ImportFile): Promise<ReadAnswer> {
		const { createDocumentReaders, defaultLimits, readFileWith } = await this.platform.documents();
		this.read = [];
		const bytes = await this.bytes(file, defaultLimits);
		if (!(bytes instanceof Uint8Array)) return { documents: [], problems: [bytes] };
		this.original = { file: file.name, sha256: await sha256(bytes) };
		const maps = bytes[0] === 0x25 ? await this.platform.maps() : {}; // only a PDF (%PDF) needs them
		const { documents, problems } = await readFileWith(createDocumentReaders(maps), bytes, file.name, defaultLimits);
		this.read = documents;
		return {
			problems,
			documents: documents.map(one => ({
				source: one.source,
				paragraphs: one.paragraphs.length,
				beginning: (one.paragraphs[0] ?? '').slice(0, 200),
				dropped: one.dropped.filter(({ why, text }) => text.trim() !== '' && why !== 'title' && why !== 'repeated')
					.length,
				problems: one.problems,
			})),
		};
	}

	plan({ at, source, onDuplicate }: PlanRequest): Planned {
		const document = this.read[at];
		if (!this.planner || !document) throw new Error('nothing was read');
		return this.planner.plan(source ? { ...document, source } : document, this.original, onDuplicate);
	}

	forget(planned: Planned): null {
		this.planner?.forget(planned);
		return null;
	}

	async table(file: ImportFile, known: KnownTexts): Promise<TableRecords> {
		const { defaultLimits, recordsIn, tableHome } = await this.platform.documents();
		const bytes = await this.bytes(file, defaultLimits);
		if (!(bytes instanceof Uint8Array)) return { records: [], problems: [bytes] };
		const { propose } = (await this.platform.packs()).createPackTools();
		return recordsIn(bytes, file.name, defaultLimits, tableHome(known, this.taken, propose));
	}

	private async bytes(file: ImportFile, limits: Limits): Promise<Uint8Array | ImportProblem> {
		if (file.bytes) return file.bytes;
		if (file.path !== undefined && this.platform.open) return this.platform.open(file.path, limits.bytes);
		return importProblem('import.unreadable', { reason: 'failed' });
	}
}

async function sha256(bytes: Uint8Array): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
	return [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
