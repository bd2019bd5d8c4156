// A record that is added stands in the same file, in the same words, in memory and on the disk; and the command line
// that was built reads it back.
import { afterAll, expect, test } from 'vitest';
import { citationSaying, formulationSaying, textsOfFiles, writeIgnore, writeRecord } from '../../src/app/records';
import { changeSource, completeSource, sourceRecordIn } from '../../src/app/packs/sourceRecords';
import type { Corpus } from '../../src/core/corpus/corpus';
import { createPackTools } from '../../src/core/corpus/tools';
import { mergePacks } from '../../src/core/corpus/merge';
import { callBuilt, freshFolder, jsonOf, layInMemory, layOnDisk, removeFolders, type Tree } from '../support/hosts';

afterAll(removeFolders);
const tools = createPackTools();
const tree: Tree = {
	'mine/pack.yaml': 'id: mine\ntitle: 我的\n',
	'mine/terms/mine.yaml': '# 我的词\n- id: qingke\n  term: 青稞\n',
	// Nothing can be put behind what is no list.
	'mine/formulations/mine.yaml': 'f: 一条\n',
	'mine/sources/mine.yaml': Uint8Array.from([0xd0, 0xc2]),
};
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('records of every kind, and what is not to be reported', async () => {
	const disk = layOnDisk(freshFolder(), tree);
	const answers = [];
	for (const { files, root } of [layInMemory(tree), disk]) {
		const pack = files.join(root, 'mine');
		const target = { files, tools, pack, texts: textsOfFiles(files, tools) };
		const written = [
			await writeRecord(target, 'source', { id: 'zhi', type: 'book', title: '高原志' }),
			await writeRecord(target, 'citation', { id: 'c', kind: 'point', text: '一个观点', source: 'zhi' }),
			await writeRecord(target, 'term', { id: 'maoniu', term: '牦牛' }),
			await writeRecord(target, 'formulation', { id: 'f', text: '以{做法}为抓手' }),
			await writeIgnore(target, { code: 'wording', text: '青棵' }),
		];
		const names = written.map(one => one?.place.slice(root.length).replaceAll('\\', '/'));
		answers.push([names, await Promise.all(written.map(async one => one && text(await files.read(one.place))))]);
		await expect(writeRecord(target, 'term', { id: 'BAD', term: '' })).rejects.toThrow(/schema/);
	}
	expect(answers[1]).toEqual(answers[0]);
	expect(answers[0]?.[0]).toEqual([
		'/mine/sources/mine-2.yaml',
		'/mine/citations/mine.yaml',
		'/mine/terms/mine.yaml',
		'/mine/formulations/mine-2.yaml',
		'/mine/ignore.yaml',
	]);
	const terms = jsonOf<{ id: string }[]>(disk.root, 'corpus', 'list', '--kind', 'term', '--corpus', 'mine');
	expect(terms.map(({ id }) => id)).toEqual(expect.arrayContaining(['qingke', 'maoniu']));
	expect(callBuilt(disk.root, 'corpus', 'check', 'mine').out).toContain('2 错误 errors, 0 警告 warnings');
});

test('a source is completed in one record, which then takes what is known later', async () => {
	const own = { 'mine/pack.yaml': 'id: mine\ntitle: 我的\n', 'mine/sources/mine.yaml': '# 我的来源\n' };
	const disk = layOnDisk(freshFolder(), own);
	const answers = [];
	for (const { files, root } of [layInMemory(own), disk]) {
		const pack = files.join(root, 'mine');
		const target = { files, tools, pack, texts: textsOfFiles(files, tools) };
		const source = { id: 'jinguanping-2024', title: '坚持科技创新和\n产业创新一起抓' };
		await completeSource(target, source, { page: '3' });
		await changeSource(target, 'sources/mine.yaml', source.id, { page: '5', issued: '2024-02-14' });
		expect(await changeSource(target, 'sources/mine.yaml', source.id, { issued: '2024-02-30' })).toMatchObject({
			refused: 'record',
		});
		expect(await changeSource(target, 'sources/mine.yaml', 'none', { page: '1' })).toEqual({ refused: 'file' });
		answers.push(text(await files.read(files.join(pack, 'sources/mine.yaml'))));
	}
	expect(answers[1]).toBe(answers[0]);
	expect(answers[0]).toBe(
		'# 我的来源\n\n- extends: jinguanping-2024  # 坚持科技创新和 产业创新一起抓\n  page: "5"\n  issued: 2024-02-14\n',
	);
	const { data } = tools.read([{ name: 'sources/mine.yaml', text: answers[0] ?? '' }], 'mine');
	expect(sourceRecordIn(data, 'jinguanping-2024')).toMatchObject({ extends: true, fields: { page: '5' } });
	expect(sourceRecordIn(data, 'none')).toBeUndefined();
	const [cited] = jsonOf<{ missing: string[] }[]>(disk.root, 'cite', 'jinguanping-2024', '--corpus', 'mine');
	expect(cited?.missing).toEqual([]);
});

test('a formulation that a pack has is found in whatever script and width; a quotation by its very words', () => {
	const read = tools.read(
		[
			{ name: 'terms/a.yaml', text: '- { id: a, term: 新质生产力, aliases: [新生产力] }\n' },
			{ name: 'formulations/a.yaml', text: '- { id: f, text: "要把ABC守护好，建设好" }\n' },
			{ name: 'citations/a.yaml', text: '- { id: c, kind: point, text: 发展要快, source: s }\n' },
			{ name: 'sources/a.yaml', text: '- { id: s, type: book, title: 《志》 }\n' },
		],
		'pack',
	);
	const corpus: Corpus = mergePacks([{ compiled: { data: read.data, pinyin: {}, traditional: {} } }]).corpus;
	expect(corpus.termOfForm('新質生產力')?.id).toBe('a');
	expect(formulationSaying(corpus, '要把ＡＢＣ守護好,建設好')?.id).toBe('f');
	expect(formulationSaying(corpus, '')).toBeUndefined();
	expect(citationSaying(corpus, 'point', '发展要快')?.id).toBe('c');
	expect(citationSaying(corpus, 'quotation', '发展要快')).toBeUndefined();
	expect(citationSaying(corpus, 'point', '發展要快')).toBeUndefined();
});
