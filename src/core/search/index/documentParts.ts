// In which segments the documents of an index lie.

import type { StoredSegment } from './segment';
import type { SegmentDocument } from './segmentFormat';

/** What one segment has of a document: all of it, or, of a long one, a part. */
export class DocumentPart {
	readonly document: SegmentDocument;

	/** `number`: of the document in the segment. */
	constructor(
		readonly segment: StoredSegment,
		readonly number: number,
	) {
		this.document = segment.document(number);
	}

	/** How many of its passages are here. */
	get size(): number {
		return this.segment.endOf(this.number) - this.document.first;
	}

	/** Paragraphs `from`…`to` of the document, both included, as far as they are here. */
	paragraphs(from: number, to: number): string[] {
		const { first, paragraph } = this.document;
		const end = Math.min(this.segment.endOf(this.number), first + to - paragraph + 1);
		const found: string[] = [];
		for (let at = Math.max(first, first + from - paragraph); at < end; at++) found.push(this.segment.text(at));
		return found;
	}
}

/** The parts of every document that is not gone, by its name, in the order of their paragraphs. */
export function partsByName(segments: readonly StoredSegment[]): Map<string, DocumentPart[]> {
	const names = new Map<string, DocumentPart[]>();
	for (const segment of segments) {
		segment.documents.forEach(({ name }, number) => {
			if (segment.dead.has(number)) return;
			const part = new DocumentPart(segment, number);
			const parts = names.get(name);
			if (parts) parts.push(part);
			else names.set(name, [part]);
		});
	}
	for (const parts of names.values())
		if (parts.length > 1) parts.sort((a, b) => a.document.paragraph - b.document.paragraph);
	return names;
}
