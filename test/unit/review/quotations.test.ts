// Quotations in marks against documents and recorded quotations: each verdict, each change, hostile drafts.
import { Draft } from '../../../src/core/draft/draft';
import type { DraftLanguage } from '../../../src/core/draft/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Corpus } from '../../../src/core/corpus/corpus';
import type { Change } from '../../../src/core/draft/finding';
import { quotedIn } from '../../../src/core/review/quoted';
import { Reviewer, type ReviewOptions } from '../../../src/core/review/review';
import { corpusOf, found, small } from './corpus';

const one = (draft: string, all = true) =>
	new Reviewer(small)
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'], all })
		.findings.find(finding => !/uncited|attribution/.test(finding.code))!;
const changes = (draft: string) =>
	(one(draft).data.changes as readonly Change[]).map(
		change => `${change.kind} ${change.written}→${change.original} @${draft.slice(change.start, change.end)}`,
	);

describe('verdicts', () => {
	test('verbatim: the whole, part of a sentence, over two sentences and two paragraphs; other quotation marks and spaces are no difference', () => {
		for (const words of [
			'要加快转变经济发展方式，推动产业结构优化升级',
			'国民经济保持平稳较快发展。要加快转变经济发展方式',
			'提高自主创新能力。我们将继续实施积极的财政政策',
		]) {
			expect(one(`报告说：“${words}”`)).toMatchObject({ code: 'quotation.verbatim', data: { source: 'report-a' } });
			expect(one(`報告說：「${words}」`)).toMatchObject({ code: 'quotation.verbatim' });
		}
		expect(one('> 城乡居民收入普遍较快增长，\n> 人民生活水平进一步提高')).toMatchObject({
			code: 'quotation.verbatim',
			data: { source: 'report-b', paragraph: 1 },
		});
	});

	test('numbers and notes in brackets of a finished copy are no words of what is quoted', () => {
		const list = '\n\n## 参考文献\n\n[1] 报告.\n\n[2] 报告.\n';
		for (const quoted of [
			'> 国民经济保持平稳较快发展。[2]',
			'> 国民经济保持平稳较快发展[1]¹⁵⁻¹⁷。',
			'报告说：“国民经济保持平稳较快发展[1]。”',
			'> 国民经济保持平稳较快发展。（《报告》，2024年，第3段）',
			'> 国民经济保持平稳较快发展（《经济日报》2024年2月14日〔转载页日期〕）。',
		])
			expect(one(quoted + list)).toMatchObject({ code: 'quotation.verbatim' });
	});

	test('form: punctuation, script, width', () => {
		expect(one('“要加快转变经济发展方式、推动产业结构优化升级”')).toMatchObject({
			code: 'quotation.form',
			data: { how: 'punctuation', wording: '要加快转变经济发展方式，推动产业结构优化升级' },
		});
		expect(changes('“要加快转变经济发展方式、推动产业结构优化升级”')).toEqual(['replaced 、→， @、']);
		expect(one('「要加快轉變經濟發展方式，推動產業結構優化升級」')).toMatchObject({
			code: 'quotation.form',
			data: { how: 'script' },
		});
		expect(one('“要加快转变经济发展方式,推动产业结构优化升级”')).toMatchObject({
			code: 'quotation.form',
			severity: 'hint',
			data: { how: 'width' },
		});
	});

	test('form: traditional characters the simplified script has as well, and variants', () => {
		const corpus = corpusOf({ documents: { d: ['要深入基层了解实际情况，加快经济复苏的步伐，借鉴有益经验。'] } });
		const [finding] = new Reviewer(corpus).reviewNow(
			new Draft('「要深入基層瞭解實際情況，加快經濟復甦的步伐，藉鑒有益經驗」', 'markdown'),
		).findings;
		expect(finding).toMatchObject({ code: 'quotation.form', data: { how: 'script' } });
	});

	test('differs: replaced, dropped, inserted, with the characters', () => {
		expect(one('他说“要加快改变经济发展方式，推动产业结构优化升级”。')).toMatchObject({
			code: 'quotation.differs',
			severity: 'warning',
			data: { source: 'report-a', paragraph: 2, wording: '要加快转变经济发展方式，推动产业结构优化升级' },
		});
		expect(changes('他说“要加快改变经济发展方式，推动产业结构优化升级”。')).toEqual(['replaced 改→转 @改']);
		expect(changes('“要加快转变发展方式，推动产业结构优化升级”')).toEqual(['dropped →经济 @']);
		expect(changes('“要加快转变经济发展的方式，推动产业结构优化升级”')).toEqual(['inserted 的→ @的']);
	});

	test('spliced: marked and unmarked omissions, clauses in another order, two sources', () => {
		expect(one('“过去一年……国民经济保持平稳较快发展”')).toMatchObject({
			code: 'quotation.spliced',
			severity: 'information',
			data: { how: 'elided', marked: true },
		});
		expect(one('“推动产业结构优化升级，要加快转变经济发展方式，提高自主创新能力”')).toMatchObject({
			code: 'quotation.spliced',
			severity: 'warning',
			data: { how: 'reordered' },
		});
		expect(one('“过去一年，面对复杂严峻的国内外环境，提高自主创新能力”')).toMatchObject({
			code: 'quotation.spliced',
			data: { how: 'elided', marked: false },
		});
		expect(one('“我们将继续实施积极的财政政策，社会保障体系不断健全完善”')).toMatchObject({
			code: 'quotation.spliced',
			data: { how: 'spliced', sources: ['report-a', 'report-b'] },
		});
	});

	test('unknown is information; names and words in marks are not quotations; damaged sources are no authority', () => {
		expect(one('“月亮上住着一位喜欢写诗的兔子先生”')).toMatchObject({
			code: 'quotation.unknown',
			severity: 'information',
		});
		expect(found('所谓“新常态”和“互联网+”、“十二五”规划')).toEqual([]);
		expect(one('“这一句只在残缺的页面上出现过，不能拿来作为依据”').code).toBe('quotation.unknown');
		expect(found('```\n“月亮上住着一位喜欢写诗的兔子先生”\n```\n`“月亮上住着一位喜欢写诗的兔子先生”`')).toEqual([]);
	});

	test('in a note the reference behind the words cites them', () => {
		const words = '“要加快转变经济发展方式，推动产业结构优化升级”';
		expect(found(`甲^[报告说：${words}。《政府工作报告》，2012年。]乙`)).toEqual([]);
		expect(found(`甲[^1]\n\n[^1]: 报告说：${words}。国务院. 政府工作报告[R]. 2012.`)).toEqual([]);
		expect(found(`甲^[报告说：${words}。]乙`)).toEqual([
			'quotation.uncited 要加快转变经济发展方式，推动产业结构优化升级',
		]);
	});

	test('a cited quotation needs no hint; one that cites another source is told so', () => {
		const words = '“要加快转变经济发展方式，推动产业结构优化升级”';
		expect(found(`${words}[^report-a]。`)).toEqual([]);
		expect(found(`${words}（2012年政府工作报告）。`)).toEqual([]);
		expect(found(`${words}[@report-b]。`)).toEqual([
			'quotation.attribution 要加快转变经济发展方式，推动产业结构优化升级',
		]);
		expect(found(`${words}。`)).toEqual(['quotation.uncited 要加快转变经济发展方式，推动产业结构优化升级']);
	});
});

