// Text of the corpus inside Markdown: it must read as it stands and can neither format, link nor run anything.

/**
 * One line of Markdown that shows exactly this text. Only what would be markup gets a backslash, since people also read
 * the Markdown itself: `[N]` of a reference stays (nothing can define it: `]:` never gets through), `[a](b)` does not.
 */
export function literal(text: string): string {
	return (
		text
			.replace(/\s+/g, ' ')
			.trim()
			// A backslash is itself unless it stands before a mark.
			.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
			.replace(/[`*_~<$]/g, '\\$&')
			.replace(/&(?=#?\w+;)/g, '\\&')
			.replace(/\](?=\s*[([:])/g, '\\]')
			.replace(/!(?=\[)/g, '\\!')
			.replace(/\[(?=\^)/g, '\\[')
			// What begins a block where a line may begin with this text.
			.replace(/^(?=[#>+=|-])/, '\\')
			.replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
	);
}

/** A name for a file in a tab: without what a path or a person could stumble over. */
export function fileName(title: string): string {
	const name = title
		.replace(/[\u0000-\u001f\u007f\\/:*?"<>|#%\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+|[. ]+$/g, '');
	return [...name].slice(0, 60).join('') || 'policy-writing';
}
