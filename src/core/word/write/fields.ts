// Fields of Word with what they showed last, so that every program shows the same before it counts anew.

import { ImportedXmlComponent, type ParagraphChild } from './docx';

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const looks = {
	plain: '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>',
	raised: '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
} as const;

/**
 * A field as runs (ECMA-376, 17.16.18). `instruction` is ours, never a text of the draft's; `shown` is one: what it
 * shows until it is counted.
 */
export function field(instruction: string, shown: string, set: keyof typeof looks = 'plain'): ParagraphChild[] {
	const look = looks[set];
	return [
		run(look, '<w:fldChar w:fldCharType="begin"/>'),
		run(look, `<w:instrText xml:space="preserve"> ${escaped(instruction)} </w:instrText>`),
		run(look, '<w:fldChar w:fldCharType="separate"/>'),
		run(look, `<w:t xml:space="preserve">${escaped(shown)}</w:t>`),
		run(look, '<w:fldChar w:fldCharType="end"/>'),
	];
}

/** The library takes any component where it takes a run; its types name those it has. */
function run(look: string, content: string): ParagraphChild {
	const component: unknown = ImportedXmlComponent.fromXmlString(`<w:r ${namespace}>${look}${content}</w:r>`);
	return component as ParagraphChild;
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
