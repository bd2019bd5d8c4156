// Which ways there are out of a finding, by its code.

import type { Corpus } from '../../corpus/corpus';
import { holds, type Block, type Cite } from '../../draft/blocks';
import type { Draft } from '../../draft/draft';
import { wholeEdits, type Edit } from '../../draft/edit';
import { changesOf, type Facts, type Finding } from '../../draft/finding';
import { attribute } from './attribute';
import { mateOf } from '../marks/pairs';
import { widenedWith } from '../marks/partners';
import type { Citer, Fix } from './fix';
import { ignoring } from './ignoring';
import { keepsKeys, keepsMarkup } from './markup';
import { mend } from './mend';
import { isGrave, outerMarks, quoteShapes } from './quoteMarks';
import { isCited, sourceOf } from '../quotations';
import { hasOtherUnit } from './unitBehind';
import { quotedIn } from '../quoted';
import type { Mending } from '../../rules/rule';
import { ruleOf } from '../../rules/table';
import { listOf } from '../../text/values/optional';

/** The ways out of a finding of a review of this draft, the likeliest first; none where it stands in no paragraph. */
export function fixesOf(draft: Draft, finding: Finding, corpus: Corpus, citer: Citer): readonly Fix[] {
	const { blocks } = draft;
	const at = blocks.findIndex(one => holds(one, finding));
	const block = blocks.findLast(one => holds(one, finding));
	if (!block || finding.start >= finding.end) return [];
	const ignored = ignoring(draft, at, finding.code, citer.lineEnd);
	const fixes = [
		...new Mender(draft, block, blocks, finding, corpus, citer).fixes(),
		...(ignored ? [{ kind: 'ignoreHere' as const, edits: [ignored] }] : []),
	];
	return fixes
		.filter(fix => fix.edits.length > 0 && keepsKeys(draft.text, fix.edits))
		.map(fix => ({ ...fix, edits: wholeEdits(draft.text, fix.edits) }));
}

/** A stretch of a paragraph, half-open. */
interface Stretch {
	readonly start: number;
	readonly end: number;
}

class Mender {
	constructor(
		private readonly draft: Draft,
		private readonly block: Block,
		private readonly blocks: readonly Block[],
		private readonly finding: Finding,
		private readonly corpus: Corpus,
		private readonly citer: Citer,
	) {}

	fixes(): Fix[] {
		return ruleOf(this.finding.code).mends.flatMap(mending => this.mended(mending));
	}

	private mended(mending: Mending): readonly Fix[] {
		const { wording, why } = this.facts;
		switch (mending) {
			case 'source':
				return this.ofSource();
			case 'changed':
				return changesOf(this.finding).length > 0 ? this.ofSource() : [];
			case 'whole':
				return this.spliced();
			case 'term':
				return this.wording(this.known());
			case 'changes':
				return this.changed('wording');
			case 'mark':
				return wording === undefined ? [] : [this.mark(wording)];
			case 'unmark':
				return this.unmark();
			case 'attribute':
				return this.attributed();
			case 'attribution':
				return why === 'source' ? this.recite() : this.changed('attribute');
			case 'cite':
				return this.cited() ? [] : this.cite();
		}
	}

	private get facts(): Facts {
		return this.finding.data;
	}

	/** Marks, who said it, and the citation. */
	private attributed(): readonly Fix[] {
		// Other words are nobody's to be put in marks.
		if (changesOf(this.finding).length > 0) return [];
		const fix = attribute(this.draft.text, this.block, this.finding, this.corpus, this.citer);
		return listOf(fix);
	}

	/** Another mark; of a pair both, whichever of them the finding is. */
	private mark(wording: string): Fix {
		const { start, end, code } = this.finding;
		const own = { start, end, text: wording };
		const partner =
			code === 'punctuation.halfwidth' ? widenedWith(this.block.text, start - this.block.start) : undefined;
		if (partner === undefined) return { kind: 'wording', edits: [own], text: wording };
		const at = this.block.start + partner;
		const other = { start: at, end: at + 1, text: mateOf(wording) };
		const edits = at < start ? [other, own] : [own, other];
		return { kind: 'wording', edits, text: edits.map(one => one.text).join('') };
	}

