// A document that was read → what is written into a pack: its id and name; new, an update, or another holding.

import type { DocumentText, Extension, Source } from '../corpus/records';
import { documentText } from '../corpus/documentText';
import type { Layout } from '../text/layout/layout';
import { Cited, fullTextHead, type CitedSource } from './cited';
import { importProblem, type ImportedDocument, type ImportProblem, type ProvedFields } from './document';
import { keyWords, type KeyWords } from './keyWords';
import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { oneLine } from './plain/paragraphs';
import { isDeviceName } from '../corpus/deviceNames';
import { missingOf } from './missing';
import { present } from './proved';
import { droppedReport } from './report';
import { equal, isOther } from './otherPaper';
import { printOf, Prints } from './sameness';

/** What to do when the same text is in the pack already. */
export type OnDuplicate = 'skip' | 'update' | 'holding';

/** What the original was. */
export interface Original {
	/** Its name, without the folders above what was imported. */
	readonly file: string;
	/** SHA-256 of its bytes, hexadecimal, lower case. */
	readonly sha256: string;
}

/** One document to be written: `name` and `report.name` are names inside the pack. */
export interface Planned {
	readonly action: 'new' | 'update' | 'holding' | 'skip';
	readonly id: string;
	readonly title: string;
	readonly name: string;
	/** Absent when nothing is written. */
	readonly text?: string;
	/** What was left out, for people to look at; absent when that is nothing. */
	readonly report?: { readonly name: string; readonly text: string };
	readonly paragraphs: number;
	/** Of a text that replaces another: paragraphs that are the same under another number, old and new. */
	readonly moves?: readonly (readonly [from: number, to: number])[];
	readonly problems: readonly ImportProblem[];
}

/** What is asked of a pack that documents go into. */
export interface PackContents {
	/** Ids of every record of the pack, and of files that are in the way. */
	taken(id: string): boolean;
	/** As PackTools.propose for a source. */
	propose(words: readonly string[], taken: (id: string) => boolean, ending?: string): string;
}

/** What other packs have, and what documents of this pack add to it. */
export interface Elsewhere {
	readonly cited: readonly CitedSource[];
	readonly extensions: readonly Extension[];
}

/** A source of another pack whose full text a document is. */
interface Target {
	readonly source: Source;
	/** What the document itself says of it. */
	readonly own: Extension['fields'];
}

/** A document of the pack, or one planned to be. */
interface PackDocument {
	readonly source: Source;
	readonly target?: Target | undefined;
	readonly name: string;
	readonly paragraphs: readonly string[];
	readonly layout?: Layout | undefined;
}

/** Plans imports into one pack, one document after the other, so that those of one run know of each other. */
export class Planner {
	private readonly prints = new Prints();
	private readonly inPack = new Map<string, PackDocument>();
	private readonly usedIds = new Set<string>();
	/** In small letters: on Windows and macOS `A.md` and `a.md` are one file. */
	private readonly usedNames = new Set<string>();
	private readonly cited: Cited;
	/** `documents` and `sources`: what the pack has. */
	constructor(
		private readonly contents: PackContents,
		documents: readonly DocumentText[] = [],
		sources: readonly Source[] = [],
		{ cited, extensions }: Elsewhere = { cited: [], extensions: [] },
	) {
		this.cited = new Cited(cited);
		const known = new Map(sources.map(source => [source.id, source]));
		const others = new Map(cited.map(({ source }) => [source.id, source]));
		for (const { source: id, file: name, paragraphs, layout } of documents) {
			const source = known.get(id);
			const other = others.get(id);
			const own = extensions.find(one => one.kind === 'source' && one.extends === id)?.fields ?? {};
			if (source) this.register({ source, name, paragraphs, layout });
			else if (other)
				this.register({
					source: { ...other, ...own } as Source,
					target: { source: other, own },
					name,
					paragraphs,
					layout,
				});
		}
	}

