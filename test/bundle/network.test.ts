// Nothing a person drafts leaves the machine: no file of the bundle can open a connection.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { networkUses } from './network';

const dist = join(import.meta.dirname, '../../dist');
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

	test.each(built)('%s opens no connection', file => {
		expect(networkUses(readFileSync(join(dist, file), 'utf8'))).toEqual([]);
	});
});
