// Plain data → YAML that reads back as the same data, as packs are written by hand.

/** Half of a surrogate pair cannot be stored in a file: each lone one becomes U+FFFD. */
export function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The fields that hold something: `undefined`, `''` and `[]` do not. */
export function defined(record: object): [string, unknown][] {
	return Object.entries(record).filter(
		([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
	);
}

/** `field: value` for each field that has one; a map that would be long stands on lines of its own. */
export function fieldLines(record: object): string[] {
	return defined(record).flatMap(([key, value]) => {
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
			const flow = flowValue(value);
			return flow.length <= 60 ? [`${key}: ${flow}`] : [`${key}:`, ...fieldLines(value).map(line => `  ${line}`)];
		}
		return [`${key}: ${Array.isArray(value) ? flowValue(value) : scalar(value, false)}`];
	});
}

/** A value on one line: lists in brackets, maps in braces. */
export function flowValue(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(flowValue).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return scalar(value, true);
	return `{ ${defined(value)
		.map(([key, inner]) => `${key}: ${flowValue(inner)}`)
		.join(', ')} }`;
}

/**
 * A scalar that reads back as itself: plain where it cannot be taken for anything else, else in double quotes with
 * escapes (YAML 1.2.2, 7.3.1 and 7.3.3). Dates stay plain, as in packs written by hand.
 */
function scalar(value: unknown, inFlow: boolean): string {
	if (typeof value !== 'string') return String(value);
	if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(value)) return value;
	const begins = /^[\p{L}（《〈“‘]/u.test(value);
	const safe = inFlow
		? /^[^\s:#,[\]{}"'`\\&*!|>%@]+(?: [^\s:#,[\]{}"'`\\&*!|>%@]+)*$/u
		: /^(?:[^\s:#]|:(?=\/\/)| (?=[^\s#]))+$/u;
	const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
	return begins && safe.test(value) && !unusual.test(value) && !reserved ? value : quoted(value);
}

/** Control characters, invisible ones, and what YAML does not count as printable. */
const unusual = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\uFFFD]/u;

function quoted(value: string): string {
	const escaped = wellFormed(value)
		.replace(/["\\]/g, '\\$&')
		.replace(/[\p{Cc}\p{Cf}\u2028\u2029\uFFFE\uFFFF]/gu, c => {
			if (c === '\n') return '\\n';
			if (c === '\t') return '\\t';
			const code = c.codePointAt(0) ?? 0;
			return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
		});
	return `"${escaped}"`;
}