	private register(document: PackDocument): void {
		this.inPack.set(document.name, document);
		this.usedIds.add(document.source.id);
		this.usedNames.add(document.name.toLowerCase());
		this.prints.add(document.name, printOf(document.paragraphs));
	}

	/** Takes back that a new document counts as written, when it could not be. */
	forget(planned: Planned): void {
		if (planned.action !== 'new') return;
		this.prints.remove(planned.name);
		this.inPack.delete(planned.name);
		this.usedIds.delete(planned.id);
		this.usedNames.delete(planned.name.toLowerCase());
	}

	/** Plans one document. The answer counts as written from then on. */
	plan(document: ImportedDocument, original: Original, onDuplicate: OnDuplicate): Planned {
		const found = this.prints.nearest(printOf(document.paragraphs), (key, { alike }) => {
			const old = this.inPack.get(key)?.source;
			return old !== undefined && (old.imported?.sha256 === original.sha256 || !isOther(document.source, old, alike));
		});
		const old = found && this.inPack.get(found.key);
		if (!found || !old)
			return this.fullText(document, original) ?? this.write(this.sourceOf(document, original), document);
		const moves = movesOf(old.paragraphs, document);
		const relation = relationOf(found.nearness.alike, document, original, old);
		const problem = {
			...importProblem('import.duplicate', { document: old.name, relation, ...movesData(moves) }),
			...(relation === 'same' && { severity: 'information' as const }),
		};
		if (onDuplicate === 'skip') {
			return {
				action: 'skip',
				id: old.source.id,
				title: document.source.title ?? old.source.title,
				name: old.name,
				paragraphs: old.paragraphs.length,
				problems: [...document.problems, problem],
			};
		}
		const planned = this.write(
			onDuplicate === 'update' ? updated(old.source, document, original) : withHolding(old.source, document.source),
			document,
			{ old, action: onDuplicate },
		);
		return onDuplicate === 'update' && moves.length > 0 ? { ...planned, moves } : planned;
	}

	/**
	 * The plan for a text of which another pack has the source: the document extends that, and has no source of its
	 * own.
	 */
	private fullText(document: ImportedDocument, original: Original): Planned | undefined {
		const other = this.cited.sourceOf(document);
		if (!other || this.usedIds.has(other.id) || this.usedNames.has(nameOf(other.id))) return undefined;
		const planned = this.write({ ...document.source, ...other, imported: imported(original) }, document, undefined, {
			source: other,
			own: {},
		});
		return {
			...planned,
			problems: [...planned.problems, importProblem('import.cited', { title: other.title, id: other.id })],
		};
	}

	private write(
		source: Source,
		document: ImportedDocument,
		over?: { readonly old: PackDocument; readonly action: 'update' | 'holding' },
		target: Target | undefined = over?.old.target,
	): Planned {
		const { paragraphs, layout } = over?.action === 'holding' ? over.old : document;
		const name = over?.old.name ?? nameOf(source.id);
		const head = target ? fullTextHead(target.source, source, target.own) : source;
		this.register({ source, name, paragraphs, layout, target: target && { source: target.source, own: head } });
		const report = over?.action === 'holding' ? undefined : droppedReport(source, document);
		return {
			action: over?.action ?? 'new',
			id: source.id,
			title: source.title,
			name,
			text: documentText(head, paragraphs, layout),
			paragraphs: paragraphs.length,
			...(report !== undefined && { report: { name: reportName(name), text: report } }),
			problems: document.problems,
		};
	}

	private sourceOf(document: ImportedDocument, original: Original): Source {
		const fields = document.source;
		const title = fields.title ?? (titleOfFile(original.file) || '-');
		const id = this.freeId(keyWords(fields, title));
		return present({ id, type: fields.type ?? 'document', ...fields, title, imported: imported(original) });
	}

