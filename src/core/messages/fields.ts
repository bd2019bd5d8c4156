// What people call the fields of a reference, in both languages.

import { alike, type Bilingual } from '../text/bilingual';

const fields: ReadonlyMap<string, Bilingual> = new Map([
	['author', { zh: '作者', en: 'author' }],
	['issued', { zh: '刊发日期', en: 'date of publication' }],
	['accessed', { zh: '引用日期', en: 'date of access' }],
	['URL', { zh: '网址', en: 'address (URL)' }],
	['page', { zh: '版次或页码', en: 'page' }],
	['issue', { zh: '期号', en: 'issue' }],
	['volume', { zh: '卷号', en: 'volume' }],
	['container-title', { zh: '报刊名或网站名', en: 'name of the newspaper, journal or site' }],
	['publisher', { zh: '出版者', en: 'publisher' }],
	['publisher-place', { zh: '出版地', en: 'place of publication' }],
	['number', { zh: '编号', en: 'number' }],
	['edition', { zh: '版本', en: 'edition' }],
	['title', { zh: '题名', en: 'title' }],
]);

/** The name of a field of a source; one that has none is called as records call it. */
export function fieldWords(field: string): Bilingual {
	return fields.get(field) ?? alike(field);
}
