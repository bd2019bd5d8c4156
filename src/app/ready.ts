// What of a draft is not ready to be handed in: what the review says of it, and places that are marked to be done.
import type { Draft } from '../core/draft/draft';
import type { Finding, FindingCode } from '../core/draft/finding';
import { labelsWithout } from '../core/word/labels';
import { structureFindings } from '../core/service';
import { inOrder } from './review';

/** One thing that is not ready; half-open offsets of the draft. */
export interface NotReady {
	readonly start: number;
	readonly end: number;
	/** What the review says; nothing of a mark. */
	readonly finding?: Finding;
	/** A mark, as it is written: TODO, （此处待补出处）. */
	readonly mark?: string;
	/** What a place names by a label that nothing has: fig:map. */
	readonly label?: string;
}

/** What stands within brackets. */
const inner = '[^（()）【】[\\]〔〕\\r\\n]';

/** Marks people leave where something is to be done. */
const marks = new RegExp(
	[
		/\b(?:TODO|FIXME|TBD)\b/,
		new RegExp(`[（(【[〔]${inner}{0,12}待(?:补|核|查|定|填|续|完善|更新)${inner}{0,30}[）)】\\]〕]`),
		/×{3,}|X{3,}|？{3,}/,
	]
		.map(one => one.source)
		.join('|'),
	'g',
);

/**
 * What is not ready before a draft is exported. `findings`: of its review, as heavy as the settings have them;
 * `official`: as an official document, whose structure is looked at too, whatever else is reviewed; `isUnwanted`: codes
 * that nobody wants to see.
 */
export function notReadyToExport(
	draft: Draft,
	findings: readonly Finding[],
	official: boolean,
	isUnwanted: (code: FindingCode) => boolean,
): readonly NotReady[] {
	if (!official) return notReady(draft, findings);
	const others = findings.filter(({ code }) => !code.startsWith('structure.'));
	const structure = structureFindings(draft).filter(({ code }) => !isUnwanted(code));
	return notReady(draft, inOrder([...others, ...structure]));
}

/** In the order of the draft. `findings`: of a review of this very draft, as heavy as the settings have them. */
export function notReady(draft: Draft, findings: readonly Finding[]): readonly NotReady[] {
	const found = findings
		.filter(isGrave)
		.map((finding): NotReady => ({ start: finding.start, end: finding.end, finding }));
	const code = draft.lines.filter((_, at) => draft.closed[at] === 'code');
	const isCode = (offset: number) => code.some(({ start, text }) => start <= offset && offset < start + text.length);
	const marked = [...draft.text.matchAll(marks)]
		.filter(({ index }) => !isCode(index))
		.map(({ 0: mark, index }): NotReady => ({ start: index, end: index + mark.length, mark }));
	return [...found, ...marked, ...labelsWithout(draft)].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether a finding is worth a question: what is wrong, and what a reference lacks. */
function isGrave({ severity, code }: Finding): boolean {
	return severity === 'error' || severity === 'warning' || code === 'reference.missing';
}
