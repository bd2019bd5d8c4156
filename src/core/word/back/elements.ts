// What the elements of a Word file's text mean for who reads it beside a draft (ECMA-376, 17).

import type { Change } from './openParagraph';

export const kinds: ReadonlyMap<string, Change['kind']> = new Map([
	['ins', 'inserted'],
	['moveTo', 'inserted'],
	['del', 'deleted'],
	['moveFrom', 'deleted'],
]);
export const looks: ReadonlySet<string> = new Set(['pPrChange', 'rPrChange']);
/** What holds no text of its own: old looks, instructions of fields, readings, the second form of a drawing. */
export const skipped: ReadonlySet<string> = new Set([
	...['pPrChange', 'rPrChange', 'sectPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange'],
	...['instrText', 'delInstrText', 'rt', 'Fallback'],
]);
export const instructions: ReadonlySet<string> = new Set(['instrText', 'delInstrText']);
export const tableParts: ReadonlySet<string> = new Set(['tbl', 'tr', 'tc', 'gridSpan', 'vMerge']);
export const signs: ReadonlyMap<string, string> = new Map([
	['br', '\n'],
	['cr', '\n'],
	['tab', '\t'],
	['noBreakHyphen', '-'],
]);