test('a slip within a quotation is told once: by the quotation, or by the wording where nobody wants to hear of quotations', () => {
	const base = corpusOf({
		sources: [{ id: 'xinhua', type: 'webpage', title: '新华社' }],
		terms: [{ id: 'xinzhi', term: '新质生产力', wrong: ['新质生产利'] }],
		citations: [
			{
				id: 'inner',
				kind: 'quotation',
				text: '发展新质生产力是推动高质量发展的内在要求和重要着力点。',
				source: 'xinhua',
				paragraph: 1,
			},
		],
	});
	const corpus = new Corpus({
		packs: base.packs,
		sources: base.sources,
		citations: base.citations,
		terms: base.terms,
		formulations: [],
		documents: [],
		syllables: 'sheng生升',
		pinyin: [],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	});
	for (const [written, slip] of [
		['新质升产力', 'wording.near'],
		['新质生产利', 'wording.wrong'],
	] as const) {
		const draft = `要抓好${written}。\n\n会议指出，“发展${written}是推动高质量发展的内在要求和重要着力点”。`;
		const codes = (options: ReviewOptions, text = draft) =>
			new Reviewer(corpus).reviewNow(new Draft(text, 'markdown'), options).findings.map(one => one.code);
		expect(codes({})).toEqual([slip, 'quotation.differs']);
		expect(codes({ unwanted: ['quotation.differs'] })).toEqual([slip, slip]);
		expect(codes({ families: ['wording'] })).toEqual([slip, slip]);
		expect(codes({}, draft.replace('会议', '<!-- policy-writing: ignore quotation.differs -->\n会议'))).toEqual([
			slip,
			slip,
		]);
	}
	// A slip beside the quotation is one of its own.
	expect(
		new Reviewer(corpus)
			.reviewNow(
				new Draft('会议指出，“发展新质生产力是推动高质量发展的内在要求和重要着力店”，要抓新质生产利。', 'markdown'),
			)
			.findings.map(one => one.code),
	).toEqual(['quotation.differs', 'wording.wrong']);
});

