// Paragraphs of a Word file or a PDF, with what the program that made it wrote into it → a document with its
// provenance.

import { importProblem, type DroppedText, type ImportedDocument } from '../document';
import { isMarkedHeading } from '../plain/lineKinds';
import type { ParagraphMark } from '../paragraphMarks';
import { plainDocument } from '../plain/plainDocument';
import { missingOf } from '../missing';
import { present, type Evidence } from '../proved';

/** What a file says of itself besides its text. */
export interface FileProperties {
	/** The title as it stands in the text, set as one. */
	readonly title?: string;
	/** Who the text itself says wrote it. */
	readonly author?: string;
	/** Title in the properties: used where the text shows none. */
	readonly property?: string;
	readonly creator?: string;
	/** What its print says of it: the journal. */
	readonly evidence?: Partial<Evidence>;
	/** The day the file was made. */
	readonly created?: string;
	/** What its styles name of an official paper: `发文字号：…`. */
	readonly labels?: readonly string[];
}

/**
 * The document; nothing when there is no paragraph left. `after` of what was dropped counts the paragraphs given.
 * `marks`: what is known of each paragraph.
 */
export function officeDocument(
	paragraphs: readonly string[],
	dropped: readonly DroppedText[],
	properties: FileProperties,
	marks: readonly (ParagraphMark | undefined)[] = [],
): ImportedDocument | undefined {
	const { title, author, property } = properties;
	// The number of a first chapter is no title; then the properties know better.
	const above = title ?? (isMarkedHeading(paragraphs[0] ?? '') ? property : undefined);
	const found = plainDocument(
		paragraphs.join('\n\n'),
		present({ title: above, author, ...properties.evidence }),
		properties.labels,
		{
			markOf: line => marks[(line - 1) / 2],
		},
	);
	if (!found) return undefined;
	const taken = paragraphs.length - found.paragraphs.length;
	const head = found.dropped.map(({ text, why, after = 0 }) => ({ text, why, after }));
	const rest = dropped.map(one => (one.after === undefined ? one : { ...one, after: Math.max(0, one.after - taken) }));
	const kept = new Set(found.layout?.notes?.map(({ text }) => text));
	// A note on what is no paragraph, such as a title.
	const notes = marks
		.flatMap(mark => mark?.notes ?? [])
		.flatMap(({ text }) => (kept.has(text) ? [] : [{ text, why: 'footnote' }]));
	const named = found.source.title ?? property;
	const source = present({ ...found.source, title: named?.slice(0, 500) });
	return {
		source: present({ ...source, missing: missingOf(source) }),
		paragraphs: found.paragraphs,
		...(found.layout && { layout: found.layout }),
		dropped: [...head, ...notes, ...rest, ...propertyLines(properties)],
		problems:
			named === undefined
				? [importProblem('import.title')]
				: found.problems.filter(problem => problem.code !== 'import.title'),
	};
}

/** Whose program made the file, and when, says nothing of the text: it is told, and no field has it. */
function propertyLines({ creator, created }: FileProperties): readonly DroppedText[] {
	return [
		...(creator === undefined ? [] : [{ text: `创建者 creator: ${creator}`, why: 'properties' }]),
		...(created === undefined ? [] : [{ text: `创建日期 created: ${created}`, why: 'properties' }]),
	];
}
