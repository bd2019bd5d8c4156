// Documents that were read, planned into a pack: ids, names, the same text again, what was left out; and what is written reads back.
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/corpus/document';
import { compilePack } from '../../../src/core/corpus/compile';
import { mergePacks } from '../../../src/core/corpus/merge';
import { proposeId } from '../../../src/core/corpus/propose';
import { readPack } from '../../../src/core/corpus/yaml/read';
import type { Citation, Source } from '../../../src/core/corpus/records';
import { citedSources } from '../../../src/core/documents/cited';
import type { ImportedDocument, ProvedFields } from '../../../src/core/documents/document';
import { Planner, type Planned } from '../../../src/core/documents/plan';
import { printOf, Prints } from '../../../src/core/documents/sameness';
import { createPinyinReader } from '../../../src/core/text/pinyinReader';

const reader = createPinyinReader();
const contents = (...ids: string[]) => ({
	taken: (id: string) => ids.includes(id),
	propose: (words: readonly string[], taken: (id: string) => boolean, ending?: string) =>
		proposeId('source', words, reader, taken, ending),
});
const original = { file: '三月/a.html', sha256: 'b'.repeat(64) };
const doc = (paragraphs: readonly string[], source: ProvedFields = {}): ImportedDocument => ({
	source: { type: 'webpage', title: '县域产业如何迈向中高端', ...source },
	paragraphs,
	dropped: [],
	problems: [],
});
const prose = [
	'县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。近年来，全县坚持把产业发展摆在突出位置，着力补链延链强链，特色产业产值年均增长百分之十二。',
	'从调研情况看，当前仍有三个方面的问题需要重视：一是企业规模偏小，创新投入不足；二是用地、用能等要素保障不够有力；三是专业人才引不来、留不住。',
	'下一步，要坚持问题导向，分类施策，把有限的资源用在刀刃上，推动县域产业迈向价值链中高端。',
];
const back = (planned: Planned) => readDocument(planned.name, planned.text!);

describe('ids and names', () => {
	test('author and year, else title and year; free in the pack, whatever stands there', () => {
		const planner = new Planner(contents('liqiang-2024'));
		expect(
			planner.plan(doc([prose[0]!], { author: [{ literal: '李强' }], issued: '2024-03-05' }), original, 'skip'),
		).toMatchObject({
			action: 'new',
			id: 'liqiang-2024-xianyu-chanye',
			name: 'documents/liqiang-2024-xianyu-chanye.md',
		});
		expect(
			planner.plan(
				doc([prose[1]!], { title: '2015年中华人民共和国国务院政府工作报告', issued: '2015' }),
				original,
				'skip',
			).id,
		).toBe('zhengfu-gongzuo-baogao-2015');
		expect(planner.plan(doc([prose[2]!], { title: '…！' }), original, 'skip').id).toBe('source');
	});

	test('a name that differs by its case only is one that is there: on Windows and macOS they are one file', () => {
		const source = { id: 'other', type: 'webpage', title: '别的' };
		const there = { source: 'other', file: 'documents/LiQiang-2024.md', paragraphs: [prose[2]!], lines: [1] };
		const planner = new Planner(contents(), [there], [source]);
		const found = { author: [{ literal: '李强' }], issued: '2024-03-05' };
		expect(planner.plan(doc([prose[0]!], found), original, 'skip').name).toBe(
			'documents/liqiang-2024-xianyu-chanye.md',
		);
	});

	test('a source of another pack whose id is the name of a device gets a file that Windows can have', () => {
		const elsewhere = { id: 'con', type: 'webpage', title: '县域产业如何迈向中高端' };
		const citation: Citation = { id: 'c', kind: 'quotation', text: prose[0]!, source: 'con', paragraph: 1 };
		const planner = new Planner(contents(), [], [], { cited: citedSources([elsewhere], [citation]), extensions: [] });
		expect(planner.plan(doc(prose), original, 'skip').name).toBe('documents/con-1.md');
	});

	test('names of files never lead out of the pack', () => {
		const planner = new Planner(contents());
		for (const [i, title] of [
			'../../etc/passwd',
			'C:\\x\\..\\y',
			'/root',
			'CON',
			'.hidden',
			'\u0000',
			'a'.repeat(600),
		].entries()) {
			expect(planner.plan(doc([`${prose[i % 3]!}${String(i).repeat(80)}`], { title }), original, 'skip').name).toMatch(
				/^documents\/[a-z0-9]+(?:-[a-z0-9]+)*\.md$/,
			);
		}
	});

	test('a title from the name of the file when the page has none', () => {
		const planned = new Planner(contents()).plan(
			{ source: { type: 'document' }, paragraphs: prose, dropped: [], problems: [] },
			{ ...original, file: '资料/调研 记录.txt' },
			'skip',
		);
		expect(planned.title).toBe('调研 记录');
	});
});

