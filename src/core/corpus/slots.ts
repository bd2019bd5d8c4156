// Slots of formulations: `要牢牢把握{目标}这个首要任务` in parts, as a snippet, as plain text.

/** A stretch of a formulation: words as they are, or a slot with its name. `blank`: the name is not written in it. */
export type Part = { readonly text: string } | { readonly slot: string; readonly blank?: true };

/** What is wrong with the braces of a text; `at` is the UTF-16 offset of the brace. */
export interface SlotFault {
	readonly code: 'slot.unbalanced' | 'slot.empty';
	readonly at: number;
}

/** The first fault of a text's slots: a brace without its partner, a brace inside a slot, a slot without a name. */
export function slotFault(text: string): SlotFault | undefined {
	let open = -1;
	for (let at = 0; at < text.length; at++) {
		const mark = text[at];
		if (mark === '{') {
			if (open >= 0) return { code: 'slot.unbalanced', at: open };
			open = at;
		} else if (mark === '}') {
			if (open < 0) return { code: 'slot.unbalanced', at };
			if (text.slice(open + 1, at).trim() === '') return { code: 'slot.empty', at: open };
			open = -1;
		}
	}
	return open >= 0 ? { code: 'slot.unbalanced', at: open } : undefined;
}

/** The parts of a formulation, in order. A text with a slot fault is one part of plain words. */
export function parts(text: string): readonly Part[] {
	if (slotFault(text)) return text === '' ? [] : [{ text }];
	return text
		.split(/(\{[^{}]+\})/)
		.filter(part => part !== '')
		.map(part => (part.startsWith('{') ? { slot: part.slice(1, -1).trim() } : { text: part }));
}

/** Whether a formulation has slots. */
export function hasSlots(text: string): boolean {
	return parts(text).some(part => 'slot' in part);
}

/** Snippet syntax: slots as numbered tab stops (one number for one name), everything else escaped. */
export function toSnippet(text: string): string {
	return partsToSnippet(parts(text));
}

/** The same of parts already taken apart. */
export function partsToSnippet(all: readonly Part[]): string {
	const numbers = new Map<string, number>();
	return all
		.map(part => {
			if ('text' in part) return escapeSnippet(part.text);
			const known = numbers.get(part.slot);
			if (known !== undefined) return `\${${known}}`; // braces: a digit may follow
			numbers.set(part.slot, numbers.size + 1);
			if (part.blank) return `\${${numbers.size}}`;
			return `\${${numbers.size}:${escapeSnippet(part.slot)}}`;
		})
		.join('');
}

/** Plain text: every slot as what stands in for it, `……` unless told otherwise. */
export function toPlain(text: string, filler: (slot: string) => string = () => '……'): string {
	return parts(text)
		.map(part => ('text' in part ? part.text : filler(part.slot)))
		.join('');
}

/** `$`, `}` and `\` stand for themselves in snippet text only when escaped. */
export function escapeSnippet(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}
