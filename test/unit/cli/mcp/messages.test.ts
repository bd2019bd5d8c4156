// Calls of tools whose input is no object reach the tool, which says what to send instead.
import { expect, test } from 'vitest';
import { fieldsOf } from '../../../../src/app/assistants/input';
import { inputOf, readable } from '../../../../src/cli/mcp/messages';

const taken = (params: object | undefined) => {
	const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', ...(params === undefined ? {} : { params }) };
	const { params: read } = readable(message as never) as {
		readonly params?: { readonly name?: unknown; arguments?: object };
	};
	return { name: read?.name, input: inputOf(read?.arguments as never) };
};

test.each([[null], ['创新'], [['创新']], [5], [false]])('%j is told as what it is', sent => {
	const { name, input } = taken({ name: 'policy_search', arguments: sent });
	expect({ name, input }).toEqual({ name: 'policy_search', input: sent });
	expect(() => fieldsOf(input, ['query', 'limit'])).toThrow('with the fields query, limit');
});

test('fields stay as they are, and none are an empty object', () => {
	expect(taken({ name: 'policy_search', arguments: { query: '创新' } }).input).toEqual({ query: '创新' });
	expect(taken({ name: 'policy_search' }).input).toEqual({});
});

test.each([undefined, {}, { name: null, arguments: {} }, { name: 7 }])(
	'a call without a name is one of no tool: %j',
	params => {
		expect(taken(params)).toEqual({ name: '', input: {} });
	},
);

test('other messages are not touched', () => {
	for (const message of [
		{ jsonrpc: '2.0', id: 1, method: 'ping' },
		{ jsonrpc: '2.0', method: 'notifications/initialized' },
		{ jsonrpc: '2.0', id: 1, result: {} },
	])
		expect(readable(message as never)).toBe(message);
});