describe('the same text again', () => {
	const first = doc(prose, { held: { from: '东山网', date: '2024-06-18' }, missing: ['issued', 'URL'] });
	const start = () => {
		const planner = new Planner(contents());
		planner.plan(first, original, 'skip');
		return planner;
	};

	test('by its letters: other script, width, marks and breaks do not matter', () => {
		const again = doc(
			[
				prose
					.join('')
					.replace(/[，。]/g, ' ')
					.replace('产业', '產業'),
			],
			{ held: { from: '东山网', date: '2024-06-18' } },
		);
		expect(start().plan(again, original, 'skip')).toMatchObject({
			action: 'skip',
			name: 'documents/xianyu-chanye-maixiang-2024.md',
			problems: [{ code: 'import.duplicate', severity: 'information', data: { relation: 'same' } }],
		});
	});

	test('from elsewhere: a second holding', () => {
		const other = doc(prose, { held: { from: '西山网', date: '2024-06-20' }, URL: 'https://x.example.cn/1' });
		expect(start().plan(other, original, 'skip').problems).toMatchObject([
			{ severity: 'information', data: { relation: 'same' } },
		]); // the very file
		expect(start().plan(other, { ...original, sha256: 'e'.repeat(64) }, 'skip').problems).toMatchObject([
			{ severity: 'warning', data: { relation: 'holding' } },
		]);
		const planned = start().plan(other, original, 'holding');
		expect(planned).toMatchObject({ action: 'holding', name: 'documents/xianyu-chanye-maixiang-2024.md' });
		expect(back(planned)).toMatchObject({
			problems: [],
			paragraphs: prose,
			head: {
				value: {
					held: { from: '东山网' },
					holdings: [{ from: '西山网', date: '2024-06-20', URL: 'https://x.example.cn/1' }],
				},
			},
		});
	});

	test('longer now: an update keeps id and name, and what the new page does not prove', () => {
		const longer = doc([...prose, '此外，要健全考核评价机制，让干得好的县得到激励，让后进的县看到方向。'], {
			author: [{ literal: '王小川' }],
			URL: 'https://x.example.cn/1',
		});
		expect(start().plan(longer, original, 'skip').problems).toMatchObject([{ data: { relation: 'update' } }]);
		const planned = start().plan(longer, { file: 'b.txt', sha256: 'c'.repeat(64) }, 'update');
		expect(planned).toMatchObject({ action: 'update', id: 'xianyu-chanye-maixiang-2024', paragraphs: 4 });
		expect(back(planned).head!.value).toMatchObject({
			held: { from: '东山网', date: '2024-06-18' },
			author: [{ literal: '王小川' }],
			missing: ['issued'],
			imported: { file: 'b.txt' },
		});
	});

	test('another text of the same title, a quotation of it, and a text without letters are no such thing', () => {
		const planner = start();
		expect(
			planner.plan(doc(['完全不同的一篇文章，讲的是春耕备耕和夏粮收购，与前一篇没有共同的句子。']), original, 'skip')
				.action,
		).toBe('new');
		expect(planner.plan(doc([prose[2]!]), original, 'skip').action).toBe('new');
		expect(planner.plan(doc(['……']), original, 'skip').action).toBe('new');
	});

	test('another number, or another title of words that differ, is another paper', () => {
		const table = Array.from({ length: 12 }, (_, i) => `收费项目${i + 1} | 江城市第${i + 1}服务中心 | 每件${i + 20}元`);
		const list = (number: string, title: string, line: string) => doc([...table, line], { number, title });
		const planner = new Planner(contents());
		const plan = (number: string, title: string, line: string, sha = 'c') =>
			planner.plan(list(number, title, line), { ...original, sha256: sha.repeat(64) }, 'skip').action;
		expect(plan('江政办发〔2024〕30号', '事项清单', '请公布。', 'a')).toBe('new');
		expect(plan('江财综〔2024〕9号', '事项清单', '请公布。', 'b')).toBe('new');
		expect(plan('', '收费目录', '经研究同意，现将修订后的目录予以公布。')).toBe('new');
		expect(plan('江政办发[2024]30号', '江城市事项清单（2024年版）', '请公布并执行。')).toBe('skip');
		// The same words under another headline, and the same file, whatever was read of it then.
		expect(plan('', '一览', '请公布。')).toBe('skip');
		expect(plan('江政办发〔2024〕31号', '别的清单', '请公布。', 'a')).toBe('skip');
	});

	test('known from what the pack has, and forgotten when it could not be written', () => {
		const planned = new Planner(contents()).plan(first, original, 'skip');
		const pack = readPack([
			{ name: 'pack.yaml', text: 'id: a\ntitle: A\n' },
			{ name: planned.name, text: planned.text! },
		]);
		expect(pack.problems).toEqual([]);
		expect(new Planner(contents(), pack.data.documents, pack.data.sources).plan(first, original, 'skip').action).toBe(
			'skip',
		);
		const planner = new Planner(contents());
		planner.forget(planner.plan(first, original, 'skip'));
		expect(planner.plan(first, original, 'skip')).toMatchObject({ action: 'new', id: planned.id });
	});

	test('of very many texts that share most of their words, the same one is known', () => {
		const prints = new Prints();
		const text = (n: number) => [
			`第${n}号材料讲的是青稞合作社的账，社里把每一户的收成都记得清清楚楚，年底一户一户地对，一笔一笔地算，谁也不吃亏。编号${n * 7919}。`,
		];
		for (let n = 0; n < 3_000; n++) prints.add(String(n), printOf(text(n)));
		for (const n of [0, 150, 2_999])
			expect(prints.nearest(printOf(text(n)))).toEqual({ key: String(n), nearness: { alike: 1, contained: 1 } });
		prints.remove('150');
		expect(prints.nearest(printOf(text(150)))?.key).not.toBe('150');
	});

	test('nearness of long texts with slips, and of texts that merely share passages', () => {
		const long = Array.from(
			{ length: 300 },
			(_, i) => `第${i}项任务由第${i * 7}处牵头，确保在第${i * 13}天前完成，并向第${i * 31}组报告。`,
		);
		const prints = new Prints();
		prints.add('a', printOf(long));
		expect(
			prints.nearest(printOf(long.map((text, i) => (i % 40 === 0 ? text.replace('确保', '争取') : text))))!.nearness
				.alike,
		).toBeGreaterThan(0.9);
		expect(prints.nearest(printOf(long.slice(0, 90)))).toBeUndefined();
		expect(prints.nearest(printOf(long.slice(0, 200)))!.nearness.contained).toBeGreaterThan(0.95);
	});
});

