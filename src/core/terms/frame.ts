// Formulations with slots: what of them can be matched, and how they are inserted.
// Knows nothing of completion lists or editors.

/** A slot as records write it: `{目标}`. */
const slot = /\{([^{}]*)\}/g;

/** Whether a formulation has slots. */
export function hasSlots(text: string): boolean {
	return /\{[^{}]*\}/.test(text);
}

/** The fixed parts of a formulation, in order; a plain phrase is one part. */
export function fixedParts(text: string): readonly string[] {
	return text.split(/\{[^{}]*\}/).filter(part => part !== '');
}

/** A snippet in TextMate syntax: every slot a tab stop that shows its name; `$`, `}` and `\` of the text mean themselves. */
export function snippetOf(text: string): string {
	let count = 0;
	let end = 0;
	let out = '';
	for (const found of text.matchAll(slot)) {
		out += escape(text.slice(end, found.index)) + `\${${++count}:${escape(found[1] ?? '')}}`;
		end = found.index + found[0].length;
	}
	return out + escape(text.slice(end));
}

function escape(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}
