// Where a text stops being JSON, and why: JSON.parse says it in other words in every engine, and in English.

// Its other build cannot be bundled: it looks for its own files at run time.
import { parse, printParseErrorCode, visit } from 'jsonc-parser/lib/esm/main.js';

/** The value of a text that may have comments and commas behind the last item, as settings of editors have. */
export function jsonWithComments(text: string): unknown {
	return parse(text, [], { allowTrailingComma: true });
}

/** What is wrong at a place. */
export type JsonReason =
	| 'comma'
	| 'colon'
	| 'value'
	| 'name'
	| 'close'
	| 'end'
	| 'quote'
	| 'escape'
	| 'character'
	| 'symbol'
	| 'comment'
	| 'other';

/** Half-open offsets into the text. */
export interface JsonFault {
	readonly reason: JsonReason;
	readonly start: number;
	readonly end: number;
}

/** The library calls itself for every list within a list. */
const deepest = 200;

const reasons: ReadonlyMap<string, JsonReason> = new Map([
	['CommaExpected', 'comma'],
	['ColonExpected', 'colon'],
	['ValueExpected', 'value'],
	['PropertyNameExpected', 'name'],
	['CloseBraceExpected', 'close'],
	['CloseBracketExpected', 'close'],
	['EndOfFileExpected', 'end'],
	['UnexpectedEndOfString', 'quote'],
	['InvalidUnicode', 'escape'],
	['InvalidEscapeCharacter', 'escape'],
	['InvalidCharacter', 'character'],
	['InvalidSymbol', 'symbol'],
	['InvalidNumberFormat', 'symbol'],
	['UnexpectedEndOfNumber', 'symbol'],
	['InvalidCommentToken', 'comment'],
	['UnexpectedEndOfComment', 'comment'],
]);

/** The first fault of a text JSON.parse does not take; its beginning where none is found or lists are too deep. */
export function jsonFault(text: string): JsonFault {
	let first: JsonFault | undefined;
	const onError = (code: number, start: number, length: number) => {
		first ??= { reason: reasons.get(printParseErrorCode(code)) ?? 'other', start, end: start + length };
	};
	if (!isDeep(text)) visit(text, { onError }, { disallowComments: true });
	return first ?? { reason: 'other', start: 0, end: Math.min(text.length, 1) };
}

/** Whether brackets may be deeper than the library can follow, those in texts counted. */
function isDeep(text: string): boolean {
	let depth = 0;
	for (let at = 0; at < text.length && depth <= deepest; at++) {
		const c = text.charCodeAt(at);
		if (c === 0x5b || c === 0x7b) depth++;
		else if ((c === 0x5d || c === 0x7d) && depth > 0) depth--;
	}
	return depth > deepest;
}