test('what was left out is a file of its own that no one reads as a document', () => {
	const dropped = [
		{ text: '首页 | <script>alert(1)</script> [x](y)', why: 'frame', after: 0, line: 3 },
		{ text: '题名', why: 'title' },
	];
	const planned = new Planner(contents()).plan({ ...doc(prose), dropped }, original, 'skip');
	expect(planned.report!.name).toBe('documents/.dropped/xianyu-chanye-maixiang.md');
	expect(planned.report!.text).toContain('首页 | \\<script>alert(1)\\</script> \\[x](y)');
	expect(
		readPack([
			{ name: 'pack.yaml', text: 'id: a\ntitle: A\n' },
			{ name: planned.report!.name, text: planned.report!.text },
		]),
	).toMatchObject({ problems: [], data: { sources: [] } });
	expect(
		new Planner(contents()).plan({ ...doc(prose), dropped: [dropped[1]!] }, original, 'skip').report,
	).toBeUndefined();
});

describe('a text that another pack cites', () => {
	const other: Source = {
		id: 'xian-2024',
		type: 'article-newspaper',
		title: '县域产业如何迈向中高端',
		'container-title': '东山日报',
		held: { from: '东山网', date: '2024-06-18' },
		missing: ['author', 'issued'],
	};
	const citation = (text: string, paragraph: number): Citation => ({
		id: `c${paragraph}`,
		kind: 'quotation',
		text,
		source: 'xian-2024',
		paragraph,
	});
	const citations = [
		citation('县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点', 1),
		citation('要坚持问题导向，分类施策', 3),
	];
	const start = (source = other, cites: readonly Citation[] = citations) =>
		new Planner(contents('xian-2024'), [], [], { cited: citedSources([source], cites), extensions: [] });
	const shipped = compilePack(
		{ info: { id: 'shipped', title: '随附' }, sources: [other], citations, terms: [], formulations: [] },
		createPinyinReader(),
	);

	test('becomes the full text of that source: what the source has stays, what it lacks is filled', () => {
		const planned = start().plan(
			doc(prose, { author: [{ literal: '王小川' }], held: { from: '西山网' }, URL: 'https://x.example.cn/1' }),
			original,
			'skip',
		);
		expect(planned).toMatchObject({
			action: 'new',
			id: 'xian-2024',
			name: 'documents/xian-2024.md',
			problems: [{ code: 'import.cited', severity: 'information', data: { id: 'xian-2024' } }],
		});
		const pack = readPack([
			{ name: 'pack.yaml', text: 'id: a\ntitle: A\n' },
			{ name: planned.name, text: planned.text! },
		]);
		expect(pack.problems).toEqual([]);
		const { corpus, problems } = mergePacks([
			{ compiled: shipped },
			{ compiled: compilePack(pack.data, createPinyinReader()), places: pack.places },
		]);
		expect(problems).toEqual([]);
		expect(corpus.sources).toMatchObject([
			{
				id: 'xian-2024',
				author: [{ literal: '王小川' }],
				'container-title': '东山日报',
				held: { from: '东山网' },
				imported: { file: '三月/a.html' },
				missing: ['issued'],
			},
		]);
		expect(corpus.documents).toMatchObject([{ source: 'xian-2024', paragraphs: prose }]);

		const again = new Planner(contents('xian-2024'), pack.data.documents, pack.data.sources, {
			cited: citedSources(corpus.sources, corpus.citations),
			extensions: pack.data.extensions ?? [],
		});
		expect(again.plan(doc(prose, { held: { from: '西山网' } }), original, 'skip')).toMatchObject({
			action: 'skip',
			name: planned.name,
		});
		const updated = again.plan(
			doc([...prose, '此外，要健全考核评价机制。']),
			{ file: 'b.txt', sha256: 'c'.repeat(64) },
			'update',
		);
		expect(back(updated)).toMatchObject({
			problems: [],
			source: 'xian-2024',
			paragraphs: { length: 4 },
			head: { value: { extends: 'xian-2024', author: [{ literal: '王小川' }], imported: { file: 'b.txt' } } },
		});
		expect(back(updated).head!.value).toMatchObject({ 'container-title': '东山日报', held: { from: '东山网' } });
	});

	test('not when the words stand elsewhere in it, when only a passage is held there, or when this copy is damaged and that is not', () => {
		expect(
			start(
				other,
				citations.map(one => ({ ...one, paragraph: 2 })),
			).plan(doc(prose), original, 'skip').id,
		).not.toBe('xian-2024');
		expect(start({ ...other, fidelity: 'excerpt' }).plan(doc(prose), original, 'skip').id).not.toBe('xian-2024');
		expect(start().plan(doc(prose, { fidelity: 'damaged' }), original, 'skip').id).not.toBe('xian-2024');
		expect(start({ ...other, title: '另一个题目' }).plan(doc(prose), original, 'skip').id).not.toBe('xian-2024');
		expect(start().plan(doc([prose[1]!, prose[0]!, prose[2]!.slice(20)]), original, 'skip').id).not.toBe('xian-2024');
	});
});

