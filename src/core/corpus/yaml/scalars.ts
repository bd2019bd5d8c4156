// Which fields are numbers and truth values, and which are texts that people write as bare numbers (2024, 3).

/** Fields whose number or truth value is kept as such. */
export const typedFields: ReadonlySet<string> = new Set(['value', 'year', 'paragraph', 'marked']);

/** Texts for which a bare number is natural; taken as written, so that page 03 stays 03. */
export const numericText: ReadonlySet<string> = new Set([
	'issued',
	'accessed',
	'date',
	'volume',
	'issue',
	'page',
	'number',
	'edition',
	'paragraphs',
]);