	/** The words of the source; not where only the script is another, or other words may be meant as well. */
	private ofSource(): readonly Fix[] {
		const { how, wording, unsure } = this.facts;
		return how === 'script' || unsure === true || wording === undefined ? [] : this.wording(wording);
	}

	/** The words of the source, or the known wording. */
	private wording(wording: string): Fix[] {
		const { start, end } = this.finding;
		if (hasOtherUnit(wording, this.draft.text.slice(end, end + 12))) return [];
		const edits = mend(this.draft.text, this.block, this.draft.language, start, end, wording, this.citer);
		return edits && edits.length > 0 ? [{ kind: 'wording', edits, text: this.citer.inWidth(wording) }] : [];
	}

	/** A term in the script of the draft. */
	private known(): string {
		const { start, end } = this.finding;
		const data = this.facts;
		const term = this.corpus.term(String(data.record));
		const traditional = term && term.term === data.wording ? this.corpus.traditional(term.id) : undefined;
		if (traditional === undefined) return String(data.wording);
		// Written in the other script, where most of its characters are as they are there.
		const written = this.draft.text.slice(start, end);
		const simple = String(data.wording);
		const of = (form: string) =>
			[...form].filter(
				(mark, at) => mark !== [...(form === simple ? traditional : simple)][at] && written.includes(mark),
			).length;
		return of(traditional) > of(simple) ? traditional : simple;
	}

	/** What was left out put back, the order restored; or what was left out marked. */
	private spliced(): Fix[] {
		const data = this.facts;
		const whole =
			typeof data.original === 'string' && (data.marked !== true || changesOf(this.finding).length > 0)
				? this.wording(data.original)
				: [];
		const pieced = data.how === 'elided' && data.unsure !== true ? this.wording(String(data.wording)) : [];
		// Who has marked that something is left out means to leave it out; so does who leaves out most of a sentence.
		const isBrief = (data.original ?? '').length > 2 * (this.finding.end - this.finding.start);
		return data.marked === true || isBrief ? [...pieced, ...whole] : [...whole, ...pieced];
	}

	/** Every place a finding names, with what is to stand there; what is no longer as it was found is left alone. */
	private changed(kind: Fix['kind']): Fix[] {
		const { text } = this.draft;
		const edits: Edit[] = [];
		for (const { start, end, written, original } of changesOf(this.finding)) {
			const block = this.blocks.findLast(one => holds(one, { start, end }));
			const edit = { start, end, text: this.citer.escape(original) };
			if (block && text.slice(start, end) === written && keepsMarkup(text, block, [edit])) edits.push(edit);
		}
		const [first] = changesOf(this.finding);
		return first && edits.length > 0 ? [{ kind, edits, text: first.original }] : [];
	}

	/** The marks around the words, with those inside become the outer ones. */
	private unmark(): Fix[] {
		const { block, draft } = this;
		const around = this.around();
		if (!around) return [];
		const edits = isGrave(block.text, around) ? this.withoutGraves(around) : this.withoutMarks(around);
		if (edits.length === 0 || !keepsMarkup(draft.text, block, edits)) return [];
		const words = draft.text.slice(block.start + around.start, block.start + around.end);
		return [{ kind: 'unmark', edits, text: words }];
	}

	private withoutGraves({ start, end }: Stretch): readonly Edit[] {
		return [start - 2, end].map(at => this.instead(at, at + 2, ''));
	}

	private withoutMarks({ start, end }: Stretch): readonly Edit[] {
		const { text } = this.block;
		const pair = quoteShapes.find(one => one.open === text[start - 1] && one.close === text[end]);
		if (!pair) return [];
		const inside = outerMarks(text.slice(start, end), pair);
		return [
			this.instead(start - 1, start, ''),
			...inside.map(({ at, mark }) => this.instead(start + at, start + at + 1, mark)),
			this.instead(end, end + 1, ''),
		];
	}