test('ids that people know again', () => {
	const contents = {
		taken: () => false,
		propose: (words: readonly string[], taken: (id: string) => boolean, ending?: string) =>
			proposeId('source', words, reader, taken, ending),
	};
	const idOf = (fields: ProvedFields, paragraph: string) =>
		new Planner(contents).plan(
			{ source: fields, paragraphs: [paragraph], dropped: [], problems: [] },
			{ file: 'a.html', sha256: 'a' },
			'skip',
		).id;
	const organ = [{ literal: '国务院办公厅' }];
	expect([
		idOf(
			{
				type: 'legislation',
				title: '国务院办公厅关于某事项的意见',
				author: organ,
				number: '国办发〔2019〕6号',
				issued: '2019-01-22',
			},
			'甲',
		),
		idOf({ type: 'legislation', title: '某条例', number: '中华人民共和国国务院令第736号', issued: '2021-01-24' }, '乙'),
		idOf({ type: 'legislation', title: '东山市教育局关于进一步做好校车服务的通知', issued: '2021-01-24' }, '丙'),
		idOf({ type: 'webpage', title: '县域产业如何迈向中高端', held: { date: '2024-03-05' } }, '丁'),
		idOf({ type: 'report', title: '2023年江北省统计公报' }, '己'),
		idOf({ type: 'document', title: '随笔', author: [{ literal: '江北省财政厅' }] }, '庚'),
		idOf({ type: 'webpage', title: '冬季里的除雪人' }, '辛'),
		idOf({ type: 'document', title: '表3 主要农业物资投入' }, '壬'),
		idOf({ type: 'article-newspaper', title: '县域产业', author: [{ literal: '李强' }], issued: '2024-03-05' }, '戊'),
	]).toEqual([
		'guobanfa-2019-6',
		'guowuyuan-ling-736-2021',
		'dongshan-xiaoche-fuwu-2021',
		'xianyu-chanye-maixiang-2024',
		'jiangbei-tongji-gongbao-2023',
		'jiangbeisheng-caizhengting',
		'dongji-chuxueren',
		'zhuyao-nongye-wuzi',
		'liqiang-2024',
	]);
});

