// Whose words a formulation has: those of an official statement, or those of whoever wrote the text it stands in.
// Found from the citations it names; nothing is marked by hand.

import { fold } from '../text/fold';
import { contributorAt } from './contributors';
import type { Corpus } from './corpus';
import type { Citation, Formulation, Name, Source } from './records';
import { parts } from './slots';

/** Whose words a formulation has; `who`: the speaker, or the author, newspaper or title of the text. */
export interface Standing {
	readonly kind: 'official' | 'author';
	readonly who: string;
}

/** Bodies whose documents are official, as authors are recorded: 国务院, 中共江苏省委员会, 无锡市人民政府. */
const publicBody =
	/^(?:中共中央|国务院|全国人大|全国人民代表大会|全国政协)|(?:人民政府|委员会|办公厅|代表大会|法院|检察院)$/;
/** Roles of people who speak for themselves, as speakers are recorded: 清华大学教授张三. */
const ownVoice = /教授|学者|专家|研究员|院士|董事长|总裁|总经理|分析师|记者|评论员/;

/**
 * Whether a quotation is a statement: said on an occasion or a day, or reported by a text somebody else wrote. The
 * author of an article, or of a part of one, speaks for himself, and so do those whose role says it. Words of nobody in
 * particular are a statement where a public body is the author of the text.
 */
export function isStatement(citation: Citation, source: Source | undefined): boolean {
	const { speaker } = citation;
	if (citation.kind !== 'quotation') return false;
	if (speaker === undefined) return isOfPublicBody(source);
	if (ownVoice.test(speaker)) return false;
	return citation.occasion !== undefined || citation.date !== undefined || !writersOf(source).includes(speaker);
}

/**
 * Whose words a formulation has. Official are those that stand in a statement, whatever fills the slots; the others are
 * the author's of the first text it was found in. Nothing where no citation of the corpus has it.
 */
export function standingOf(formulation: Formulation, corpus: Corpus): Standing | undefined {
	const found = (formulation.citations ?? []).flatMap(id => corpus.citation(id) ?? []);
	const pieces = parts(fold(formulation.text)).flatMap(part => ('text' in part ? [bare(part.text)] : []));
	const statement = found.find(citation => {
		const from = corpus.source(citation.source);
		// What a point sums up in our words stands in the document itself.
		if (citation.kind === 'point') return isOfPublicBody(from);
		return isStatement(citation, from) && standsIn(pieces, bare(fold(citation.text)));
	});
	const first = statement ?? found[0];
	const source = first && corpus.source(first.source);
	if (!source) return undefined;
	const kind = statement ? 'official' : 'author';
	return { kind, who: statement?.speaker ?? writerOf(first, source) };
}

/** Marks at the ends of a piece are where the frame ends, not what was said. */
function bare(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function standsIn(pieces: readonly string[], text: string): boolean {
	let from = 0;
	for (const piece of pieces) {
		const at = text.indexOf(piece, from);
		if (at < 0) return false;
		from = at + piece.length;
	}
	return pieces.some(piece => piece !== '');
}

/** Whether a public body is an author of a source. */
export function isOfPublicBody(source: Source | undefined): boolean {
	return writersOf(source).some(writer => publicBody.test(writer));
}

/** Everybody who wrote a source or a part of it. */
function writersOf(source: Source | undefined): readonly string[] {
	return [...(source?.author ?? []).map(nameOf), ...(source?.contributors ?? []).map(one => one.name)];
}

/** Who wrote the paragraph, else where it was printed, else its title. */
function writerOf(citation: Citation, source: Source): string {
	const authors = (source.author ?? []).map(nameOf).filter(name => name !== '');
	const whole = authors.length > 0 ? authors.join('、') : source['container-title'];
	return contributorAt(source.contributors, citation.paragraph) ?? whole ?? source.title;
}

function nameOf(name: Name): string {
	return name.literal ?? `${name.family ?? ''}${name.given ?? ''}`;
}
