// What a person allowed of a group's library: this very one, and nothing else that lies at another address or under another name.
import { expect, test } from 'vitest';
import type * as vscode from 'vscode';
import { Consent } from '../../../../src/editor/library/consent';

const library = { server: 'https://library.example.org', index: 'policy' };

function made() {
	const kept = new Map<string, unknown>();
	const secrets = new Map<string, string>();
	const consent = new Consent(
		{
			get: (key: string) => kept.get(key),
			update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
		} as unknown as vscode.Memento,
		{
			get: (key: string) => Promise.resolve(secrets.get(key)),
			store: (key: string, value: string) => Promise.resolve(void secrets.set(key, value)),
			delete: (key: string) => Promise.resolve(void secrets.delete(key)),
		} as unknown as vscode.SecretStorage,
	);
	return { consent, secrets, kept };
}

test('a yes is to this server and this library, and not to another', async () => {
	const { consent } = made();
	expect(consent.isGiven(library)).toBe(false);
	await consent.give(library);
	expect(consent.isGiven(library)).toBe(true);
	expect(consent.isGiven({ ...library, server: 'https://elsewhere.example.org' })).toBe(false);
	expect(consent.isGiven({ ...library, index: 'other' })).toBe(false);
});

test('a no takes the yes back, and is itself taken back by a yes', async () => {
	const { consent } = made();
	await consent.give(library);
	await consent.refuse(library);
	expect([consent.isGiven(library), consent.isRefused(library)]).toEqual([false, true]);
	await consent.give(library);
	expect([consent.isGiven(library), consent.isRefused(library)]).toEqual([true, false]);
});

test('a key is a secret of its server alone, and stands nowhere else', async () => {
	const { consent, secrets, kept } = made();
	await consent.give(library);
	await consent.keepKey(library, { user: '张三', password: '口令' });
	expect(await consent.key(library)).toEqual({ user: '张三', password: '口令' });
	expect(await consent.key({ ...library, server: 'https://elsewhere.example.org' })).toBeUndefined();
	expect(JSON.stringify([...kept])).not.toContain('口令');
	await consent.forgetKey(library);
	expect(await consent.key(library)).toBeUndefined();
	expect(secrets.size).toBe(0);
});

test('a key that cannot be read is none', async () => {
	const { consent, secrets } = made();
	await consent.keepKey(library, { kind: 'ApiKey', token: 'abc' });
	for (const name of secrets.keys()) secrets.set(name, '{');
	expect(await consent.key(library)).toBeUndefined();
});