test('marks: nested, never closed, straight', () => {
	const shown = (text: string) => quotedIn({ text }).map(({ start, end }) => text.slice(start, end));
	expect(shown('“外‘内’外”，“又「三“四”层」”')).toEqual(['外‘内’外', '又「三“四”层」']);
	expect(shown('他说：“没有关上。她说：“关上了。”')).toEqual(['关上了。']);
	expect(shown('“续段引文没有关上。')).toEqual(['续段引文没有关上。']);
	expect(shown('他说"直引号"和"no"')).toEqual(['直引号']);
});

test('a mark that nothing closes yet: what follows is no unknown quotation, and no letter that is typed raises an alarm', () => {
	const own = '他们说的是另外一件事情，与此无关。全省上下要统一思想，抓好落实，干出成效。';
	expect(found(`“${own}`)).toEqual([]);
	expect(found(`“要加快转变经济发展方式，这句话我们反复学习。${own}`)).toEqual([]);
	const words = '过去一年，面对复杂严峻的国内外环境，我们坚持稳中求进工作总基调，国民经济保持平稳较快发展。';
	for (let at = 1; at <= words.length; at++) expect(found(`“${words.slice(0, at)}`)).toEqual([]);
	// In front of what stands there already, too.
	for (let at = 1; at <= 12; at++) expect(found(`“${words.slice(0, at)}${own}`)).toEqual([]);
	// What goes on in the next paragraph is looked at as it was, and words recorded elsewhere are found as without the mark.
	expect(found(`“${words.replace('严峻', '困难')}\n\n“我们将继续实施积极的财政政策和稳健的货币政策。”`)[0]).toMatch(
		/^quotation\.differs/,
	);
	expect(
		found('“我们要清楚这一点，科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素，大家要记住。'),
	).toEqual(['quotation.unattributed 科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素']);
});

test('undoing the changes of any edited quotation gives the wording of the source', () => {
	const source = '面对复杂严峻的国内外环境我们坚持稳中求进工作总基调国民经济保持平稳较快发展';
	const edit = fc.record({
		at: fc.nat({ max: source.length - 1 }),
		kind: fc.constantFrom('replaced', 'dropped', 'inserted'),
		letter: fc.constantFrom(...'甲乙丙丁戊'),
	});
	fc.assert(
		fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), edits => {
			let words = source;
			for (const { at, kind, letter } of edits)
				words =
					words.slice(0, at) + (kind === 'dropped' ? '' : letter) + words.slice(at + (kind === 'inserted' ? 0 : 1));
			const draft = `报告说：“${words}”`;
			const finding = one(draft);
			if (
				finding.code === 'quotation.verbatim' ||
				finding.code === 'quotation.form' ||
				finding.code === 'quotation.spliced'
			)
				return;
			expect(finding.code).toBe('quotation.differs');
			let undone = draft;
			for (const change of [...(finding.data.changes as readonly Change[])].reverse())
				undone = undone.slice(0, change.start) + change.original + undone.slice(change.end);
			const letters = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '');
			expect(letters(undone)).toBe(`报告说${letters(String(finding.data.wording))}`);
		}),
		{ numRuns: 60 },
	);
});

test('a marked omission beside a changed character; a few characters dropped are no splice', () => {
	expect(one('“面对复杂艰难的国内外环境……国民经济保持平稳较快发展”')).toMatchObject({
		code: 'quotation.spliced',
		severity: 'warning',
		data: { how: 'elided', marked: true, wording: '面对复杂严峻的国内外环境……国民经济保持平稳较快发展' },
	});
	expect(changes('“面对复杂艰难的国内外环境……国民经济保持平稳较快发展”')).toEqual(['replaced 艰难→严峻 @艰难']);
	expect(one('“国民经济保持平稳较快发展。加快转变经济发展方式，产业结构优化升级”')).toMatchObject({
		code: 'quotation.differs',
		data: {
			changes: [
				{ kind: 'dropped', original: '要' },
				{ kind: 'dropped', original: '推动' },
			],
		},
	});
	expect(one('“我们将继续实施财政政策和稳健的货币政策”')).toMatchObject({
		code: 'quotation.differs',
		data: { changes: [{ kind: 'dropped', original: '积极的' }] },
	});
});

