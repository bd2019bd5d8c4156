// Every command that edits a draft, with what must be true afterwards.
import { Draft } from '../../src/core/draft/draft';
import type { Edit } from '../../src/core/draft/edit';
import { applyEdits } from '../../src/core/draft/edit';
import type { DraftLanguage } from '../../src/core/citations/edits/escape';
import { planInsertion, type Form } from '../../src/core/citations/edits/insert';
import { formatReference } from '../../src/core/citations/gbt7714/reference';
import { createPolicyService } from '../../src/core/service';
import type { Random } from './random';
import { notesOf, ownNotes, readMarkdown, type Leaf, type ReadOptions } from './readMarkdown';
import { readLatex, readPlain } from './readOthers';
import { places } from './drafts';
import { finishFaults } from './finishFaults';
import { fixFaults } from './fixFaults';
import { citations, corpus, sources } from './sources';

const service = createPolicyService(corpus);
const { citing } = service;
const reviewer = service.reviewer();

/** What a command would do to a draft. */
export interface Attempt {
	readonly edits: readonly Edit[];
	/** What is wrong with the draft afterwards. */
	readonly faults: (after: string) => readonly string[];
	/** Where a second time must change nothing: what it would do. */
	readonly again?: (after: string) => readonly Edit[];
}

export interface Command {
	readonly name: string;
	readonly languages: readonly DraftLanguage[];
	readonly run: (text: string, language: DraftLanguage, random: Random) => Attempt | undefined;
}

const everywhere: readonly DraftLanguage[] = ['markdown', 'latex', 'plaintext'];
const marked: readonly DraftLanguage[] = ['markdown', 'latex'];

/** Spaces at the ends of lines and empty lines do not count. */
const lean = (text: string) =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(/[ \t]+(?=\n|$)/g, '')
		.replace(/\n{2,}/g, '\n\n')
		.trim();

/** A draft as its reader sees it, one line a stretch of text. */
function read(text: string, language: DraftLanguage, options: ReadOptions = {}): readonly string[] {
	if (language === 'latex') return [lean(readLatex(text))];
	if (language === 'plaintext') {
		const { body, entries } = readPlain(text);
		return [lean(body), ...entries];
	}
	return readMarkdown(text, options).map(leafLine);
}

/** Of the blocks around a text only the nearest counts: a list may take what stood below it. */
const leafLine = ({ path, text }: Leaf) => `${path.trim().split(' ').at(-1)!} ${text}`;

function differing(what: string, before: readonly string[], after: readonly string[]): string[] {
	const at = before.findIndex((line, number) => line !== after[number]);
	if (at < 0 && before.length === after.length) return [];
	const here = at < 0 ? before.length : at;
	return [`${what}: ${JSON.stringify(before[here])} became ${JSON.stringify(after[here])}`];
}

/** Everything of the first stands in the second, in order. */
function without(what: string, part: readonly string[], whole: readonly string[]): string[] {
	let at = 0;
	for (const line of part) {
		const found = whole.indexOf(line, at);
		if (found < 0) return [`${what}: ${JSON.stringify(line)} is gone`];
		at = found + 1;
	}
	return [];
}

/** The text reads as before. */
const unchanged =
	(text: string, language: DraftLanguage, options: ReadOptions = {}): Attempt['faults'] =>
	after =>
		differing('the text', read(text, language, options), read(after, language, options));

const placed = (random: Random) => {
	const { locator } = random.pick(places);
	return locator ? { locator } : {};
};

