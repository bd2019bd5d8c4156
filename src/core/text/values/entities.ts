// HTML entities in a text: `&amp;`, `&#8212;`.

const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	ensp: '\u2002',
	emsp: '\u2003',
	ndash: '–',
	mdash: '—',
	middot: '·',
	hellip: '…',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	laquo: '«',
	raquo: '»',
	copy: '©',
	reg: '®',
	trade: '™',
	times: '×',
	divide: '÷',
	deg: '°',
	plusmn: '±',
	sect: '§',
	yen: '¥',
	euro: '€',
};

/** One, as a pattern: `&` to `;`. */
export const entityPattern = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/i;

/** A text with its HTML entities read; what is none stays as it is. */
export function withoutEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(new RegExp(entityPattern, 'gi'), (whole, decimal, hex, name) => {
		const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
		if (name) return entities[String(name).toLowerCase()] ?? whole;
		return isPrintable(code) ? String.fromCodePoint(code) : whole;
	});
}

function isPrintable(code: number): boolean {
	return code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code <= 0xdfff);
}
