// The table of contents of a report: its entries with the pages they are about on.

import { plainText, type Block, type Manuscript } from '../manuscript';
import { Paragraph, TableOfContents, TextRun, type FileChild, type PageNumberEstimator } from './docx';
import { PageEstimate } from './pages';
import type { Sheet } from './sheet';

/** Headings down to this level are listed. */
const deepest = 3;

/** The contents, where there is something to list. */
export function contentsOf({ blocks }: Manuscript, sheet: Sheet): FileChild[] {
	if (!hasContents(blocks)) return [];
	const title = new TextRun({ text: '目　录', font: { hint: 'eastAsia' } });
	return [
		new Paragraph({ style: sheet.style('contents'), children: [title] }),
		// Word asks whether it may count the pages when it opens the file; until then, and in programs that do not ask,
		// the entries have the pages that were estimated.
		new TableOfContents('目录', { hyperlink: true, headingStyleRange: `1-${deepest}`, beginDirty: true }),
	];
}

function hasContents(blocks: readonly Block[]): boolean {
	return blocks.filter(block => block.type === 'heading' && plainText(block.content).trim() !== '').length > 1;
}

/**
 * What says on which page of the text each entry of the contents is; it is told that these are estimates. Nothing where
 * a template sets the text.
 */
export function contentsPages({ blocks }: Manuscript, sheet: Sheet): PageNumberEstimator | undefined {
	if (sheet.layout.name !== 'report' || sheet.template || !hasContents(blocks)) return undefined;
	const estimate = new PageEstimate(sheet);
	estimate.take(blocks);
	const listed = estimate.headings.filter(({ level }) => level <= deepest);
	const last = Math.max(...listed.map(({ page }) => page));
	sheet.tell('contents.estimated', String(last));
	return body => ({
		bookmarks: new Map(entriesIn(body).map((name, at) => [name, String(listed[at]?.page ?? '')])),
	});
}

/** The bookmarks that the entries of the contents of a formatted body lead to, in order. */
function entriesIn(body: Readonly<Record<string, unknown>>): readonly string[] {
	const children: unknown = body['w:body'];
	const contents: unknown = Array.isArray(children) ? children.find(one => Object.hasOwn(one as object, 'w:sdt')) : '';
	return [...JSON.stringify(contents ?? '').matchAll(/PAGEREF (\w+)/g)].map(([, name = '']) => name);
}