/** Where edits put something into the text, a sign is put instead; what they put elsewhere is left out. */
function signs(
	edits: readonly Edit[],
	language: DraftLanguage,
): {
	readonly edits: readonly Edit[];
	readonly marks: ReadonlyMap<string, string>;
} {
	const marks = new Map<string, string>();
	const inText: Edit[] = [];
	for (const edit of edits) {
		const mark = /^[^\r\n]*/.exec(edit.text)![0];
		if (mark === '' && edit.start < edit.end) inText.push(edit);
		if (mark === '' || /^(?:\[\^[^\]]+\]:|#* ?参考文献|[[［〔]\d+[\]］〕] ?[^ ]|\d+\. )/.test(mark)) continue;
		const sign = String.fromCharCode(0xe000 + marks.size);
		// The first and the last character stay: what stands around reads them.
		const bare = [...mark.trim()];
		const [lead, trail] = [/^\s*/.exec(mark)![0], /\s*$/.exec(mark)![0]];
		const joins = mark.startsWith('; ');
		const key =
			language === 'latex'
				? `x${sign}x`
				: joins
					? `; @${sign}`
					: `${lead}${bare[0]!}${sign}${/^[^[].*\]$/.test(bare.join('')) ? '[x]' : bare.at(-1)!}${trail}`;
		marks.set(sign, joins ? mark : mark.trim());
		inText.push({ ...edit, text: key });
	}
	return { edits: inText, marks };
}

const forms: readonly Form[] = ['footnote', 'pandoc', 'note', 'quotation', 'numeric'];

const insert = (form: Form): Command => ({
	name: `insert ${form}`,
	languages: everywhere,
	run: (text, language, random) => {
		const offsets = random.some(1, random.chance(0.2) ? 3 : 1, () => random.below(text.length + 1));
		const citation = form === 'quotation' || random.chance(0.3) ? random.pick(citations) : undefined;
		const source = citation ? sources.find(one => one.id === citation.source)! : random.pick(sources);
		const { edits, cursors } = planInsertion(
			new Draft(text, language),
			offsets,
			{ source, citation },
			form,
			placed(random),
		);
		return {
			edits,
			faults: after => {
				const faults = edits.flatMap(edit => (edit.start === edit.end ? [] : ['something of the draft is replaced']));
				if (cursors.some(at => at < 0 || at > after.length)) faults.push('a cursor stands outside');
				return [...faults, ...inserted(text, after, edits, language, form)];
			},
		};
	},
});

/** Signs in the places of the marks, read as the marks, is what the draft reads like. */
function inserted(text: string, after: string, edits: readonly Edit[], language: DraftLanguage, form: Form): string[] {
	const { edits: inText, marks } = signs(edits, language);
	const signed = applyEdits(text, inText);
	if (language === 'plaintext') return plainInserted(signed, after, marks);
	if (language === 'latex') return differing('the text', latexSigned(signed, marks), read(after, language));
	const now = readMarkdown(after);
	const there = now.map(leafLine);
	const compare = (expected: readonly string[]) =>
		form === 'numeric'
			? [...without('the text', expected, there), ...more(expected, there)]
			: differing('the text', expected, there);
	let faults: string[] | undefined;
	let inHtml = false;
	for (const one of readings(signed)) {
		const leaves = readMarkdown(one, { signs: marks, notesOf: after });
		inHtml ||= belowHtml(one, marks);
		const found = compare(leaves.map(leafLine));
		faults ??= found;
		if (found.length === 0) return keysKept(text, after, language);
	}
	return inHtml ? keysKept(text, after, language) : (faults ?? []);
}

/** Whether a mark stands right below HTML: to CommonMark it is more of that, to pandoc and to us a paragraph. */
function belowHtml(signed: string, marks: ReadonlyMap<string, string>): boolean {
	return readMarkdown(signed).some(
		leaf => leaf.path.endsWith('html_block') && [...marks.keys()].some(sign => leaf.text.includes(sign)),
	);
}

/**
 * A mark on the line right below a note or an entry of a list, or right above a note, is more of that text, or stands
 * apart from it by a line that is put between.
 */
function* readings(signed: string): Iterable<string> {
	const above = /(\r?\n)(?=[ \t]*[^\s][\uE000-\uE0FF](?:\[x\]|[^\s]))/g;
	const below = /(?<=\n[ \t]*[^\s][\uE000-\uE0FF](?:\[x\]|[^\s])[ \t]*)(\r?\n)(?=[ \t>*+\d.)-]*\[\^)/g;
	const count = (signed.match(above)?.length ?? 0) + (signed.match(below)?.length ?? 0);
	// Each mark for itself: bit by bit, whether a line stands at the place.
	for (let choice = 0; choice < 2 ** Math.min(count, 6); choice++) {
		let place = 0;
		const chosen = (lineEnd: string) => (((choice >> place++) & 1) === 1 ? lineEnd + lineEnd : lineEnd);
		yield signed.replace(below, chosen).replace(above, chosen);
	}
}

/** What an insertion with a number adds to a draft is no more than a heading and an entry. */
function more(expected: readonly string[], now: readonly string[]): string[] {
	const rest = [...now];
	for (const line of expected) rest.splice(rest.indexOf(line), 1);
	const isEntry = (line: string) =>
		/参考文献$|^\S* ?\[\d+\] /.test(line) || anyReference.has(line.replace(/^\S+ /, ''));
	return rest.length > 2 || rest.some(line => !isEntry(line)) ? [`more than an entry: ${JSON.stringify(rest)}`] : [];
}

function latexSigned(signed: string, marks: ReadonlyMap<string, string>): readonly string[] {
	return [
		lean(
			readLatex(signed).replace(/[^]([\uE000-\uE0FF])(?:\[x\]|[^])/gu, (all, sign: string) =>
				readLatex(marks.get(sign) ?? all),
			),
		),
	];
}

function plainInserted(signed: string, after: string, marks: ReadonlyMap<string, string>): string[] {
	let before = signed;
	for (const [sign, mark] of marks) before = before.replace(new RegExp(`[^]${sign}(?:\\[x\\]|[^])`, 'u'), () => mark);
	return without('the text', before.split(/\r\n|\n/).filter(Boolean), after.split(/\r\n|\n/));
}

/** What was cited by a key or referred to before still is, in order. */
function keysKept(before: string, after: string, language: DraftLanguage): string[] {
	const cited = (text: string) => {
		const draft = new Draft(text, language);
		return [
			...draft.citations.flatMap(one =>
				one.keys.map(key => ({ at: key.start, said: `@${key.key} ${JSON.stringify(key.locator ?? '')}` })),
			),
			...draft.references.map(one => ({ at: one.start, said: `^${one.label}` })),
		]
			.sort((a, b) => a.at - b.at)
			.map(one => one.said);
	};
	return without('a citation', cited(before), cited(after));
}

const switching = (to: 'pandoc' | 'footnote', renumber: 'keys' | 'numbers', one: boolean): Command => ({
	name: `switch ${one ? 'one' : `all to ${to}${renumber === 'numbers' ? ', numbered' : ''}`}`,
	languages: marked,
	run: (text, language, random) => {
		const draft = new Draft(text, language);
		const offset = random.below(text.length + 1);
		const plan = one ? citing.switchAt(draft, offset, {}) : citing.switchAll(draft, to, {}, renumber);
		// Of definitions with one label the first counts, and what the second says is told.
		const own = language === 'markdown' ? ownNotes(text) : new Map<string, string>();
		return {
			edits: plan.edits,
			faults: after => [
				...(own ? unchanged(text, language, { own, first: true })(after) : []),
				...(language === 'markdown' && to === 'footnote' ? noDeeper(text, after) : []),
			],
		};
	},
});

/** No note holds a note that held none before: pandoc reads none within another. */
function noDeeper(text: string, after: string): string[] {
	const held = (of: string) => notesOf(of).join('').split('[^]').length;
	return held(after) > held(text) ? ['a note stands in a note'] : [];
}

const thereAndBack: Command = {
	name: 'switch all there and back',
	languages: marked,
	run: (text, language) => {
		const there = citing.switchAll(new Draft(text, language), 'footnote', {});
		const switched = applyEdits(text, there.edits);
		const back = citing.switchAll(new Draft(switched, language), 'pandoc', {});
		const own = language === 'markdown' ? ownNotes(text) : new Map<string, string>();
		return {
			edits: back.edits.length > 0 ? there.edits : [],
			faults: after => {
				const plan = citing.switchAll(new Draft(after, language), 'pandoc', {});
				const again = applyEdits(after, plan.edits);
				return own
					? differing(
							'the text',
							read(text, language, { own, first: true }),
							read(again, language, { own, first: true }),
						)
					: [];
			},
		};
	},
};

const tidy = (renumber: 'keys' | 'numbers', orphans: boolean): Command => ({
	name: `notes in order, ${renumber}${orphans ? ', unused ones out' : ''}`,
	languages: ['markdown', 'plaintext'],
	run: (text, language) => {
		const tidied = (of: string) =>
			citing.orderNotes(new Draft(of, language), { renumber, orphans, merge: orphans }).edits;
		return {
			edits: tidied(text),
			faults: after => [
				...unchanged(text, language)(after),
				...(orphans || language !== 'markdown'
					? []
					: differing('the notes', [...notesOf(text)].sort(), [...notesOf(after)].sort())),
			],
			again: tidied,
		};
	},
});

/** A draft of marked text without the entries of its last list, and how many those are. */
function entriesOf(text: string): { readonly rest: string; readonly entries: number } {
	const head = text.search(/^#* ?参考文献[^]*(?![^]*^#* ?参考文献)/m);
	if (head < 0) return { rest: text, entries: 0 };
	const entry = /^\\?\[\d+\\?\] .*$/gm;
	const list = text.slice(head);
	return { rest: text.slice(0, head) + list.replace(entry, '[0] 条'), entries: list.match(entry)?.length ?? 0 };
}

/** Every reference as we write it in an edition. */
const references = (edition: '2025' | '2015'): ReadonlySet<string> =>
	new Set(sources.flatMap(source => places.map(({ locator }) => formatReference(source, { edition, locator }).text)));

/** Of either edition, as the list of an insertion may have them. */
const anyReference = new Set([...references('2025'), ...references('2015')]);

/** Of a plain text only entries of its list changed, and those are references of the edition. */
function entriesUpdated(text: string, after: string, edition: '2025' | '2015'): string[] {
	const [before, now] = [text.split(/\r\n|\n/), after.split(/\r\n|\n/)];
	const head = before.lastIndexOf('参考文献');
	const faults = differing('the text', before.slice(0, head + 1), now.slice(0, head + 1));
	const ours = references(edition);
	for (const line of now.slice(head + 1)) {
		const [, words = line] = /^(?:[[［〔]\d+[\]］〕]|\d+\.) ?(.*)$/.exec(line) ?? [];
		if (!before.includes(line) && !ours.has(words)) faults.push(`an entry: ${JSON.stringify(line)} is none of ours`);
	}
	for (const line of before.slice(head + 1))
		if (!now.includes(line) && /第.条|续行|附件/.test(line)) faults.push(`an entry: ${JSON.stringify(line)} is gone`);
	return faults;
}

const update: Command = {
	name: 'references up to date',
	languages: everywhere,
	run: (text, language, random) => {
		const options = { edition: random.pick(['2025', '2015'] as const) };
		const updated = (of: string) => citing.update(new Draft(of, language), options).edits;
		return {
			edits: updated(text),
			faults: after => {
				if (language === 'plaintext') return entriesUpdated(text, after, options.edition);
				// What a list says is what the command is for; everything beside it reads as before.
				const [before, now] = [entriesOf(outside(text)), entriesOf(outside(after))];
				if (before.entries !== now.entries) return [`the list: ${before.entries} became ${now.entries} entries`];
				return unchanged(before.rest, language)(now.rest);
			},
			again: updated,
		};
	},
};

const list: Command = {
	name: 'reference list',
	languages: marked,
	run: (text, language) => {
		const listed = (of: string) => citing.list(new Draft(of, language), {}, true).edits;
		const had = citing.hasList(new Draft(text, language));
		return {
			edits: listed(text),
			faults: after => {
				if (language === 'latex' || had) return keysKept(outside(text), outside(after), language);
				const said = read(after, language);
				const faults = without('the text', read(text, language), said);
				const cited = citing.cites(new Draft(text, language));
				const shown = said.some(line => /^(?:html_block )?<!-- policy-writing: references/.test(line.trim()));
				if (cited.length > 0 && !shown) faults.push('the list is not read');
				// To pandoc a comment goes on over blank lines until something closes it.
				const comments = [...after.matchAll(/<!--[^]*?-->/g)].map(one => one[0]);
				if (cited.length > 0 && !comments.includes('<!-- policy-writing: references -->'))
					faults.push('the list begins in a comment');
				return faults;
			},
			again: listed,
		};
	},
};

/** A draft without what stands between markers. */
const outside = (text: string) =>
	text.replace(/((?:<!--|%) policy-writing: references)[^]*?((?:<!--|%) \/policy-writing: references)/g, '$1$2');

const locate: Command = {
	name: 'place of a citation',
	languages: marked,
	// A note that was changed by hand is left to itself, and that is told.
	run: (text, language, random) => {
		const draft = new Draft(text, language);
		const all = [...draft.references, ...draft.citations];
		if (all.length === 0) return undefined;
		const one = random.pick(all);
		const said = random.pick(places).said;
		const plan = citing.locate(new Draft(text, language), one.start + 1, said, {});
		// The place may have changed in one citation; everything else is as before.
		const bare = (of: readonly string[]) =>
			of.map(line => {
				let out = line;
				for (let last = ''; out !== last;) [last, out] = [out, out.replace(/⟨[^⟨⟩⟪⟫]*⟩|⟪[^⟪⟫]*⟫|⟦[^⟧]*⟧/g, '□')];
				return out;
			});
		if (!plan) return undefined;
		return {
			edits: plan.edits,
			faults: after =>
				language === 'markdown' ? differing('the text', bare(read(text, language)), bare(read(after, language))) : [],
		};
	},
};

const missing: Command = {
	name: 'missing definition',
	languages: ['markdown'],
	run: (text, language, random) => {
		const draft = new Draft(text, language);
		const open = draft.references.filter(one => !draft.definitions.some(other => other.label === one.label));
		if (open.length === 0) return undefined;
		const one = random.pick(open);
		const edit = citing.missingDefinition(new Draft(text, language), one.label, one.start, {});
		return { edits: edit ? [edit] : [], faults: unchanged(text, language) };
	},
};

const fixes: Command = {
	name: 'review fixes',
	languages: everywhere,
	run: (text, language, random) => {
		const families = ['quotation', 'wording', 'punctuation', 'figure'] as const;
		const { findings } = reviewer.reviewNow(new Draft(text, language), { families, all: true });
		if (findings.length === 0) return undefined;
		const finding = random.pick(findings);
		const form = random.pick(forms);
		const ways = service.fixes(new Draft(text, language), finding, form, {});
		if (ways.length === 0) return undefined;
		// To cite the right source instead is what that one is for.
		if (finding.code === 'quotation.attribution') return undefined;
		const fix = random.pick(ways);
		const isInsertion = fix.edits.every(edit => edit.start === edit.end);
		return {
			edits: fix.edits,
			faults: after => [
				...keysKept(text, after, language),
				...fixFaults(fix, text, after, language),
				...(fix.kind === 'cite' && isInsertion ? inserted(text, after, fix.edits, language, form) : []),
			],
		};
	},
};

const finish = (style: 'numeric' | 'note' | 'footnote'): Command => ({
	name: `finished copy, ${style}`,
	languages: ['markdown'],
	run: (text, language) => {
		const copy = citing.finish(new Draft(text, language), style, {}).text;
		const edits = copy === text ? [] : [{ start: 0, end: text.length, text: copy }];
		return {
			edits,
			faults: after => [
				...finishFaults(outside(text), outside(after)),
				...(style === 'footnote' ? noDeeper(text, after) : []),
			],
		};
	},
});

export const commands: readonly Command[] = [
	...forms.map(insert),
	switching('pandoc', 'keys', false),
	switching('footnote', 'keys', false),
	switching('footnote', 'numbers', false),
	switching('pandoc', 'keys', true),
	thereAndBack,
	tidy('keys', true),
	tidy('numbers', true),
	tidy('numbers', false),
	update,
	list,
	locate,
	missing,
	fixes,
	finish('numeric'),
	finish('note'),
	finish('footnote'),
];
