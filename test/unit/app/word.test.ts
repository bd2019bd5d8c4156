import { describe, expect, test } from 'vitest';
import { Citing } from '../../../src/core/citations/citing';
import { createFinisher, type Finisher } from '../../../src/core/citations/finisher';
import { mergePacks } from '../../../src/core/corpus/merge';
import { Draft } from '../../../src/core/draft/draft';
import { createWordTools } from '../../../src/core/word/tools';
import type { Manuscript } from '../../../src/core/word/manuscript';
import { wordFile, type WordWriter } from '../../../src/app/word/wordFile';
import { freeName, isOpenElsewhere } from '../../../src/app/word/wordPlaces';
import { memoryFiles } from '../../support/memoryFiles';
import { png } from '../../support/wordDrafts';
import { smallPack } from '../../support/smallPack';
import { opened } from '../../support/wordFile';

const citing = new Citing(mergePacks([{ compiled: smallPack }]).corpus);
const [source] = smallPack.data.sources;

function writer(): WordWriter {
	const tools = createWordTools();
	let opened: Finisher | undefined;
	let read: Manuscript | undefined;
	return {
		open: (text, language) => {
			opened = createFinisher(text, language);
			return Promise.resolve(structuredClone(opened.names));
		},
		read: (style, sources, options) => {
			const { text, problems } = opened!.finish(style, structuredClone(sources), options);
			read = tools.read(text, 'markdown');
			return Promise.resolve({ images: read.images, cites: problems });
		},
		write: (layout, pictures) => tools.write(read!, layout, pictures),
	};
}

const bytes = new TextEncoder().encode('no picture');
const wishes = { layout: 'official', style: 'footnote', options: {}, folder: '/work', roots: ['/work'] } as const;

async function exported(text: string, given: Partial<Parameters<typeof wordFile>[4]> = {}, files = memoryFiles()) {
	const file = await wordFile(files, citing, writer(), new Draft(text, 'markdown'), { ...wishes, ...given });
	return { ...opened(file), cites: file.cites };
}

describe('citations', () => {
	const text = `甲[@${source!.id}]。乙[@${source!.id}, 第5页]。\n`;

	test('as footnotes: each a note of its own, the second says 同1', async () => {
		const word = await exported(text);
		expect(word.part('word/footnotes.xml')).toContain('同1：5.');
		expect([...word.part('word/document.xml').matchAll(/footnoteReference w:id/g)]).toHaveLength(2);
	});

	test('as numbers: raised, the page with them, and one list', async () => {
		const word = await exported(text, { style: 'numeric' });
		const document = word.part('word/document.xml');
		expect(document).toMatch(/superscript"\/><\/w:rPr><w:t[^>]*>\[1\]<\/w:t>/);
		expect(document).toMatch(/superscript"\/><\/w:rPr><w:t[^>]*>\[1\]5<\/w:t>/);
		expect(word.lines.filter(line => line === '参考文献')).toHaveLength(1);
	});

	test('what cannot be written out is told of', async () => {
		const { cites } = await exported('甲[@nobody]。\n');
		expect(cites).toMatchObject([{ code: 'unknown', key: 'nobody' }]);
	});
});

describe('pictures', () => {
	const files = () => {
		const made = memoryFiles();
		made.files.set('/work/in.png', bytes);
		made.files.set('/secret/out.png', bytes);
		made.link('/work/link.png', '/secret/out.png');
		return made;
	};

	test.each([
		['in.png', 'image.kind'],
		['./in.png?x#y', 'image.kind'],
		['../secret/out.png', 'image.outside'],
		['/secret/out.png', 'image.outside'],
		['..%2fsecret/out.png', 'image.outside'],
		['link.png', 'image.outside'],
		['none.png', 'image.missing'],
		['https://example.org/a.png', 'image.remote'],
		['//example.org/a.png', 'image.remote'],
		['data:image/png;base64,AA', 'image.remote'],
		['file:///secret/out.png', 'image.remote'],
	])('%s: %s', async (address, code) => {
		const read: string[] = [];
		const made = files();
		const watched = { ...made, read: (place: string) => (read.push(place), made.read(place)) };
		const { problems } = await exported(`![](${address})\n`, {}, watched);
		expect(problems.map(problem => problem.code)).toEqual([code]);
		expect(read.filter(place => !place.startsWith('/work/in'))).toEqual([]);
	});

	test('a draft that is not saved has no folder', async () => {
		const { problems } = await exported('![](in.png)\n', { folder: undefined }, files());
		expect(problems.map(problem => problem.code)).toEqual(['image.missing']);
	});
});

test('a file that Word has open is known by what lies beside it', async () => {
	const files = memoryFiles();
	files.files.set('/work/~$告.docx', bytes);
	expect(await isOpenElsewhere(files, '/work/年度报告.docx')).toBe(false);
	files.files.set('/work/~$报告.docx', bytes);
	expect(await isOpenElsewhere(files, '/work/年度报告.docx')).toBe(true);
	expect(await isOpenElsewhere(files, '/work/报告.docx')).toBe(true);
});

test('a free name', async () => {
	const files = memoryFiles();
	files.files.set('/work/a-2.docx', bytes);
	expect(await freeName(files, '/work', 'a.docx')).toBe('a-3.docx');
});

test('a picture that is named without its ending, as LaTeX has it, is the file of that name', async () => {
	const files = memoryFiles();
	files.files.set('/work/fig.png', png);
	const word = await exported('![](fig)\n\n![](none)\n', {}, files);
	expect(word.problems).toEqual([{ code: 'image.missing', what: 'none' }]);
	expect(word.names.filter(name => name.startsWith('word/media/'))).toHaveLength(1);
});
