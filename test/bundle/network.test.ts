// Nothing a person drafts leaves the machine: one file of the source can open a connection, which a group's library takes, and that opens none
// without an address. It is a bundle of its own; of what runs in the browser, which is one file, it is a part. In its stead stands another where
// the server's certificate is from an authority of a group's own, which `fetch` cannot be given.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { describe, expect, test, vi } from 'vitest';
import type * as Library from '../../src/entries/main.library';
import { networkUses } from './network';

const dist = join(import.meta.dirname, '../../dist');
const connecting: Readonly<Record<string, string>> = {
	'main.library.js': 'fetch',
	'main.web.js': 'fetch',
	'main.tls.js': 'https',
};
const built = readdirSync(dist, { recursive: true, encoding: 'utf8' })
	.filter(file => /\.[cm]?js$/.test(file))
	.sort();

describe('the reader of bundles', () => {
	test.each([
		['const h=require("node:https");h.get("x")', 'https'],
		['import{connect}from"net";', 'net'],
		['await import("node:tls")', 'tls'],
		['fetch("https://example.org")', 'fetch'],
		['globalThis.fetch(u)', 'fetch'],
		['self["WebSocket"]', 'WebSocket'],
		['new XMLHttpRequest', 'XMLHttpRequest'],
		['navigator.sendBeacon(u,d)', 'sendBeacon'],
		['process.getBuiltinModule("x")', 'getBuiltinModule'],
		['const n="ht"+"tp";require(n)', 'require of a module named at run time'],
		['const f=fetch;f(u)', 'fetch'],
	])('sees %s', (code, what) => {
		expect(networkUses(code).map(use => use.replace(/ \(at \d+\)$/, ''))).toContain(what);
	});

	test.each([
		'a.fetch()',
		'({fetch:1,WebSocket(){}})',
		'"fetch http WebSocket"',
		'require("node:fs")',
		'class A{fetch(){}}',
	])('lets %s pass', code => {
		expect(networkUses(code)).toEqual([]);
	});
});

describe('dist', () => {
	test('has the entries', () => {
		expect(built).toEqual(expect.arrayContaining(['cli.mjs', 'main.node.js', 'main.web.js', 'mcp.mjs', 'panel.js']));
	});

	test.each(built.filter(file => !Object.hasOwn(connecting, file)))('%s opens no connection', file => {
		expect(networkUses(readFileSync(join(dist, file), 'utf8'))).toEqual([]);
	});

	test.each(Object.entries(connecting))('%s sends requests, in one place: %s', (file, way) => {
		const uses = networkUses(readFileSync(join(dist, file), 'utf8'));
		expect(uses.map(use => use.replace(/ \(at \d+\)$/, ''))).toEqual([way]);
	});

	test('none is sent without an address', () => {
		const sent = vi.spyOn(globalThis, 'fetch');
		const { connect } = createRequire(import.meta.url)(join(dist, 'main.library.js')) as typeof Library;
		const clock = { now: () => 0, wait: () => Promise.resolve() };
		for (const server of ['', ' ', 'library', 'http://library.example.org'])
			expect(connect({ server, index: 'library', clock })).toBe('server');
		expect(connect({ server: 'https://library.example.org', index: '', clock })).toBe('index');
		// With one, the first question is the first request.
		expect(connect({ server: 'https://library.example.org', index: 'library', clock })).toBeTypeOf('object');
		expect(sent).not.toHaveBeenCalled();
		sent.mockRestore();
	});
});
