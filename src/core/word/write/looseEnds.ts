// A signature is on no page without text (GB/T 9704-2012, 7.3.5). Word keeps the last lines of a paragraph with it;
// other programs take the whole of the paragraph to its page. So a long paragraph is kept with it only where the page
// would end about there.

import { plainText, type Block, type Manuscript, type Particulars } from '../manuscript';
import { PageEstimate } from './pages';
import type { Sheet } from './sheet';

/** How many lines an estimate may have wrong: of text alone, and with what is less regular. */
const slack = { text: 2, mixed: 4 } as const;
/** So few lines may be taken to the page of a signature. */
const few = 3;
/** So many stand there with it. */
const enough = 2;

/** The blocks of an official document; long paragraphs that stand well with their signature are not kept with it. */
export function withLooseEnds({ blocks, particulars, title }: Manuscript, sheet: Sheet): readonly Block[] {
	if (sheet.layout.name !== 'official' || sheet.template) return blocks;
	const estimate = new PageEstimate(sheet);
	const long = blocks.filter(block => isLongAndKept(block, estimate));
	if (long.length === 0) return blocks;
	estimate.skip(headHeight(particulars, title.map(plainText).join('\n'), estimate));
	estimate.take(blocks);
	return blocks.map((block, at) => {
		if (block.type !== 'paragraph' || !long.includes(block) || !isSafe(blocks, at, estimate, sheet)) return block;
		return { ...block, keep: false };
	});
}

function isLongAndKept(block: Block, estimate: PageEstimate): boolean {
	if (block.type !== 'paragraph' || !block.keep) return false;
	return estimate.linesOf(plainText(block.content), 'body') > few;
}

/** Whether a paragraph ends on the page of its signature, with room for lines that the estimate has wrong. */
function isSafe(blocks: readonly Block[], at: number, estimate: PageEstimate, { layout, manuscript }: Sheet): boolean {
	const [block] = blocks.slice(at, at + 1);
	const extent = block && estimate.extents.get(block);
	if (!extent) return false;
	const line = layout.page.linePitch;
	const wrong = slackOf(blocks, manuscript);
	const below = chainHeight(blocks.slice(at + 1), estimate, line);
	if (extent.bottom + below + wrong * line > layout.page.height) return false;
	// What begins on the page before may end there.
	return extent.endPage === extent.page || extent.bottom >= (enough + wrong) * line;
}

function slackOf(blocks: readonly Block[], { notes }: Manuscript): number {
	const isText = blocks.every(({ type }) => type === 'paragraph' || type === 'heading');
	return isText && notes.length === 0 ? slack.text : slack.mixed;
}

/** How high the names of annexes and the signature below a paragraph are. */
function chainHeight(blocks: readonly Block[], estimate: PageEstimate, line: number): number {
	const end = blocks.findIndex(
		block => block.type !== 'paragraph' || block.role === undefined || block.role === 'annex',
	);
	const chain = blocks.slice(0, end < 0 ? undefined : end);
	return chain.reduce((sum, block) => {
		if (block.type !== 'paragraph') return sum;
		const apart = 2 * Number(block.apart ?? false);
		return sum + (estimate.linesOf(plainText(block.content), 'annexItem') + apart) * line;
	}, line);
}

/** About how high the head and the title of a document are. */
function headHeight(particulars: Particulars, title: string, estimate: PageEstimate): number {
	const { organ, number, copy, secrecy, urgency, subtitle } = particulars;
	const heights: readonly (readonly [part: string | undefined, lines: number])[] = [
		[copy, 1],
		[secrecy, 1],
		[urgency, 1],
		[organ, 7],
		[organ ?? number, 3],
		[subtitle, 2],
	];
	const lines = heights.reduce((sum, [part, count]) => sum + count * Number(part !== undefined), 0);
	const titles =
		title === '' ? 0 : estimate.linesOf(title, 'title') * estimate.lineOf('title') + estimate.lineOf('body');
	return lines * estimate.lineOf('body') + titles;
}
