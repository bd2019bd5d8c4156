// VS Code in a browser: the node lets that origin ask what the extension asks, as docs/group-library.md sets it, and no other.
import { expect, inject, test } from 'vitest';
import { origin } from './node';

/** What a browser asks before a request from a page. */
async function preflight(from: string): Promise<{ readonly origin: string | null; readonly headers: string }> {
	const answer = await fetch(`${inject('engine')}/library/_msearch`, {
		method: 'OPTIONS',
		headers: {
			origin: from,
			'access-control-request-method': 'POST',
			'access-control-request-headers': 'authorization,content-type',
		},
	});
	const { headers } = answer;
	return {
		origin: headers.get('access-control-allow-origin'),
		headers: (headers.get('access-control-allow-headers') ?? '').toLowerCase(),
	};
}

test('the origin that is allowed may ask with a key and lines of JSON', async () => {
	const answer = await preflight(origin);
	expect(answer.origin).toBe(origin);
	for (const name of ['authorization', 'content-type']) expect(answer.headers).toContain(name);
});

test('another may not', async () => {
	expect((await preflight('https://other.example.org')).origin).toBeNull();
});