test('the same text with a line more is told with the paragraphs whose numbers change', () => {
	const planner = new Planner(contents());
	const long = Array.from({ length: 30 }, (_, i) => `第${i}段：${prose[0]!}`);
	planner.plan(doc(long), original, 'skip');
	const again = planner.plan(doc(['东政办发〔2024〕12号', ...long]), { ...original, sha256: 'c'.repeat(64) }, 'skip');
	expect(again.action).toBe('skip');
	expect(again.problems.at(-1)?.data).toMatchObject({ moved: 30, from: 1, to: 2 });
	expect(planner.plan(doc(long), original, 'skip').problems.at(-1)?.data).not.toHaveProperty('moved');
	const [first = '', second = '', ...others] = long;
	const updated = planner.plan(doc([second, first, '新的一段。', ...others]), original, 'update');
	expect([again.moves, updated.moves?.slice(0, 4)]).toEqual([
		undefined,
		[
			[1, 2],
			[2, 1],
			[3, 4],
			[4, 5],
		],
	]);
});

test('a paper that came in as an article of its site is none of it after an update', () => {
	const planner = new Planner(contents());
	planner.plan(doc(prose, { 'container-title': '东山网', held: { from: '东山网' } }), original, 'skip');
	const paper = doc(prose, {
		type: 'legislation',
		author: [{ literal: '东山市人民政府办公室' }],
		number: '东政办发〔2024〕12号',
		issued: '2024-03-05',
	});
	const { text } = planner.plan(paper, { ...original, sha256: 'c'.repeat(64) }, 'update');
	expect(text).toContain('number: 东政办发〔2024〕12号');
	expect(text).not.toContain('container-title');
});
