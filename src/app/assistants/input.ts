// The input of a tool, read field by field: an assistant may send anything, and is told what to send instead.

/** A wrong input. The message says what to do next, in Chinese and English. */
export class ToolInputError extends Error {}

/** The fields of an input by their names. */
export type Fields = Readonly<Record<string, unknown>>;

/** The input as fields; none beside those that are known. */
export function fieldsOf(input: unknown, known: readonly string[]): Fields {
	if (typeof input !== 'object' || input === null || Array.isArray(input))
		throw new ToolInputError(
			`输入应是一个 JSON 对象，字段为 ${known.join('、')}。 The input must be a JSON object with the fields ${known.join(', ')}.`,
		);
	const other = Object.keys(input).filter(name => !known.includes(name));
	if (other.length > 0)
		throw new ToolInputError(
			`没有字段 ${shown(other.join(', '))}；可用 ${known.join('、')}。 There is no field ${shown(other.join(', '))}; use ${known.join(', ')}.`,
		);
	return input as Fields;
}

/** A text of at most so many UTF-16 code units, not blank; nothing where the field is absent. */
export function textOf(fields: Fields, name: string, most: number): string | undefined {
	const value = fields[name];
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string') throw new ToolInputError(`${name} 应是文字。 ${name} must be a string.`);
	if (value.trim() === '')
		throw new ToolInputError(
			`${name} 是空的，请给出文字或去掉这个字段。 ${name} is empty: give some text, or leave the field out.`,
		);
	if (value.length > most)
		throw new ToolInputError(
			`${name} 有 ${value.length} 个字符，最多 ${most} 个；请分几次来。 ${name} has ${value.length} characters, at most ${most} are taken; split it into several calls.`,
		);
	return value;
}

/** A text that has to be there; `example` shows one. */
export function neededText(fields: Fields, name: string, most: number, example: string): string {
	const text = textOf(fields, name, most);
	if (text !== undefined) return text;
	throw new ToolInputError(`缺少 ${name}，例如 ${example}。 ${name} is missing, for example ${example}.`);
}

/** Texts, at least one and at most so many, each of at most so many code units. */
export function listOf(fields: Fields, name: string, most: { readonly count: number; readonly length: number }) {
	const value = fields[name];
	if (value === undefined || value === null) return undefined;
	if (!Array.isArray(value) || value.length === 0)
		throw new ToolInputError(
			`${name} 应是至少一句话的列表，例如 ["…"]。 ${name} must be a list with at least one string, for example ["…"].`,
		);
	if (value.length > most.count)
		throw new ToolInputError(
			`${name} 有 ${value.length} 条，最多 ${most.count} 条；请分几次来。 ${name} has ${value.length} entries, at most ${most.count} are taken; split it into several calls.`,
		);
	return value.map((one: unknown, at) => {
		const text = textOf({ [`${name}[${at}]`]: one }, `${name}[${at}]`, most.length);
		if (text !== undefined) return text;
		throw new ToolInputError(`${name}[${at}] 应是文字。 ${name}[${at}] must be a string.`);
	});
}

/** A whole number from 1 to `most`; assistants write numbers as text, too. */
export function countOf(fields: Fields, name: string, most: number): number | undefined {
	const value = fields[name];
	if (value === undefined || value === null) return undefined;
	const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
	if (typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= most) return number;
	throw new ToolInputError(
		`${name} 应为 1 到 ${most} 的整数。 ${name} must be a whole number from 1 to ${most}, not ${shown(value)}.`,
	);
}

/** One of the allowed words; of years assistants make numbers. */
export function choiceOf<T extends string>(fields: Fields, name: string, allowed: readonly T[]): T | undefined {
	const value = fields[name];
	if (value === undefined || value === null) return undefined;
	const written = typeof value === 'number' ? String(value) : value;
	const found = allowed.find(one => one === written);
	if (found !== undefined) return found;
	throw new ToolInputError(
		`${name} 只能是 ${allowed.join('、')}。 ${name} must be one of ${allowed.join(', ')}, not ${shown(value)}.`,
	);
}

/** A value in a message: the beginning of one that is long. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
