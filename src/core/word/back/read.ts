// The bytes of a Word file → what came back in it.

import { readStyles } from '../../documents/office/docxParts';
import { openZip, type Zip } from '../../documents/office/zip';
import { readXml, xmlText } from '../../documents/office/xml';
import { readComments } from './comments';
import { noteBookmarks } from './noteFields';
import type { Returned, ReturnedParagraph } from './returned';
import { ReturnedVisitor } from './visitor';

/** The parts of a file that have notes, and what stands before the ids of each: both count from 1. */
const noteParts = [
	['footnotes', ''],
	['endnotes', 'end'],
] as const;

/** The file; nothing where it is no Word file. */
export function readReturned(bytes: Uint8Array): Returned | undefined {
	const zip = openZip(bytes);
	if (typeof zip === 'string') return undefined;
	const body = partOf(zip, 'document');
	if (body === undefined) return undefined;
	const comments = readComments(partOf(zip, 'comments'), partOf(zip, 'commentsExtended'));
	const styles = readStyles(partOf(zip, 'styles') ?? '');
	const visitor = new ReturnedVisitor(comments, styles, '', noteBookmarks(body));
	if (readXml(body, visitor) !== undefined) return undefined;
	const inNotes = noteParts.flatMap(([part, prefix]) => {
		const inside = new ReturnedVisitor(comments, styles, prefix, new Map());
		const xml = partOf(zip, part);
		if (xml !== undefined) readXml(xml, inside);
		return inside.finish();
	});
	return { paragraphs: visitor.finish(), inNotes, notes: noteTexts(inNotes), looks: visitor.looks };
}

/** The document is `document2.xml` and the like in files of some programs. */
function partOf(zip: Zip, name: string): string | undefined {
	const pattern = new RegExp(`^word/${name}\\d*\\.xml$`);
	const bytes = zip.read(zip.names.find(one => pattern.test(one)) ?? '');
	if (typeof bytes === 'string') return undefined;
	return xmlText(bytes);
}

/** The notes as they read with all changes made; a line for each of their paragraphs. */
function noteTexts(paragraphs: readonly ReturnedParagraph[]): ReadonlyMap<string, string> {
	const texts = new Map<string, string>();
	for (const { note, pieces } of paragraphs) {
		if (note === undefined) continue;
		const kept = pieces.filter(({ kind }) => kind !== 'deleted').map(({ text }) => text);
		texts.set(note, `${texts.get(note) ?? ''}\n${kept.join('')}`.trim());
	}
	return texts;
}