	/** Another text in place of a stretch of the paragraph. */
	private instead(start: number, end: number, text: string): Edit {
		return { start: this.block.start + start, end: this.block.start + end, text };
	}

	/** The marked quotation the finding is of; offsets of the block. */
	private around(): Stretch | undefined {
		const [start, end] = [this.finding.start - this.block.start, this.finding.end - this.block.start];
		return quotedIn(this.block).find(one => one.start <= start && end <= one.end);
	}

	/** Where a citation of the words belongs: behind the closing mark, or at the end of what is set apart. */
	private behind(): number {
		const { block, finding } = this;
		const around = this.around();
		if (around && around.end < block.text.length)
			return block.start + around.end + (isGrave(block.text, around) ? 2 : 1);
		let end = finding.end - block.start;
		if (block.kind === 'quote' || around) while (/[。！？…；.!?;]/.test(block.text[end] ?? '')) end++;
		return block.start + end;
	}

	private cited(): boolean {
		const around = this.around() ?? {
			start: this.finding.start - this.block.start,
			end: this.finding.end - this.block.start,
		};
		return isCited(this.block, around.start, around.end);
	}

	private cite(): Fix[] {
		const data = this.facts;
		const at = this.behind();
		const edits = this.citer.cite(at, String(data.citation ?? data.source));
		const own = edits.find(edit => edit.start === at) ?? edits[0];
		return own ? [{ kind: 'cite', edits, text: own.text }] : [];
	}

	/** The source the words are from, instead of the one that is cited. */
	private recite(): Fix[] {
		const {
			block,
			facts: data,
			finding: { start },
		} = this;
		const from = this.around()?.start ?? start - block.start;
		const wrong = block.cites.find(cite => cite.start >= from && sourceOf(cite, this.corpus) === data.cited);
		if (!wrong) return this.cite();
		const at = block.start + wrong.start;
		const id = String(data.citation ?? data.source);
		const several = wrong.form === 'key' && block.cites.filter(cite => cite.start === wrong.start).length > 1;
		if (several) return this.cite();
		const edits = this.citer.cite(at, id);
		const own = edits.find(edit => edit.start === at && edit.end === at);
		if (!own) return this.cite();
		const instead = edits.map(edit => (edit === own ? { ...edit, end: block.start + wrong.end } : edit));
		return [{ kind: 'cite', edits: this.withoutLeftOver(instead, wrong), text: own.text }];
	}

	/**
	 * The edits, and away with the note of the wrong source where nothing else refers to it; what a writer has put
	 * there of his own stays.
	 */
	private withoutLeftOver(edits: readonly Edit[], wrong: Cite): readonly Edit[] {
		const {
			blocks,
			citer,
			draft: { text },
			facts: data,
		} = this;
		const title = this.corpus.source(String(data.cited))?.title;
		const used = blocks
			.flatMap(block => block.cites)
			.filter(one => one.form === 'note' && one.label.toLowerCase() === wrong.label.toLowerCase());
		const note = blocks.find(
			one =>
				one.kind === 'note' &&
				text
					.slice(one.start, one.start + one.text.length)
					.trimStart()
					.toLowerCase()
					.startsWith(`[^${wrong.label.toLowerCase()}]:`),
		);
		if (
			wrong.form !== 'note' ||
			used.length !== 1 ||
			!note ||
			title === undefined ||
			!text.slice(note.start, note.start + note.text.length).includes(title)
		)
			return edits;
		const end = note.start + note.text.length;
		// The new note takes the place of the old one.
		const behind = edits.find(edit => edit.start === end && edit.end === end && edit.text.startsWith(citer.lineEnd));
		const lineEnd = text.startsWith(citer.lineEnd, end) ? citer.lineEnd.length : 0;
		const place: Edit = behind
			? { start: note.start, end, text: behind.text.slice(citer.lineEnd.length) }
			: { start: note.start, end: end + lineEnd, text: '' };
		const others = edits.filter(edit => edit !== behind);
		if (others.some(edit => edit.start < place.end && place.start < edit.end)) return edits;
		return [...others, place].sort((a, b) => a.start - b.start || a.end - b.end);
	}
}
