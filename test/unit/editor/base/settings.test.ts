import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { defaults, readSettings, section } from '../../../../src/editor/base/settings';

interface Manifest {
	capabilities: { untrustedWorkspaces: { supported: unknown; restrictedConfigurations: string[] } };
	contributes: { configuration: { properties: Record<string, { default: unknown; enum?: string[] }> }[] };
}
const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../package.json'), 'utf8')) as Manifest;
const properties = Object.fromEntries(
	manifest.contributes.configuration.flatMap(group => Object.entries(group.properties)),
);

test('every setting is read, and its default is the one that package.json states', () => {
	const asked = new Set<string>();
	const read = readSettings(key => {
		asked.add(`${section}.${key}`);
		return properties[`${section}.${key}`]?.default;
	});
	expect(read).toEqual(defaults);
	expect([...asked].sort()).toEqual(Object.keys(properties).sort());
});

test('every choice that package.json offers is taken', () => {
	for (const value of properties['policyWriting.citation.form']?.enum ?? [])
		expect(readSettings(k => (k === 'citation.form' ? value : undefined)).citation.form).toBe(value);
	for (const value of properties['policyWriting.citation.edition']?.enum ?? [])
		expect(readSettings(k => (k === 'citation.edition' ? value : undefined)).citation.edition).toBe(value);
});

test('a value of the wrong type counts as not set', () => {
	expect(readSettings(() => 4.2)).toEqual(defaults);
	expect(readSettings(key => (key === 'packs' ? ['a', 3, ' '] : undefined)).packs).toEqual(['a']);
	expect(readSettings(key => (key === 'bibliographies' ? ['refs.bib', null] : undefined)).bibliographies).toEqual([
		'refs.bib',
	]);
});

test('a folder says nothing of where a group’s library is', () => {
	for (const key of ['server', 'index', 'certificateAuthority'])
		expect(properties[`policyWriting.library.${key}`]).toMatchObject({ scope: 'machine', default: '' });
});

test('a folder that is not trusted does not say which folders are read', () => {
	expect(manifest.capabilities.untrustedWorkspaces).toMatchObject({
		supported: 'limited',
		restrictedConfigurations: [
			'policyWriting.packs',
			'policyWriting.bibliographies',
			'policyWriting.word.template',
			'policyWriting.assistants.documents',
			'policyWriting.library.server',
			'policyWriting.library.index',
			'policyWriting.library.certificateAuthority',
		],
	});
});
