// A page saved as text → a document with its provenance; the reading of lines is dump.ts's.

import { damageOf } from '../damage';
import { titleProblems, type ImportedDocument } from '../document';
import { authoredTitle } from './authoredTitle';
import { readDump, type Dump } from './dump';
import { widenMarks } from '../marks';
import { officialEvidence, type Surroundings } from '../official/official';
import { withLayout } from '../paragraphMarks';
import { cleanText } from './paragraphs';
import { printedAmong } from './press';
import type { MarkOfLine } from './plainDocument';
import { repeatedTitles } from './repeatedTitle';
import { reportersIn } from './reporters';
import { isNobody } from '../nobody';
import { present, provedFields, type Evidence } from '../proved';

/** A mark beside Chinese text, half-width. */
const narrow = /(?<=[\p{Script=Han}”’》])[,:;?!]|[,:;?!](?=[\p{Script=Han}“‘《])/gu;

/**
 * Whether whoever made a copy has turned every full-width mark of it into a half-width one; then the marks can be
 * turned back.
 */
export function isNarrowed(text: string): boolean {
	return !/[，：；！？]/.test(text) && (text.match(narrow)?.length ?? 0) >= 8;
}

/** The document in a dump, or nothing when there is no text in it. `more` goes before what the lines say. */
export function readPage(text: string, more: Partial<Evidence> = {}): ImportedDocument | undefined {
	const dump = readDump(cleanText(text), { verbatim: true });
	return dump.paragraphs.length === 0 ? undefined : pageDocument(dump, more);
}

/** The line of the newspaper or the journal stands within so many lines of the text. */
const linesAbove = 12;
const linesBelow = 6;

/** A dump as a document; `markOf`: what is known of its paragraphs. */
export function pageDocument(
	dump: Dump,
	more: Partial<Evidence> = {},
	markOf: MarkOfLine = () => undefined,
): ImportedDocument {
	const widen = isNarrowed(dump.paragraphs.map(one => one.text).join('\n')) ? widenMarks : (line: string) => line;
	const { provenance } = dump;
	const title = more.title ?? (dump.title && widen(dump.title));
	const around = surroundingsOf(dump, title, widen);
	const official = officialEvidence(around);
	const text = official.official === true && !official.isRuling ? withoutTitle(dump, official.title) : dump;
	const paragraphs = text.paragraphs.map(one => widen(one.text));
	const printed = printedAmong([
		...around.before.slice(-linesAbove),
		...around.after.slice(0, linesBelow),
		...paragraphs.slice(-1),
	]);
	const lines = [...around.before.slice(-linesAbove), ...paragraphs];
	const found: Evidence = {
		title,
		web: true,
		author: isAuthorNamed(provenance.author) ? provenance.author : reportersIn(paragraphs),
		authorNote: present({ note: provenance.authorNote && widen(provenance.authorNote) }).note,
		source: provenance.containerTitle && widen(provenance.containerTitle),
		sourceMarked: provenance.containerMarked,
		site: provenance.heldFrom,
		owner: provenance.owner,
		date: provenance.heldDate,
		opening: paragraphs[0],
		...present(more),
		...official,
		...(printed && { printed: { ...printed, sourceMarked: true } }),
	};
	const fields = provedFields(authoredTitle(found, lines));
	return {
		source: present({ ...fields, ...damageOf(paragraphs) }),
		...withLayout(
			paragraphs,
			text.paragraphs.map(({ line }) => markOf(line)),
		),
		dropped: droppedOf(text),
		problems: titleProblems(fields.title),
	};
}

const isAuthorNamed = (author: string | undefined) => author !== undefined && !isNobody(author);

/** What a paper calls itself leaves its text. */
function withoutTitle(dump: Dump, title: string | undefined): Dump {
	const { paragraphs, dropped } = dump;
	const again = repeatedTitles(
		paragraphs.slice(0, -1).map(one => one.text),
		[title],
	);
	if (again.size === 0) return dump;
	const repeated = paragraphs.filter((_, at) => again.has(at));
	return {
		...dump,
		paragraphs: paragraphs.filter((_, at) => !again.has(at)),
		dropped: [...dropped, ...repeated.map(({ text, line }) => ({ text, line, reason: 'repeated' as const }))],
	};
}

function surroundingsOf(dump: Dump, title: string | undefined, final: (line: string) => string): Surroundings {
	const first = dump.paragraphs[0]?.line ?? 0;
	const last = dump.paragraphs.at(-1)?.line ?? 0;
	const dropped = (isMeant: (line: number) => boolean) =>
		dump.dropped.filter(one => isMeant(one.line)).map(one => final(one.text));
	return {
		title,
		before: dropped(line => line < first),
		body: dump.paragraphs.map(one => final(one.text)),
		after: dropped(line => line > last),
	};
}

/** What the dump left out, each with how many paragraphs stand before it. */
function droppedOf(dump: Dump): ImportedDocument['dropped'] {
	const { paragraphs } = dump;
	let after = 0;
	return [...dump.dropped]
		.sort((a, b) => a.line - b.line)
		.map(({ text, reason, line }) => {
			while ((paragraphs[after]?.line ?? Infinity) < line) after++;
			return { text, why: reason, after, line };
		});
}
