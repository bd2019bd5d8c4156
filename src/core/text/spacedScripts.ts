// Answers which characters belong to scripts that have spaces between words.

/** Letters and digits of Latin script, half or full width, as UTF-16 code units. */
export function isWordCode(code: number): boolean {
	if (code < 0x80)
		return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
	if (code < 0x250) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
	return code >= 0xff10 && (code <= 0xff19 || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a));
}

/**
 * Whether an offset is inside a word of letters, or inside a character of two code units: nothing begins or ends there.
 */
export function isInside(text: string, offset: number): boolean {
	if (offset <= 0 || offset >= text.length) return false;
	const after = text.charCodeAt(offset);
	const before = text.charCodeAt(offset - 1);
	if (after >= 0xdc00 && after <= 0xdfff) return before >= 0xd800 && before <= 0xdbff;
	return isWordCode(after) && isWordCode(before);
}
