// A manuscript → the bytes of a Word file.

import type { Picture } from '../images';
import { fontTable } from '../layout/fonts';
import type { Layout } from '../layout/layout';
import { official } from '../layout/official';
import { report } from '../layout/report';
import type { Block, Manuscript, WordLayout, WordProblem } from '../manuscript';
import { asOfficial, withAnnexes } from '../official';
import { intoTemplate } from '../template/merge';
import { onPageOf } from '../template/page';
import { openTemplate, stylesIn, withStyles, type ChosenTemplate } from '../template/template';
import { wordBlocks } from './blocks';
import { Document, Packer, Paragraph, type FileChild } from './docx';
import { tellLeftOut } from './leftOut';
import { contentsPages } from './contents';
import { numberingOf } from './numbering';
import { sectionsOf } from './sections';
import { Sheet } from './sheet';
import { withLooseEnds } from './looseEnds';
import { addedStyles, stylesOf } from './styles';
import { inBody } from './surroundings';

const layouts: Readonly<Record<WordLayout, Layout>> = { official, report };

export interface Written {
	readonly bytes: Uint8Array;
	readonly problems: readonly WordProblem[];
}

/**
 * Writes a manuscript. `pictures`: by the index of its images; nothing for those that cannot be had. `chosen`: a
 * template that gives the page and the styles.
 */
export async function writeWord(
	manuscript: Manuscript,
	name: WordLayout,
	pictures: readonly (Picture | undefined)[],
	chosen?: ChosenTemplate,
): Promise<Written> {
	const arranged = name === 'official' ? asOfficial(manuscript) : withAnnexes(manuscript);
	const template = chosen && openTemplate(chosen.bytes);
	const layout = template ? onPageOf(template, layouts[name]) : layouts[name];
	const sheet = new Sheet(
		arranged,
		layout,
		pictures,
		template && { ids: stylesIn(template, chosen.styles), taken: template.ids },
	);
	tellLeftOut(arranged, name, sheet);
	if (chosen && !template) sheet.tell('template.unread', chosen.name);
	const body = wordBlocks(withLooseEnds(arranged, sheet), sheet, inBody);
	const footnotes = Object.fromEntries(
		arranged.notes.map((blocks, at) => [at + 1, { children: noteOf(blocks, sheet) }]),
	);
	const sections = sectionsOf(arranged, sheet, body);
	const added = template && addedStyles(layout, sheet.lacking, template, sheet.template?.ids.body);
	const { title, author = '' } = arranged.particulars;
	const document = new Document({
		title,
		creator: author,
		lastModifiedBy: author,
		evenAndOddHeaderAndFooters: layout.alternating,
		// A line that a person broke is not drawn out to the margin.
		compatibility: { doNotExpandShiftReturn: true },
		// By the styles of a template the library knows its headings, and how entries of its contents are set.
		externalStyles: (template && withStyles(template.part('word/styles.xml'), added ?? '')) || stylesOf(layout),
		numbering: { config: numberingOf(layout, sheet.starts) },
		footnotes,
		sections,
		pageNumbers: contentsPages(arranged, sheet),
	});
	const packed = await Packer.toArrayBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
	const written = new Uint8Array(packed);
	const bytes = template ? intoTemplate(written, template, added ?? '') : written;
	return { bytes, problems: sheet.problems.all };
}

/** What a footnote says: paragraphs alone, as Word has it there. */
function noteOf(blocks: readonly Block[], sheet: Sheet): Paragraph[] {
	const written = wordBlocks(blocks, sheet, { ...inBody, style: 'note' });
	const paragraphs = written.filter((one: FileChild): one is Paragraph => one instanceof Paragraph);
	if (paragraphs.length === 0) return [new Paragraph({ style: sheet.style('note') })];
	return paragraphs;
}
