// Every command that edits a draft, with what must be true afterwards.
import { Draft } from '../../src/core/draft/draft';
import type { Edit } from '../../src/core/draft/edit';
import { applyEdits } from '../../src/core/draft/edit';
import { keysOf } from '../../src/core/draft/keys';
import type { DraftLanguage } from '../../src/core/citations/edits/escape';
import { planInsertion, type Form } from '../../src/core/citations/edits/insert';
import { createPolicyService } from '../../src/core/service';
import type { Random } from './random';
import { notesOf, readMarkdown, type Leaf } from './readMarkdown';
import { readLatex, readPlain } from './readOthers';
import { places } from './drafts';
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
function read(text: string, language: DraftLanguage, throughNotes = false): readonly string[] {
	if (language === 'latex') return [lean(readLatex(text))];
	if (language === 'plaintext') {
		const { body, entries } = readPlain(text);
		return [lean(body), ...entries];
	}
	return readMarkdown(text, throughNotes).map(leafLine);
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
	(text: string, language: DraftLanguage, throughNotes = false): Attempt['faults'] =>
	after =>
		differing('the text', read(text, language, throughNotes), read(after, language, throughNotes));

const placed = (random: Random) => {
	const { locator } = random.pick(places);
	return locator ? { locator } : {};
};

/** Where edits put something into the text, a sign is put instead; the rest of them is left out. */
function signs(edits: readonly Edit[]): {
	readonly edits: readonly Edit[];
	readonly marks: ReadonlyMap<string, string>;
} {
	const marks = new Map<string, string>();
	const inText: Edit[] = [];
	for (const edit of edits) {
		const mark = /^[^\r\n]*/.exec(edit.text)![0];
		if (mark === '' || /^(?:\[\^[^\]]+\]:|#* ?参考文献|\[\d+\] .)/.test(mark)) continue;
		const sign = `${String.fromCharCode(0xe000 + marks.size)}`;
		// The first and the last character stay: what stands around reads them.
		const bare = mark.trim();
		const [lead, trail] = [/^\s*/.exec(mark)![0], /\s*$/.exec(mark)![0]];
		const key = mark.startsWith('; ')
			? `; @${sign}`
			: `${lead}${bare[0]!}${sign}${/^[^[].*\]$/.test(bare) ? '[x]' : bare.at(-1)!}${trail}`;
		marks.set(sign, mark);
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

/** Signs in the places of the marks, read, and each sign replaced by what its mark reads like, is what the draft reads like. */
function inserted(text: string, after: string, edits: readonly Edit[], language: DraftLanguage, form: Form): string[] {
	if (language === 'latex') return keysKept(text, after, language);
	const { edits: inText, marks } = signs(edits);
	const signed = applyEdits(text, inText);
	if (language === 'plaintext') return plainInserted(signed, after, marks);
	// A note that cites itself leads nowhere; what stands in HTML is not read.
	if (text.includes('<pre>')) return keysKept(text, after, language);
	if (/(?:^ *<!--|-->|<\/div>).*[\uE000-\uE0FF]/m.test(signed)) return [];
	if (signed.includes('<div>') && /<div>\n[^<]*[\uE000-\uE0FF]/.test(signed.replaceAll('\r', ''))) return [];
	if ([...marks.values()].some(mark => inNotes(text, inText, mark))) return keysKept(text, after, language);
	const meanings = new Map<string, string>();
	const definitions = keysOf(new Draft(after, language))
		.definitions.map(one => `[^${one.label}]: ${after.slice(one.textStart, one.end).replace(/\n(?:> ?)+/g, '\n')}`)
		.join('\n\n');
	for (const [sign, mark] of marks) {
		const [leaf] = readMarkdown(`${mark.startsWith('; ') ? `[${mark.slice(2)}]` : mark}\n\n${definitions}`);
		meanings.set(sign, leaf?.text ?? '');
	}
	const expected = readMarkdown(signed).map(leaf => {
		const line = leafLine(leaf);
		return line
			.replace(/⟨words @([\uE000-\uE0FF])⟩/g, (_, sign: string) => meanings.get(sign) ?? '?')
			.replace(/[^\s]([\uE000-\uE0FF])(?:\[x\]|[^\s])/g, (_, sign: string) => meanings.get(sign) ?? '?');
	});
	const now = readMarkdown(after).map(leafLine);
	if (form !== 'numeric') return [...differing('the text', expected, now), ...keysKept(text, after, language)];
	return [...without('the text', expected, now), ...keysKept(text, after, language)];
}

/** Whether a mark is put into the note it refers to, or right below a note, where it is no more of that. */
function inNotes(text: string, edits: readonly Edit[], mark: string): boolean {
	const label = /\[\^([^\]]+)\]$/.exec(mark)?.[1];
	const { draft, definitions } = keysOf(new Draft(text, 'markdown'));
	return definitions.some(one => {
		const below = draft.lines[one.lastLine + 1];
		const above = draft.lines[one.firstLine - 1];
		const inside = (start: number, end: number) => edits.some(edit => start <= edit.start && edit.start <= end);
		return (
			(one.label === label && inside(one.start, one.end)) ||
			// On an empty line between a note and other text whatever is written joins the two.
			[above, below].some(line => line && inside(line.start, line.start + line.text.length))
		);
	});
}

function plainInserted(signed: string, after: string, marks: ReadonlyMap<string, string>): string[] {
	let before = signed;
	for (const [sign, mark] of marks) before = before.replace(new RegExp(`[^]${sign}(?:\\[x\\]|[^])`, 'u'), () => mark);
	return without('the text', before.split(/\r\n|\n/).filter(Boolean), after.split(/\r\n|\n/));
}

/** What was cited by a key or referred to before still is, in order. */
function keysKept(before: string, after: string, language: DraftLanguage): string[] {
	const cited = (text: string) => {
		const keys = keysOf(new Draft(text, language));
		return [
			...keys.citations.flatMap(one =>
				one.keys.map(key => ({ at: key.start, said: `@${key.key} ${JSON.stringify(key.locator ?? '')}` })),
			),
			...keys.references.map(one => ({ at: one.start, said: `^${one.label}` })),
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
		// Of two definitions with one label programs do not agree on which counts; the second stays, and that is told.
		const twice =
			plan.problems.some(problem => problem.code === 'duplicate') || read(text, language).join().includes('‖');
		return { edits: plan.edits, faults: twice ? () => [] : unchanged(text, language, one || to === 'footnote') };
	},
});

const thereAndBack: Command = {
	name: 'switch all there and back',
	languages: marked,
	run: (text, language) => {
		const there = citing.switchAll(new Draft(text, language), 'footnote', {});
		const switched = applyEdits(text, there.edits);
		const back = citing.switchAll(new Draft(switched, language), 'pandoc', {});
		return {
			edits: back.edits.length > 0 ? there.edits : [],
			faults: after => {
				const plan = citing.switchAll(new Draft(after, language), 'pandoc', {});
				if (plan.problems.some(problem => problem.code === 'duplicate')) return [];
				const again = applyEdits(after, plan.edits);
				return differing('the text', read(text, language, true), read(again, language));
			},
		};
	},
};

const tidy = (renumber: 'keys' | 'numbers', orphans: boolean): Command => ({
	name: `notes in order, ${renumber}${orphans ? ', unused ones out' : ''}`,
	languages: ['markdown', 'plaintext'],
	run: (text, language) => {
		const tidied = (of: string) => citing.tidy(new Draft(of, language), { renumber, orphans, merge: orphans }).edits;
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

const update: Command = {
	name: 'references up to date',
	languages: everywhere,
	run: (text, language, random) => {
		const options = { edition: random.pick(['2025', '2015'] as const) };
		const updated = (of: string) => citing.update(new Draft(of, language), options).edits;
		return {
			edits: updated(text),
			faults: after =>
				language === 'plaintext' || /policy-writing/.test(text) || /参考文献/.test(text)
					? []
					: unchanged(text, language)(after),
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
		const keys = keysOf(new Draft(text, language));
		const all = [...keys.references, ...keys.citations];
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
		if (!plan || plan.problems.length > 0) return undefined;
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
		const keys = keysOf(new Draft(text, language));
		const open = keys.references.filter(one => !keys.definitions.some(other => other.label === one.label));
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
		const ways = service.fixes(new Draft(text, language), finding, random.pick(forms), {});
		if (ways.length === 0) return undefined;
		// To cite the right source instead is what that one is for.
		if (finding.code === 'quotation.attribution') return undefined;
		const fix = random.pick(ways);
		return { edits: fix.edits, faults: after => keysKept(text, after, language) };
	},
};

const finish = (style: 'numeric' | 'note' | 'footnote'): Command => ({
	name: `finished copy, ${style}`,
	languages: ['markdown'],
	run: (text, language) => {
		const copy = citing.finish(new Draft(text, language), style, {}).text;
		const edits = copy === text ? [] : [{ start: 0, end: text.length, text: copy }];
		// Words outside citations, lists and HTML: none is lost.
		const said = (of: string) => readMarkdown(outside(of)).filter(leaf => !leaf.path.endsWith('html_block'));
		const bare = (of: string) => {
			let out = of;
			for (let last = ''; out !== last;) [last, out] = [out, out.replace(cites, '\n')];
			return out;
		};
		const cites = /⟨[^⟨⟩⟪⟫]*⟩|⟪[^⟪⟫]*⟫|⟦[^⟧]*⟧|@(?:\{[^}]*\}|[\w-]+)(?: ?\[[^\]]*\])?/g;
		return {
			edits,
			faults: after => {
				const now = said(after)
					.map(leaf => leaf.text)
					.join('\n');
				const lost = said(text)
					.flatMap(leaf => bare(leaf.text).split(/[^\p{L}\p{Extended_Pictographic}]+/u))
					.find(line => !now.includes(line));
				return lost === undefined ? [] : [`words: ${JSON.stringify(lost)} are gone`];
			},
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
