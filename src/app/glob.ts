// Patterns of file names, as the settings of editors have them (`**/out`, `*.{log,tmp}`, `old/**`).

/** The patterns of a setting that hold without conditions. */
export function patternsOf(setting: unknown): string[] {
	if (typeof setting !== 'object' || setting === null) return [];
	return Object.entries(setting).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
}

/** So many choices in braces are looked at. */
const mostChoices = 64;

/**
 * Whether a path below a folder, with `/`, is meant by one of the patterns, or lies in a folder that is. What cannot be
 * read as a pattern means nothing, rather than something else.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
	const expressions = patterns.flatMap(withoutBraces).flatMap(expressionOf);
	return path => expressions.some(expression => expression.test(path));
}

/** A pattern for every choice in its braces, which cannot stand inside others: `*.{a,b}` → `*.a`, `*.b`. */
function withoutBraces(pattern: string): string[] {
	let patterns = [pattern];
	for (;;) {
		const braces = patterns.map(one => /\{([^{}]*)\}/.exec(one));
		if (braces.every(found => found === null)) return patterns.filter(one => !/[{}]/.test(one));
		patterns = patterns.flatMap((one, i) => choicesOf(one, braces[i] ?? null)).slice(0, mostChoices);
	}
}

function choicesOf(pattern: string, braces: RegExpExecArray | null): string[] {
	if (!braces) return [pattern];
	const [whole, choices = ''] = braces;
	const after = pattern.slice(braces.index + whole.length);
	return choices.split(',').map(choice => pattern.slice(0, braces.index) + choice + after);
}

/** What each piece of a pattern stands for. */
const pieces: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };

function expressionOf(pattern: string): RegExp[] {
	const plain = pattern
		.trim()
		.replaceAll('\\', '/')
		.replace(/^\.?\/+/, '')
		.replace(/\/+(?:\*\*)?$/, '');
	if (plain === '') return [];
	// `old/**` means what is in the folder, and with all of it the folder itself.
	const source = plain.replace(/\*\*\/|\*\*|\*|\?|\[[!^]?[^\]/]+\]|[^*?[]+|\[/g, piece => {
		if (Object.hasOwn(pieces, piece)) return pieces[piece] ?? '';
		const set = /^\[([!^]?)(.+)\]$/s.exec(piece);
		if (set) return `[${set[1] ? '^/' : ''}${(set[2] ?? '').replace(/[\\\]^]/g, '\\$&')}]`;
		return piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
	});
	try {
		return [new RegExp(`^${source}(?:/.*)?$`, 'su')];
	} catch {
		return []; // a set that runs backwards
	}
}
