import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { openZip, type Zip } from '../../../../src/core/documents/office/zip';
import { archive } from '../../../support/archive';
import { effort } from '../../../support/effort';

const open = (bytes: Uint8Array): Zip => {
	const zip = openZip(bytes);
	if (typeof zip === 'string') throw new Error(zip);
	return zip;
};

test('parts come out as they went in', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.uint8Array({ maxLength: 500 }), fc.boolean()), { maxLength: 5 }), parts => {
			const zip = open(archive(parts.map(([data, stored], i) => [`部分/${i}`, { data, stored }] as const)));
			expect(zip.names).toHaveLength(parts.length);
			parts.forEach(([data], i) => expect(zip.read(`部分/${i}`)).toEqual(data));
		}),
		{ numRuns: 50 },
	);
});

describe('archives that lie', () => {
	test('one gigabyte declared: refused before anything is inflated', async () => {
		const cost = await effort(() => {
			expect(open(archive([['a', { data: new Uint8Array(1_000_000), size: 1_000_000_000 }]])).read('a')).toBe('large');
			expect(
				openZip(
					archive([
						['a', { data: 'a', size: 900_000_000 }],
						['b', { data: 'b', size: 900_000_000 }],
					]),
				),
			).toBe('large');
		});
		expect(cost).toBeLessThan(75);
	});

	test('more comes out than was declared: stopped there', async () => {
		const zip = open(archive([['a', { data: new Uint8Array(20_000_000), size: 1000 }]]));
		const cost = await effort(() => {
			expect(zip.read('a')).toBe('large');
		});
		expect(cost).toBeLessThan(50);
	});

	test('a ratio no document has', () => {
		expect(open(archive([['a', new Uint8Array(20_000_000)]])).read('a')).toBe('large');
	});

	test('ten thousand entries, and the sign of a ZIP64 directory', () => {
		const many = archive(Array.from({ length: 10_000 }, (_, i) => [`e${i}`, { data: '', stored: true }] as const));
		expect(openZip(many)).toBe('large');
		const bytes = archive([['a', 'a']]);
		bytes.fill(0xff, bytes.length - 12, bytes.length - 2);
		expect(openZip(bytes)).toBe('large');
	});

	test('an archive in an archive is bytes and stays closed', () => {
		const inner = archive([['b', 'b']]);
		expect(open(archive([['a.zip', inner]])).read('a.zip')).toEqual(inner);
	});

	test('names that lead out of a folder', () => {
		for (const name of ['../a', 'a/../../b', '/etc/passwd', 'C:\\a', '..\\..\\a', 'a\0b'])
			expect(
				openZip(
					archive([
						['word/document.xml', 'a'],
						[name, 'b'],
					]),
				),
				name,
			).toBe('path');
		expect(
			open(
				archive([
					['a..b/c', 'd'],
					['word\\document.xml', 'e'],
				]),
			).names,
		).toEqual(['a..b/c', 'word/document.xml']);
	});

	test('a wrong checksum, a wrong size, encryption, a name twice, a name that is not there', () => {
		expect(open(archive([['a', { data: 'text', crc: 1 }]])).read('a')).toBe('damaged');
		expect(open(archive([['a', { data: 'text', size: 5 }]])).read('a')).toBe('damaged');
		expect(open(archive([['a', { data: 'text', flags: 1 }]])).read('a')).toBe('encrypted');
		expect(
			openZip(
				archive([
					['a', 'b'],
					['a', 'c'],
				]),
			),
		).toBe('damaged');
		expect(open(archive([['a', 'b']])).read('b')).toBe('missing');
	});

	test('an import that was stopped', () => {
		expect(open(archive([['a', 'b']])).read('a', { aborted: true })).toBe('cancelled');
	});
});
