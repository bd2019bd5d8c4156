// What Word demands of the order of elements: it opens no file, or repairs it, where properties stand otherwise than in
// the schema (ECMA-376 part 1, annex A, transitional). All drafts of both layouts, each element of their parts.
import { expect, test } from 'vitest';
import { attribute, readXml } from '../../../src/core/documents/office/xml';
import { wordLayouts } from '../../../src/core/word/manuscript';
import { everything, png } from '../../support/wordDrafts';
import { wordOf } from '../../support/wordFile';

const words = (list: string) => list.split(' ');
const paragraph = words(
	'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
);
const run = words(
	'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
);
/** The children of an element, in the order in which they stand; others may not be there. */
const orders: Readonly<Record<string, readonly string[]>> = {
	pPr: paragraph,
	rPr: run,
	sectPr: words(
		'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
	),
	tblPr: words(
		'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
	),
	tcPr: words('cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'),
	tbl: words('tblPr tblGrid tr'),
	tr: words('tblPrEx trPr tc'),
	style: words(
		'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
	),
	styles: words('docDefaults latentStyles style'),
	lvl: words('start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'),
	abstractNum: words('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
	num: words('abstractNumId lvlOverride'),
	numbering: words('numPicBullet abstractNum num numIdMacAtCleanup'),
	pBdr: words('top left bottom right between bar'),
	tcMar: words('top start left bottom end right'),
	tblCellMar: words('top start left bottom end right'),
	tblBorders: words('top start left bottom end right insideH insideV'),
	document: words('background body'),
};
/** Ids are of one kind in one part, and may stand there once. */
const unique: Readonly<Record<string, string>> = {
	style: 'styleId',
	footnote: 'id',
	bookmarkStart: 'id',
	abstractNum: 'abstractNumId',
	num: 'numId',
	docPr: 'id',
};

/** What is wrong with a part; empty where nothing is. */
function faultsOf(xml: string): string[] {
	const faults: string[] = [];
	const open: { name: string; last: number; cells: string }[] = [];
	const ids = new Set<string>();
	const fault = readXml(xml, {
		open(name, attributes) {
			const parent = open.at(-1);
			const at = orders[parent?.name ?? '']?.indexOf(name);
			if (parent && at !== undefined) {
				if (at < 0) faults.push(`${name} in ${parent.name}`);
				else if (at < parent.last)
					faults.push(`${name} in ${parent.name} behind ${orders[parent.name]?.[parent.last]}`);
				parent.last = Math.max(parent.last, at);
			}
			if (parent) parent.cells = name;
			const id = unique[name] === undefined ? undefined : attribute(attributes, unique[name]);
			if (id !== undefined && ids.has(`${name} ${id}`)) faults.push(`${name} ${id} twice`);
			ids.add(`${name} ${id ?? ''}`);
			open.push({ name, last: -1, cells: '' });
		},
		close(name) {
			const closed = open.pop();
			// A cell ends with a paragraph, or Word says that the file is damaged.
			if (name === 'tc' && closed?.cells !== 'p') faults.push('a cell without a paragraph at its end');
		},
		text: () => undefined,
	});
	return fault === undefined ? faults : [fault];
}

test.each(wordLayouts)('%s: elements stand in the order of the schema, ids once', async layout => {
	const word = await wordOf(everything, { layout, pictures: [png] });
	const parts = word.names.filter(name => /^word\/(?:\w+)\.xml$/.test(name));
	expect(parts.length).toBeGreaterThan(5);
	expect(parts.flatMap(name => faultsOf(word.part(name)).map(fault => `${name}: ${fault}`))).toEqual([]);
});

test('what stands otherwise is found', () => {
	expect(faultsOf('<w:p><w:pPr><w:jc/><w:ind/></w:pPr></w:p>')).toEqual(['ind in pPr behind jc']);
	expect(faultsOf('<w:tbl><w:tr><w:tc><w:tbl/></w:tc></w:tr></w:tbl>')).toEqual([
		'a cell without a paragraph at its end',
	]);
});
