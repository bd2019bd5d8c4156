// What an entry has from another one it names by `crossref` or `xdata`; whoever goes round in a circle inherits
// nothing there.

import type { BibEntry, BibField } from './bibScan';
import type { Fault } from './bibliography';

/** Not inherited (biblatex manual 3.19, appendix B): what is an entry's own. */
const own: ReadonlySet<string> = new Set([
	'crossref',
	'xref',
	'xdata',
	'ids',
	'entryset',
	'entrysubtype',
	'execute',
	'label',
	'options',
	'presort',
	'related',
	'relatedoptions',
	'relatedstring',
	'relatedtype',
	'shortauthor',
	'shorteditor',
	'shorthand',
	'shorthandintro',
	'sortkey',
	'sorttitle',
	'sortname',
	'sortyear',
	'key',
	'keywords',
	'abstract',
	'file',
	'url',
	'doi',
	'urldate',
	'timestamp',
	'owner',
	'csl-title',
]);

/** More fields no entry has: where each of a long chain adds some, the last would have those of all. */
const mostFields = 200;

type Fields = ReadonlyMap<string, BibField>;

/** The fields of every entry with what it inherits, by entry; circles and unknown parents are faults. */
export function inherit(entries: readonly BibEntry[], fault: (fault: Fault) => void): (entry: BibEntry) => Fields {
	const byKey = new Map<string, BibEntry>();
	const bySmallKey = new Map<string, BibEntry>();
	for (const entry of entries) {
		if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
		if (!bySmallKey.has(entry.key.toLowerCase())) bySmallKey.set(entry.key.toLowerCase(), entry);
	}
	const done = new Map<BibEntry, Fields>();
	const parentsOf = (entry: BibEntry): readonly { readonly parent: BibEntry; readonly data: boolean }[] => {
		const found: { parent: BibEntry; data: boolean }[] = [];
		for (const name of ['xdata', 'crossref']) {
			const field = entry.fields.get(name);
			if (!field) continue;
			const written = name === 'xdata' ? field.raw.split(',') : [field.raw];
			for (const key of written.map(one => one.trim()).filter(one => one !== '')) {
				const parent = byKey.get(key) ?? bySmallKey.get(key.toLowerCase());
				if (parent) found.push({ parent, data: name === 'xdata' });
				else
					fault({ code: 'crossref.unknown', start: field.start, end: field.end, data: { key: entry.key, other: key } });
			}
		}
		return found;
	};
	const resolve = (first: BibEntry): Fields => {
		// A stack of our own: chains may be as long as the file.
		const open = new Map<BibEntry, ReturnType<typeof parentsOf>>();
		const stack = [first];
		for (let entry = stack.at(-1); entry; entry = stack.at(-1)) {
			if (done.has(entry)) {
				stack.pop();
				continue;
			}
			const known = open.get(entry);
			if (!known) {
				const parents = parentsOf(entry);
				const free = parents.filter(({ parent }) => {
					if (!open.has(parent) && parent !== entry) return true;
					const field = referenceOf(entry);
					if (!field) return false;
					fault({
						code: 'crossref.cycle',
						start: field.start,
						end: field.end,
						data: { key: entry.key, other: parent.key },
					});
					return false;
				});
				open.set(entry, free);
				for (const { parent } of free) if (!done.has(parent)) stack.push(parent);
				continue;
			}
			let fields: Fields = entry.fields;
			for (const { parent, data } of known)
				fields = together(entry, fields, parent, done.get(parent) ?? parent.fields, data);
			done.set(entry, fields);
			open.delete(entry);
			stack.pop();
		}
		return done.get(first) ?? first.fields;
	};
	return entry => (referenceOf(entry) ? resolve(entry) : entry.fields);
}

/** The field in which an entry names another one. */
function referenceOf({ fields }: BibEntry): BibField | undefined {
	return fields.get('crossref') ?? fields.get('xdata');
}

/** The child's fields and those of the parent it does not have. */
function together(child: BibEntry, fields: Fields, parent: BibEntry, from: Fields, data: boolean): Fields {
	const result = new Map(fields);
	for (const [name, field] of from) {
		if (own.has(name) && !data) continue;
		const as = data ? name : nameInChild(child.type, parent.type, name);
		if (as !== undefined && !result.has(as) && result.size < mostFields) result.set(as, field);
	}
	return result;
}

/**
 * What a parent's field is called in the child: the title of a collection is the booktitle of its piece (biblatex,
 * appendix B).
 */
function nameInChild(child: string, parent: string, name: string): string | undefined {
	const titled = /^(?:sub)?title$|^titleaddon$/.test(name);
	if (/^(?:mv|multi)/.test(parent) && titled) return `main${name}`;
	if (/^(?:in|bookin|supp)/.test(child) || child === 'conference') {
		if (titled) return `book${name}`;
		if (name === 'author' && /book$/.test(parent)) return 'bookauthor';
		return /^short(?:title|author|editor)$|^index(?:sort)?title$/.test(name) ? undefined : name;
	}
	if (/^(?:article|review|newspaper|magazine)$/.test(child) && parent === 'periodical') {
		if (name === 'title' || name === 'subtitle') return `journal${name}`;
		return name.startsWith('short') ? undefined : name;
	}
	return name;
}