	/** The first id that is free, or the best one with a number after it. */
	private freeId(ways: readonly KeyWords[]): string {
		const isTaken = (id: string) => this.usedIds.has(id) || this.usedNames.has(nameOf(id)) || this.contents.taken(id);
		const ids = ways.map(({ words, ending }) => this.contents.propose(words, () => false, ending));
		return ids.find(id => !isTaken(id)) ?? this.contents.propose(ways[0]?.words ?? [], isTaken, ways[0]?.ending);
	}
}

/** The name of the document of a source; the id of somebody else may be the name of a device on Windows. */
function nameOf(id: string): string {
	if (isDeviceName(id)) return `documents/${id}-1.md`;
	return `documents/${id}.md`;
}

function titleOfFile(file: string): string {
	return readable(file.replace(/^.*\//, '').replace(/\.[A-Za-z0-9]{1,5}$/, '')).slice(0, 200);
}

/** The paragraphs the new text has under another number: what drafts cite by number would lead elsewhere. */
function movesOf(old: readonly string[], { paragraphs }: ImportedDocument): NonNullable<Planned['moves']> {
	const now = new Map(paragraphs.map((text, i) => [letters(text), i + 1]));
	return old.flatMap((text, i): (readonly [number, number])[] => {
		const same = letters(paragraphs[i] ?? '') === letters(text);
		const number = same ? undefined : now.get(letters(text));
		if (number === undefined || letters(text) === '') return [];
		return [[i + 1, number]];
	});
}

const letters = (text: string) => compact(fold(text)).text;

/** How many moves, and the first of them. */
function movesData([first, ...others]: NonNullable<Planned['moves']>): Record<string, number> {
	return first ? { moved: others.length + 1, from: first[0], to: first[1] } : {};
}

/** `documents/a.md` → `documents/.dropped/a.md` */
function reportName(document: string): string {
	return `${document.replace(/[^/]*$/, '')}.dropped/${document.replace(/^.*\//, '')}`;
}

/** A name of a file as a record may have it. */
function readable(name: string): string {
	return oneLine(name).replaceAll('\uFFFD', '□');
}

function imported(original: Original): Source['imported'] {
	return { file: readable(original.file).slice(-300) || '-', sha256: original.sha256 };
}

/** `holding`: the same words from elsewhere; `update`: nearly the same words; `same`: nothing new. */
function relationOf(
	alike: number,
	document: ImportedDocument,
	original: Original,
	old: PackDocument,
): 'same' | 'update' | 'holding' {
	if (alike < equal) return 'update';
	if (original.sha256 === old.source.imported?.sha256) return 'same';
	const { held, URL } = document.source;
	const isElsewhere =
		(held?.from !== undefined && held.from !== old.source.held?.from) || (URL !== undefined && URL !== old.source.URL);
	const isKnown = (old.source.holdings ?? []).some(holding => holding.from === held?.from && holding.URL === URL);
	return isElsewhere && !isKnown ? 'holding' : 'same';
}

/** The record with the new text's fields over the old ones; what the new page does not prove stays as it was. */
function updated(old: Source, document: ImportedDocument, original: Original): Source {
	const fields = document.source;
	const saysNoMore = fields.type === undefined || fields.type === 'document' || fields.type === 'webpage';
	const type = saysNoMore ? old.type : fields.type;
	const source: Source = {
		...old,
		// A paper that was taken for an article of the site it stood on is none of its parts.
		...((type === 'legislation' || type === 'legal_case') && { 'container-title': undefined }),
		damage: undefined,
		fidelity: undefined,
		...fields,
		id: old.id,
		title: fields.title ?? old.title,
		type,
		imported: imported(original),
	};
	return present({ ...source, missing: missingOf(source) });
}

/** The record with one place more where its text was found. */
function withHolding(old: Source, fields: ProvedFields): Source {
	const holding = present({ from: fields.held?.from, date: fields.held?.date, URL: fields.URL });
	const known = [old.held, ...(old.holdings ?? [])].some(
		one => one !== undefined && JSON.stringify(one) === JSON.stringify(holding),
	);
	return known || Object.keys(holding).length === 0 ? old : { ...old, holdings: [...(old.holdings ?? []), holding] };
}
