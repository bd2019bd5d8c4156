// Many documents at once in a real window: broken, locked and huge ones beside good ones, stopping halfway, dropping, a text that is cited already.
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx, paragraph } from '../../support/archive';
import { open } from '../../support/driver';
import { gbk } from '../../support/gbk';
import { pdf, typeset } from '../../support/pdf';
import { pickRows } from '../../support/screen';
import type { Window } from '../../support/window';
import { choose, importFromExplorer } from './answers';

let vs: Window;
const place = (name: string) => join(vs.folder, name);
const documents = () =>
	existsSync(place('policy-corpus/documents'))
		? readdirSync(place('policy-corpus/documents'))
				.filter(name => name.endsWith('.md'))
				.sort()
		: [];
const textWith = (words: string) =>
	documents()
		.map(name => vs.read(`policy-corpus/documents/${name}`))
		.find(text => text.includes(words)) ?? '';
const hidden = () => readdirSync(place('policy-corpus')).filter(name => name.startsWith('.'));
/** Paragraphs below the head and the title of a document. */
const paragraphs = (text: string) => text.split(/^---$/m).slice(2).join('').trim().split(/\n\n+/).length - 1;

const court =
	'草原上的流动法庭\n\n法官骑着马到牧场去，把法庭开在毡房里，把道理讲在酥油茶旁。\n\n去年一年，这样的流动法庭办了一百二十件案子，件件有着落。\n';
const page =
	'<html><head><meta charset="gb2312"><title>雪山下的合作社_某某新闻网</title></head><body><div class="nav"><a href="/">首页</a></div><h1>雪山下的合作社</h1><div>2022-05-06 来源：高原日报</div><div id="zoom"><p>雪山下的合作社，今年又添了三十户社员，账本越记越厚。</p><p>社员们说，跟着合作社干，收成有账可算，日子有盼头可讲。</p></div></body></html>';

/** A text that has what the shipped pack quotes from a source, where it says it stands. */
function citedText(id: string): string {
	interface Shipped {
		readonly sources: readonly { readonly id: string; readonly title: string }[];
		readonly citations: readonly {
			readonly kind: string;
			readonly source: string;
			readonly paragraph?: number;
			readonly text: string;
		}[];
	}
	const { data } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../dist/corpus.json'), 'utf8')) as {
		readonly data: Shipped;
	};
	const quoted = data.citations.filter(one => one.source === id && one.kind === 'quotation');
	const length = Math.max(...quoted.map(one => one.paragraph ?? 1));
	const body = Array.from({ length }, (_, i) =>
		[`这是第${i + 1}段，说的是另外的话。`, ...quoted.filter(one => one.paragraph === i + 1).map(one => one.text)].join(
			'',
		),
	);
	return [data.sources.find(one => one.id === id)!.title, ...body].join('\n\n');
}

beforeAll(async () => {
	vs = await open({ files: { 'report.md': '', 'drop.txt': court, 'cited.txt': citedText('jinguanping-2024') } });
	mkdirSync(place('many'));
	writeFileSync(place('many/page.html'), gbk(page));
	writeFileSync(
		place('many/word.docx'),
		docx(
			[
				'关于牧道建设情况的汇报',
				'牧道修通以后，转场的时间由三天缩短为一天，牛羊少掉膘，牧民少受累。',
				'下一步还要把沿途的饮水点、避风点补齐。',
			]
				.map(text => paragraph(text))
				.join(''),
		),
	);
	writeFileSync(
		place('many/lines.pdf'),
		pdf(
			typeset([
				'关于草场轮牧的几点思考',
				'草场是牧民的命根子，轮牧是草场的护身符。⼀块草场养得好不好，看的是歇得够不够、分得细不细、管得严不严，三样缺一不可。',
				'要把轮牧的账算到每一户，把歇牧的补助发到每一户，让守规矩的人不吃亏。',
			]),
		),
	);
	writeFileSync(place('many/broken.docx'), docx(paragraph('断')).subarray(0, 300));
	writeFileSync(place('many/locked.pdf'), pdf(typeset(['锁住的文件']), { encrypted: true }));
	writeFileSync(place('many/huge.txt'), '');
	truncateSync(place('many/huge.txt'), 500 * 1024 * 1024);
	writeFileSync(
		place('list.jsonl'),
		// So many that it is still laying them down when a busy machine comes to press Cancel.
		Array.from({ length: 6000 }, (_, n) =>
			JSON.stringify({ title: `第${n}号材料`, content: `第${n}号材料讲的是${n * 17}户社员的账，一笔一笔都对得上。` }),
		).join('\n'),
	);
	await vs.command('policyWriting.documents.focus');
});
afterAll(async () => {
	await vs.close();
});

test('good, broken, locked and huge files: what can be read is imported, of the others it is said what to do', async () => {
	await importFromExplorer(vs, 'many');
	await choose(vs, 'Create my pack and save');
	await choose(vs, 'Save all as read');
	await vs.message('3 documents were imported. 3 files could not be imported.');
	await vs.answerMessage('could not be imported', 'Show problems');
	const listed = await vs.until('the list', async () => {
		const text = await vs.text();
		return text.includes('broken.docx') ? text : undefined;
	});
	expect(listed).toMatch(/broken\.docx\n {4}The file is damaged.*\n {4}Open it in the program/);
	expect(listed).toMatch(/huge\.txt\n {4}Too large: at most 64 MB are read\.\n {4}Split the file/);
	expect(listed).toMatch(/locked\.pdf\n {4}The file has a password\.\n {4}Remove it/);
	await vs.screenshot('import-many');
	await expect.poll(() => textWith('雪山下的合作社，今年又添了三十户社员')).toContain('container-title: 高原日报');
	await expect
		.poll(() => textWith('一块草场养得好不好，看的是歇得够不够、分得细不细、管得严不严，三样缺一不可。'))
		.not.toBe(''); // lines joined, the radical ⼀ a character
	await expect.poll(() => hidden()).toEqual([]);
	await vs.open('report.md');
	await vs.clearMessages();
});

