// Text as programs of old wrote it.
// Must not read files.

/** Text in GBK: its decoder turned round. */
export function gbk(text: string): Uint8Array<ArrayBuffer> {
	const decoder = new TextDecoder('gbk');
	const codes = new Map<string, readonly number[]>();
	for (let lead = 0x81; lead <= 0xfe; lead++)
		for (let trail = 0x40; trail <= 0xfe; trail++) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
	return Uint8Array.from([...text].flatMap(c => (c < '\x80' ? [c.charCodeAt(0)] : [...(codes.get(c) ?? [0x3f])])));
}
