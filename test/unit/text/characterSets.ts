// The characters of the two character sets that Chinese was first written in on computers, as the platform decodes them.

function decoded(encoding: string, rows: readonly [number, number], cells: readonly (readonly [number, number])[]) {
	const decoder = new TextDecoder(encoding, { fatal: true });
	const found: string[] = [];
	for (let row = rows[0]; row <= rows[1]; row++)
		for (const [from, to] of cells)
			for (let cell = from; cell <= to; cell++) {
				try {
					found.push(decoder.decode(Uint8Array.from([row, cell])));
				} catch {
					// No character stands there.
				}
			}
	return found.filter(character => /^\p{Script=Han}$/u.test(character));
}

/** The 6,763 characters of GB 2312, of simplified text. */
export function gb2312(): string[] {
	// The five cells behind the last character of the first level are empty there; GB 18030 has private characters in them.
	return decoded('gb18030', [0xb0, 0xf7], [[0xa1, 0xfe]]);
}

/** The 5,401 characters of the first level of Big5: the everyday ones of traditional text. */
export function big5(): string[] {
	return decoded(
		'big5',
		[0xa4, 0xc6],
		[
			[0x40, 0x7e],
			[0xa1, 0xfe],
		],
	).slice(0, 5401);
}
