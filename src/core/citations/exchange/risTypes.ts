// The table of types and tags of RIS beside CSL's. The first name of each type is the one that is written.

import { inPeriodical } from './bibTypes';

const types: readonly (readonly [ris: string, csl: string])[] = [
	['JOUR', 'article-journal'],
	['EJOUR', 'article-journal'],
	['INPR', 'article-journal'],
	['ABST', 'article-journal'],
	['MGZN', 'article-magazine'],
	['NEWS', 'article-newspaper'],
	['BOOK', 'book'],
	['EBOOK', 'book'],
	['EDBOOK', 'book'],
	['CHAP', 'chapter'],
	['ECHAP', 'chapter'],
	['CONF', 'paper-conference'],
	['CPAPER', 'paper-conference'],
	['RPRT', 'report'],
	['GOVDOC', 'report'],
	['THES', 'thesis'],
	['STAND', 'standard'],
	['PAT', 'patent'],
	['ELEC', 'webpage'],
	['WEB', 'webpage'],
	['ICOMM', 'webpage'],
	['BLOG', 'post-weblog'],
	['STAT', 'legislation'],
	['LEGAL', 'regulation'],
	['BILL', 'bill'],
	['UNBILL', 'bill'],
	['CASE', 'legal_case'],
	['HEAR', 'hearing'],
	['MAP', 'map'],
	['DATA', 'dataset'],
	['AGGR', 'database'],
	['DBASE', 'database'],
	['COMP', 'software'],
	['VIDEO', 'motion_picture'],
	['MPCT', 'motion_picture'],
	['SOUND', 'song'],
	['MUSIC', 'musical_score'],
	['GEN', 'document'],
	['UNPB', 'manuscript'],
	['MANSCPT', 'manuscript'],
	['UNPD', 'manuscript'],
	['PAMP', 'pamphlet'],
	['PCOMM', 'personal_communication'],
	['ENCYC', 'entry-encyclopedia'],
	['DICT', 'entry-dictionary'],
	['SER', 'periodical'],
	['JFULL', 'periodical'],
	['ART', 'graphic'],
	['FIGURE', 'figure'],
	['CHART', 'figure'],
	['SLIDE', 'speech'],
	['CLSWK', 'classic'],
	['ANCIENT', 'classic'],
	['CTLG', 'book'],
	['MULTI', 'document'],
];

/** The CSL type of a RIS type; one nobody knows is a document. */
export function cslOfRis(type: string): string {
	return types.find(([ris]) => ris === type)?.[1] ?? 'document';
}

/** The RIS type of a CSL type. */
export function risOfCsl(type: string): string {
	return types.find(([, csl]) => csl === type)?.[0] ?? (/^article/.test(type) ? 'JOUR' : 'GEN');
}

/** What a tag with one text means: the CSL field, which for some depends on the type, and for `SN` on the value. */
export function fieldOfTag(tag: string, type: string, value = ''): string | undefined {
	if (tag === 'SN' && isNumbered(type) && !/^(?:97[89][-\s]?)?\d[\d\s-]{6,}[\dX]$/i.test(value)) return 'number';
	if (Object.hasOwn(tags, tag)) return tags[tag];
	if (Object.hasOwn(hostedTags, tag)) return hasHost(type) ? hostedTags[tag] : unhostedTags[tag];
	if (Object.hasOwn(serialTags, tag)) return isSerial(type) ? serialTags[tag] : monographTags[tag];
	return undefined;
}

/** The tag of a CSL field, which for some depends on the type; nothing where RIS has none. */
export function tagOfField(field: string, type: string): string | undefined {
	if (field === 'title') return 'TI';
	return ['T2', isSerial(type) ? 'IS' : 'M1', 'SN', ...Object.keys(tags)].find(tag => fieldOfTag(tag, type) === field);
}

function isSerial(type: string): boolean {
	return inPeriodical(type) || type === 'periodical';
}

/** Whether `SN` is the number of the document itself: a patent's, a standard's, a report's. */
function isNumbered(type: string): boolean {
	return /^(?:patent|standard|report)$/.test(type);
}

/** Whether what `T2` names is a host; of a book it is its series. */
function hasHost(type: string): boolean {
	return !/^(?:book|classic|report|thesis|pamphlet|map|standard)$/.test(type);
}

/** Tags of pieces that have a host, and of works that stand alone. */
const hostedTags: Readonly<Record<string, string>> = { T2: 'container-title', BT: 'container-title' };
const unhostedTags: Readonly<Record<string, string>> = { T2: 'collection-title', BT: 'title' };

/** Tags of periodicals and what stands in them, and of all others. */
const serialTags: Readonly<Record<string, string>> = { IS: 'issue', M1: 'issue', SN: 'ISSN' };
const monographTags: Readonly<Record<string, string>> = { IS: 'number', M1: 'number', SN: 'ISBN' };

/** Tags that mean the same in every type. */
const tags: Readonly<Record<string, string>> = {
	TI: 'title',
	T1: 'title',
	CT: 'title',
	JF: 'container-title',
	JO: 'container-title',
	J2: 'container-title-short',
	JA: 'container-title-short',
	T3: 'collection-title',
	ST: 'title-short',
	VL: 'volume',
	ET: 'edition',
	PB: 'publisher',
	CY: 'publisher-place',
	PP: 'publisher-place',
	UR: 'URL',
	DO: 'DOI',
	LA: 'language',
	CN: 'call-number',
	NV: 'number-of-volumes',
	C7: 'number',
	M3: 'genre',
	SE: 'section',
};

/** Tags of persons. The first of each role is the one that is written. */
export const peopleTags: Readonly<Record<string, string>> = {
	AU: 'author',
	A1: 'author',
	ED: 'editor',
	A2: 'editor',
	A3: 'collection-editor',
	A4: 'translator',
	TA: 'translator',
};
