// Calls as clients send them, made such that the protocol takes them: what is wrong with them is then told by the tool.

/** What is read of a message. */
interface Call {
	readonly id?: unknown;
	readonly method?: unknown;
	readonly params?: unknown;
}

/** A call of a tool with a name and fields, whatever stood for them: `null`, a string, a list, nothing. */
export function readable<M extends object>(message: M): M {
	const { id, method, params: sentParams }: Call = message;
	if (id === undefined || method !== 'tools/call') return message;
	const params: Readonly<Record<string, unknown>> = isFields(sentParams) ? sentParams : {};
	const { name, arguments: fields } = params;
	if (typeof name === 'string' && (fields === undefined || isFields(fields))) return message;
	return {
		...message,
		params: {
			...params,
			name: typeof name === 'string' ? name : '',
			arguments: fields === undefined || isFields(fields) ? fields : { [sent]: fields },
		},
	};
}

/** What was sent as the input of a tool, as {@link readable} has it. */
export function inputOf(fields: Readonly<Record<string, unknown>> = {}): unknown {
	return sent in fields ? fields[sent] : fields;
}

/** Stands for the name of what was sent in place of fields; no tool has a field of this name. */
const sent = '\u0000sent';

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