test('stopped halfway, the pack is as it was; what an import left that broke off long ago goes too', async () => {
	const before = documents();
	vs.write(`policy-corpus/.import-${(Date.now() - 2 * 24 * 60 * 60 * 1000).toString(36)}/1.md`, 'half');
	vs.start('policyWriting.importDocuments', pathToFileURL(place('list.jsonl')).href);
	await choose(vs, 'Save all as read');
	await vs.until(
		'documents laid down',
		async () => hidden().some(name => existsSync(place(`policy-corpus/${name}/2.md`))) || undefined,
	);
	await vs.page.locator('.notification-toast .monaco-button', { hasText: 'Cancel' }).click();
	await vs.message('Stopped; nothing was saved.');
	await expect.poll(() => documents()).toEqual(before);
	await expect.poll(() => hidden()).toEqual([]);
	await vs.clearMessages();
});

test('a file dropped onto the view is asked about as any other', async () => {
	await vs.command('policyWriting.documents.focus');
	const target = vs.page
		.locator('.split-view-view:has(> .pane > .pane-header[aria-label^="My Documents"]) .monaco-list-row')
		.first();
	const dropped = await vs.page.evaluateHandle(words => {
		const data = new DataTransfer();
		data.items.add(new File([words], 'drop.txt', { type: 'text/plain' }));
		return data;
	}, court);
	for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: dropped });
	await choose(vs, 'Save');
	await vs.message('“草原上的流动法庭” was imported.');
	await expect.poll(() => textWith('件件有着落')).toContain('file: drop.txt');
	await vs.clearMessages();
});

test('keys that come before the next form do not go into the draft', async () => {
	vs.write('two/甲.txt', '山里的茶园\n\n山里的茶园一垄一垄，采茶的人天不亮就上了山，背篓里装着露水。\n');
	writeFileSync(
		place('two/乙.pdf'),
		pdf(typeset(['河边的水磨', '河边的水磨转了一百年，磨出来的青稞面又细又香，远近的人都来。'])),
	);
	await vs.open('report.md');
	await vs.draft('草稿一行。|');
	await importFromExplorer(vs, 'two');
	await choose(vs, 'Look at each');
	await vs.until('the first form', async () => (await vs.picks())[0]?.label === 'Save' || undefined);
	for (let i = 0; i < 3; i++) await vs.page.keyboard.press('Enter');
	await vs.screenshot('import-between');
	await vs.until('both saved', async () => {
		const saved = documents().map(name => vs.read(`policy-corpus/documents/${name}`));
		if (['茶园', '水磨'].every(word => saved.some(text => text.includes(word)))) return true;
		if ((await pickRows(vs.page))[0]?.label === 'Save') await vs.page.keyboard.press('Enter');
		return undefined;
	});
	await vs.message('2 documents were imported.');
	await expect.poll(() => vs.text()).toBe('草稿一行。');
});

test('a text of which the shipped pack has quotations becomes the full text of that source', async () => {
	vs.start('policyWriting.importDocuments', pathToFileURL(place('cited.txt')).href);
	await choose(vs, 'Save as its full text');
	await vs.message('was imported.');
	const text = vs.read('policy-corpus/documents/jinguanping-2024.md');
	expect(text).toMatch(
		/^---\nextends: jinguanping-2024\ntitle: 坚持科技创新和产业创新一起抓\n[\s\S]*container-title: 经济日报\n[\s\S]*held: \{ from: 每日看点快看, date: 2024-02-14 \}/,
	);
	await vs.open('policy-corpus/documents/jinguanping-2024.md');
	await expect.poll(() => vs.problems()).toEqual([]);
	await vs.clearMessages();
});

const shared = join(import.meta.dirname, '../../../../shared');
if (!existsSync(`${shared}/seeds`))
	console.log('The five page dumps and the reports are not beside the project: made files are imported only.');
else
	test('the five page dumps and the reports, where they are', async () => {
		mkdirSync(place('dumps'));
		for (const name of readdirSync(`${shared}/seeds`))
			writeFileSync(place(`dumps/${name}`), readFileSync(join(shared, 'seeds', name)));
		const known = documents();
		vs.start('policyWriting.importDocuments', pathToFileURL(place('dumps')).href);
		await choose(vs, 'Save all as read');
		await vs.message('5 documents were imported');
		const counts = documents()
			.filter(name => !known.includes(name))
			.map(name => [name, paragraphs(vs.read(`policy-corpus/documents/${name}`))]);
		console.log(counts.join(' · '));
		expect(counts.map(([, n]) => n).sort()).toEqual([20, 25, 5, 6, 6]);
		await vs.clearMessages();
		const from = Date.now();
		vs.start(
			'policyWriting.importDocuments',
			pathToFileURL(`${shared}/data/government_work_reports_1954_2015.jsonl`).href,
		);
		await choose(vs, 'Save all as read');
		console.log(await vs.message('documents were imported'), `${Date.now() - from} ms`);
		await vs.clearMessages();
	});
