// One's own documents in the web-worker host: they are read in a worker of their own there, so that typing goes on.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx, paragraph } from '../../support/archive';
import { open } from '../../support/driver';
import { pdf, typeset } from '../../support/pdf';
import type { Window } from '../../support/window';
import { choose, importFromExplorer } from './answers';
import { documentsOf, importBehind, nothingLeft } from './lock';

let vs: Window;

beforeAll(async () => {
	vs = await open({
		host: 'web',
		files: {
			'report.md': '',
			'pile/a.txt':
				'草原上的流动法庭\n\n法官骑着马到牧场去，把法庭开在毡房里，把道理讲在酥油茶旁。\n\n去年一年，这样的流动法庭办了一百二十件案子，件件有着落。\n',
			'more/e.txt':
				'高原粮仓里的新账本\n\n秋收刚过，粮站门口排起了长队。今年的青稞，颗粒饱满，收购价也比去年高了一成。\n',
			'more/f.txt': '雪线下的图书角\n\n供销社的柜台旁添了一排书架，孩子们放学以后都往这里来。\n',
		},
	});
	writeFileSync(
		join(vs.folder, 'pile/b.docx'),
		docx(
			['关于牧道建设情况的汇报', '牧道修通以后，转场的时间由三天缩短为一天，牛羊少掉膘，牧民少受累。']
				.map(text => paragraph(text))
				.join(''),
		),
	);
	writeFileSync(
		join(vs.folder, 'pile/c.pdf'),
		pdf(
			typeset([
				'关于草场轮牧的几点思考',
				'草场是牧民的命根子，轮牧是草场的护身符。⼀块草场养得好不好，看的是歇得够不够、分得细不细、管得严不严，三样缺一不可。',
			]),
		),
	);
	writeFileSync(join(vs.folder, 'pile/d.docx'), 'PK\u0003\u0004 not an archive');
});
afterAll(async () => {
	await vs.close();
});

test('a folder is imported in a worker, what is broken beside what is not', async () => {
	// Those that start, not how many there are: VS Code ends some of its own meanwhile.
	const started: string[] = [];
	vs.page.on('worker', worker => started.push(worker.url()));
	await importFromExplorer(vs, 'pile');
	await choose(vs, 'Create my pack and save');
	await choose(vs, 'Save all as read');
	await vs.message('3 documents were imported. 1 file could not be imported.');
	expect(started).not.toEqual([]);
	const texts = documentsOf(vs)
		.map(name => vs.read(`policy-corpus/documents/${name}`))
		.join('\n');
	for (const words of ['件件有着落', '牧民少受累', '一块草场养得好不好']) expect(texts).toContain(words);
	await nothingLeft(vs);
});

test('it waits for another import, and goes on when that has ended', () =>
	importBehind(vs, 'more', { host: 'another-machine', pid: 1 }));