test('a comment leaves out what stands in the next paragraph, all of it or some codes', () => {
	const wrong = '他说“要加快改变经济发展方式，推动产业结构优化升级”。';
	const count = (draft: string, language: DraftLanguage = 'markdown') =>
		new Reviewer(small).reviewNow(new Draft(draft, language)).findings.length;
	expect(count(`<!-- policy-writing: ignore -->\n${wrong}\n\n${wrong}`)).toBe(1);
	expect(count(`<!-- policy-writing: ignore -->\n\n${wrong}\n\n${wrong}`)).toBe(1);
	expect(count(`<!-- policy-writing: ignore quotation.differs -->\n\n${wrong}`)).toBe(0);
	expect(count(`<!-- policy-writing: ignore quotation.form, wording -->\n\n${wrong}`)).toBe(1);
	expect(count(`<!-- policy-writing: ignore quotation -->${wrong}`)).toBe(0);
	expect(count(`% policy-writing: ignore\n${wrong}`, 'latex')).toBe(0);
	expect(count(`\`<!-- policy-writing: ignore -->\`\n\n${wrong}`)).toBe(1);
});

test('a quotation within one that is somebody else’s is looked at by itself', () => {
	const words = '要加快转变经济发展方式，推动产业结构优化升级';
	for (const draft of [
		`他说：“报告指出，‘${words}’，我们要照办。”`,
		`他问：“『${words}』是谁说的？”`,
		`他说：“甲说：‘乙说：“${words}”’。”`,
	]) {
		const finding = one(draft);
		expect([finding.code, draft.slice(finding.start, finding.end)]).toEqual(['quotation.verbatim', words]);
	}
	const wrong = words.replace('转变', '改变');
	expect(one(`他说：“报告指出，‘${wrong}’，我们要照办。”`)).toMatchObject({
		code: 'quotation.differs',
		data: { wording: words },
	});
	// What stands within marks in the source itself is no quotation of its own.
	const nested = corpusOf({
		documents: { d: ['在统筹做好“改造提升传统产业、培育壮大新兴产业、布局建设未来产业”的文章中，要分清主次。'] },
	});
	expect(found('“在统筹做实‘改造提升传统产业、培育壮大新兴产业、布局建设未来产业’的文章中”', {}, nested)[0]).toMatch(
		/^quotation.differs 在统筹做实/,
	);
});

test('names in marks and phrases of two texts that came together by chance are nobody’s words', () => {
	const names = corpusOf({
		documents: {
			d: ['推进广播电视“村村通”工程。'],
			e: ['把稳增长摆在首位。'],
			f: ['要将改善民生放在更加重要的地方。'],
		},
	});
	expect(found('“油路到县”、“送电到乡”、“广播电视到村”等工程加快实施。', {}, names)).toEqual([]);
	expect(found('报告说，“把稳增长放在更加重要的位置”。', {}, names)).toEqual([
		'quotation.unknown 把稳增长放在更加重要的位置',
	]);
});

test("LaTeX: an environment sets a quotation apart, braces are no marks, ``…'' are; a footnote cites", () => {
	const words = '要加快转变经济发展方式，推动产业结构优化升级';
	const latex = (draft: string, all = true) => found(draft, { language: 'latex', families: ['quotation'], all });
	expect(latex(`前文。\n\\begin{quote}\n${words}，提高自主创造能力。\n\\end{quote}\n后文。`)).toEqual([
		`quotation.differs ${words}，提高自主创造能力`,
	]);
	expect(latex(`\\begin{quotation}${words}。\\end{quotation}`)[0]).toBe(`quotation.verbatim ${words}`);
	expect(latex(`他说：\`\`${words}\'\'。`)[0]).toBe(`quotation.verbatim ${words}`);
	expect(latex('他说：“要加快\\textbf{转变}经济发展方式，推动产业结构优化升级”\\footnote{见报告。}。')).toEqual([
		'quotation.verbatim 要加快\\textbf{转变}经济发展方式，推动产业结构优化升级',
	]);
});

test('a source of which only a part is at hand may hold the words elsewhere', () => {
	const severity = (fidelity: 'complete' | 'excerpt') => {
		const corpus = corpusOf({
			sources: [{ id: 'b', type: 'report', title: '乙', fidelity }],
			documents: { a: ['要加快转变经济发展方式，推动产业结构优化升级。'], b: ['别的一段话，说的是别的事情。'] },
		});
		return new Reviewer(corpus)
			.reviewNow(new Draft('“要加快转变经济发展方式，推动产业结构优化升级”[@b]。', 'markdown'))
			.findings.map(finding => `${finding.code} ${finding.severity}`);
	};
	expect(severity('complete')).toEqual(['quotation.attribution warning']);
	expect(severity('excerpt')).toEqual(['quotation.attribution information']);
});
