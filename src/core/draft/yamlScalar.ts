// One value of YAML on one line, plain or in quotation marks, as front matter has it (YAML 1.2.2, 5.7 and 7.3).

/**
 * A value and where it is written: half-open columns in UTF-16 code units, without quotation marks; `next` is behind
 * all of it.
 */
export interface Scalar {
	readonly value: string;
	readonly start: number;
	readonly end: number;
	readonly next: number;
	readonly quoted: boolean;
}

/**
 * The value that begins at a column, which is no white space; nothing where none does (a comment, the end). `flow`:
 * within brackets, where a comma and a bracket end a plain value. Quotation marks that nothing closes on the line are
 * taken as plain text: what is meant is told of as it is written.
 */
export function readScalar(text: string, from: number, flow = false): Scalar | undefined {
	return quoted(text, from) ?? plain(text, from, flow);
}

function quoted(text: string, from: number): Scalar | undefined {
	const mark = text.charAt(from);
	if (mark !== '"' && mark !== "'") return undefined;
	const end = closing(text, from + 1, mark);
	if (end === undefined) return undefined;
	const inner = text.slice(from + 1, end);
	const value = mark === '"' ? unescaped(inner) : inner.replaceAll("''", "'");
	return { value, start: from + 1, end, next: end + 1, quoted: true };
}

/**
 * Where the quotation mark stands that closes a value; what is hidden by a backslash, or stands twice, closes nothing.
 */
function closing(text: string, from: number, mark: string): number | undefined {
	for (let at = from; at < text.length; at++) {
		const one = text.charAt(at);
		if (mark === '"' && one === '\\') at++;
		else if (one === mark) {
			if (mark === '"' || text.charAt(at + 1) !== mark) return at;
			at++;
		}
	}
	return undefined;
}

function plain(text: string, from: number, flow: boolean): Scalar | undefined {
	if (from >= text.length || text[from] === '#') return undefined;
	let end = from;
	while (end < text.length) {
		const one = text.charAt(end);
		if (flow && /[,\]]/.test(one)) break;
		if (one === '#' && /\s/.test(text.charAt(end - 1))) break;
		end++;
	}
	const next = end;
	while (end > from && /\s/.test(text.charAt(end - 1))) end--;
	if (end === from) return undefined;
	return { value: text.slice(from, end), start: from, end, next, quoted: false };
}

const escapes: Readonly<Record<string, string>> = {
	'0': '\0',
	a: '\u0007',
	b: '\b',
	t: '\t',
	n: '\n',
	v: '\v',
	f: '\f',
	r: '\r',
	e: '\u001b',
	N: '\u0085',
	_: '\u00a0',
	L: '\u2028',
	P: '\u2029',
};

/**
 * What double quotation marks hold. A backslash before what it hides nothing of stays: YAML has no such thing, and the
 * person sees what they wrote.
 */
function unescaped(inner: string): string {
	return inner.replace(
		/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(["\\/ \t])|([0abtnvfreN_LP]))/gi,
		(whole: string, ...[two, four, eight, itself, letter]: (string | undefined)[]) => {
			const code = two ?? four ?? eight;
			if (code !== undefined) return characterOf(whole, code);
			return itself ?? escapes[letter ?? ''] ?? whole;
		},
	);
}

function characterOf(whole: string, code: string): string {
	const point = Number.parseInt(code, 16);
	// The letters before the digits are no capitals for each other: \x, \u, \U.
	const named = { 2: 'x', 4: 'u', 8: 'U' }[code.length];
	if (whole.charAt(1) === named && point <= 0x10ffff) return String.fromCodePoint(point);
	return whole;
}
