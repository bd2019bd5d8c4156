// What may be done about findings: each fix, and that it does what it says and nothing else.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits } from '../../../../src/core/draft/edit';
import type { Form } from '../../../../src/core/citations/edits/insert';
import type { Finding, FindingCode } from '../../../../src/core/draft/finding';
import type { Fix } from '../../../../src/core/review/fixes/fix';
import { Reviewer } from '../../../../src/core/review/review';
import { createPolicyService, type DraftLanguage } from '../../../../src/core/service';
import { corpusOf } from '../corpus';
import { core, review, service } from './corpus';

interface Done {
	readonly finding: Finding;
	readonly fixes: readonly Fix[];
}
function fixes(
	draft: string,
	code: FindingCode,
	form: Form = 'footnote',
	language: DraftLanguage = 'markdown',
	all = false,
): Done {
	const finding = review(draft, language, all).find(one => one.code === code);
	if (!finding)
		throw new Error(
			`${code} not among ${review(draft, language)
				.map(one => one.code)
				.join()}`,
		);
	return { finding, fixes: service.fixes(new Draft(draft, language), finding, form) };
}
/** The draft after the first fix of a kind; what is wrong with it where there is none. */
function fixed(
	draft: string,
	code: FindingCode,
	kind: Fix['kind'],
	form: Form = 'footnote',
	language: DraftLanguage = 'markdown',
	at = 0,
): string {
	const found = fixes(draft, code, form, language).fixes;
	const fix = found.filter(one => one.kind === kind)[at];
	return fix ? applyEdits(draft, fix.edits) : `no ${kind}, but ${found.map(one => one.kind).join()}`;
}

describe('the wording of the source', () => {
	test.each([
		[
			'one character',
			'会议指出：“科技创新能够催生新产业、新模式、新动力，是发展新质生产力的核心要素。”',
			'会议指出：“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。”',
		],
		[
			'emphasis stays',
			'“科技创新能够**催生**新产业、**新方式**、新动能，是发展新质生产力的核心要素。”',
			'“科技创新能够**催生**新产业、**新模式**、新动能，是发展新质生产力的核心要素。”',
		],
		[
			'a footnote within stays',
			'“科技创新能够催生新产业、新模式、新动力[^1]，是发展新质生产力的核心要素。”\n\n[^1]: 甲',
			'“科技创新能够催生新产业、新模式、新动能[^1]，是发展新质生产力的核心要素。”\n\n[^1]: 甲',
		],
		[
			'lines of a block quote stay',
			'> 科技创新能够催生新产业、新模式、\n> 新动力，是发展新质生产力的\n> 核心要素。',
			'> 科技创新能够催生新产业、新模式、\n> 新动能，是发展新质生产力的\n> 核心要素。',
		],
		[
			'half-width drafts stay so',
			'第一,第二,第三,“科技创新能够催生新产业、新模式、新动力,是发展新质生产力的核心要素。”',
			'第一,第二,第三,“科技创新能够催生新产业、新模式、新动能,是发展新质生产力的核心要素。”',
		],
		[
			'inner marks',
			'“各地要坚持先立后破，因地制宜发展新质生产力，防止一哄而下、泡沫化。”',
			'“各地要坚持‘先立后破’，因地制宜发展新质生产力，防止一哄而上、泡沫化。”',
		],
		[
			'inner corner marks',
			'「各地要坚持先立后破，因地制宜发展新质生产力，防止一哄而下、泡沫化。」',
			'「各地要坚持『先立后破』，因地制宜发展新质生产力，防止一哄而上、泡沫化。」',
		],
		[
			'marks that are there stay',
			'“各地要坚持‘先立后破’，因地制宜发展新质生产力，防止一哄而下、泡沫化。”',
			'“各地要坚持‘先立后破’，因地制宜发展新质生产力，防止一哄而上、泡沫化。”',
		],
	])('%s', (_, draft, wanted) => {
		expect(fixed(draft, 'quotation.differs', 'wording')).toBe(wanted);
		expect(
			review(wanted).filter(
				one => one.code === 'quotation.differs' || (one.code === 'quotation.form' && one.data.how !== 'width'),
			),
		).toEqual([]);
	});

	test('marks where the words are the same', () => {
		expect(
			fixed('“科技创新能够催生新产业，新模式，新动能，是发展新质生产力的核心要素。”', 'quotation.form', 'wording'),
		).toBe(`“${core}”`);
	});

	test('a quotation never changes its script', () => {
		const traditional = '「科技創新能夠催生新產業、新模式、新動能，是發展新質生產力的核心要素。」';
		expect(fixes(traditional, 'quotation.form').fixes.map(one => one.kind)).toEqual(['ignoreHere']);
		// 能 is the same in both; 动 is written in one way alone, 发 in two.
		expect(
			fixed('「科技創新能夠催生新產業、新模式、新動力，是發展新質生產力的核心要素。」', 'quotation.differs', 'wording'),
		).toBe(traditional);
		expect(
			fixed('「科技創新能夠催生新產業、新模式、新方能，是發展新質生產力的核心要素。」', 'quotation.differs', 'wording'),
		).toBe(traditional);
		expect(
			fixed('「科技創新能夠催生新產業、新模式、新動能，是拓展新質生產力的核心要素。」', 'quotation.differs', 'wording'),
		).toMatch(/^no wording/);
	});

	test('the order restored, what was left out put back or marked', () => {
		const report = '要加快转变经济发展方式，推动产业结构优化升级，提高自主创新能力。';
		expect(
			fixed('“推动产业结构优化升级，要加快转变经济发展方式，提高自主创新能力。”', 'quotation.spliced', 'wording'),
		).toBe(`“${report}”`);
		const elided = '“过去一年，面对复杂严峻的国内外环境，国民经济保持平稳较快发展。”';
		expect(fixed(elided, 'quotation.spliced', 'wording')).toBe(
			'“过去一年，面对复杂严峻的国内外环境，我们坚持稳中求进工作总基调，国民经济保持平稳较快发展。”',
		);
		expect(fixed(elided, 'quotation.spliced', 'wording', 'footnote', 'markdown', 1)).toBe(
			'“过去一年，面对复杂严峻的国内外环境……国民经济保持平稳较快发展。”',
		);
	});

	test('known wordings, marks', () => {
		expect(fixed('发展心智生产力。', 'wording.wrong', 'wording')).toBe('发展新质生产力。');
		expect(
			fixed(
				'数智化技术很重要。\n\n数智化技术集群。\n\n发展数智技术。\n\n数智技术基地。',
				'wording.inconsistent',
				'wording',
			),
		).toBe('数智化技术很重要。\n\n数智化技术集群。\n\n发展数智化技术。\n\n数智化技术基地。');
		expect(fixed('第一,要抓创新', 'punctuation.halfwidth', 'wording')).toBe('第一，要抓创新');
	});

	test.each([
		['a sign goes with its backslash', '甲\\%新模式、新动力', '新模式、新动能'],
		['a line break', '新模式、\\\\新动力', '新模式、\\\\新动能'],
		['spaces', '新模式、\\,新\\ 动力', '新模式、\\,新\\ 动能'],
		['what a word is listed by', '新模式、新动力\\index{动能}', '新模式、新动能\\index{动能}'],
		['a note', '新模式\\footnote{见附件一。}、新动力', '新模式\\footnote{见附件一。}、新动能'],
		[
			'a note in which another is',
			'新模式\\thanks{见\\footnote{乙}。}、新动力',
			'新模式\\thanks{见\\footnote{乙}。}、新动能',
		],
	])('LaTeX: what stands in the words stays whole: %s', (_, written, right) => {
		const draft = (words: string) => `“科技创新能够催生新产业、${words}，是发展新质生产力的核心要素。”`;
		expect(fixed(draft(written), 'quotation.differs', 'wording', 'footnote', 'latex')).toBe(draft(right));
	});

	test.each([
		['a sign goes with its backslash', '新\\*模式、新动力', '新模式、新动能'],
		['a line break', '新模式、\\\n新动力', '新模式、\\\n新动能'],
		['a character by its name', '新模式、&nbsp;新动力', '新模式、&nbsp;新动能'],
		['a note', '新模式^[见附件一。]、新动力', '新模式^[见附件一。]、新动能'],
		['an image', '新模式![图](a.png)、新动力', '新模式![图](a.png)、新动能'],
		['the words of a link are not all taken', '新模式、新[动](a)力', '新模式、新[动](a)能'],
	])('Markdown: what stands in the words stays whole: %s', (_, written, right) => {
		const draft = (words: string) => `“科技创新能够催生新产业、${words}，是发展新质生产力的核心要素。”`;
		expect(fixed(draft(written), 'quotation.differs', 'wording')).toBe(draft(right));
	});

	test('a link is not left without words', () => {
		const draft = '“科技创新能够催生新产业、新模式、新动能[链](a)，是发展新质生产力的核心要素。”';
		expect(fixed(draft, 'quotation.differs', 'wording')).toMatch(/^no wording/);
	});

	test('a sign that is put in among others goes before the backslash, not behind it', () => {
		const draft = (words: string) => `国内生产总值增长${words}，比去年快很多，这是了不起的。`;
		const own = corpusOf({ sources: [{ id: 'r', type: 'report', title: '报告' }], documents: { r: [draft('50%')] } });
		const asked = createPolicyService(own);
		const text = `报告说：“${draft('90\\%')}”`;
		const [finding] = new Reviewer(own).reviewNow(new Draft(text, 'latex'), { families: ['quotation'] }).findings;
		const [fix] = finding ? asked.fixes(new Draft(text, 'latex'), finding, 'footnote') : [];
		expect(applyEdits(text, fix?.edits ?? [])).toBe(`报告说：“${draft('50\\%')}”`);
	});

	test('LaTeX: commands and escaped signs stay', () => {
		expect(
			fixed(
				'“科技创新能够\\emph{催生}新产业、新模式、新动力，是发展新质生产力的核心要素。”',
				'quotation.differs',
				'wording',
				'footnote',
				'latex',
			),
		).toBe('“科技创新能够\\emph{催生}新产业、新模式、新动能，是发展新质生产力的核心要素。”');
	});
});

test('without the marks', () => {
	expect(
		fixed('甲说“各地要坚持‘先立后破’，因地制宜发展新质生产力，防止一哄而下。”乙', 'quotation.differs', 'unmark'),
	).toBe('甲说各地要坚持“先立后破”，因地制宜发展新质生产力，防止一哄而下。乙');
	expect(fixed('甲说“谁也没有在语料里说过的一句完整的话”吧', 'quotation.unknown', 'unmark')).toBe(
		'甲说谁也没有在语料里说过的一句完整的话吧',
	);
	expect(fixes('> 谁也没有在语料里说过的一句完整的话', 'quotation.unknown').fixes.map(one => one.kind)).toEqual([
		'ignoreHere',
	]);
});

describe('who said it', () => {
	test('recorded words: marks, speaker, occasion, date and the footnote', () => {
		const done = fixed(`各地都在行动。${core}我们要抓住它。`, 'quotation.unattributed', 'attribute');
		expect(done).toMatch(
			new RegExp(
				`^各地都在行动。习近平2024年1月31日在中共中央政治局第十一次集体学习时指出：“${core}”\\[\\^xinhua\\]我们要抓住它。\\n\\n\\[\\^xinhua\\]: .*集体学习`,
			),
		);
		expect(review(done)).toEqual([]);
	});

	test('in the middle of a clause only marks and the source', () => {
		const done = fixed(
			'我们要看到科技创新能够催生新产业、新模式、新动能，这一点很重要。',
			'quotation.unattributed',
			'attribute',
			'pandoc',
		);
		expect(done).toBe('我们要看到“科技创新能够催生新产业、新模式、新动能”[@xinhua]，这一点很重要。');
	});

	test('emphasis around the words stays emphasis', () => {
		expect(
			fixed(
				`各地都在行动。**科技创新能够催生新产业、新模式、新动能**，是真的。`,
				'quotation.unattributed',
				'attribute',
				'pandoc',
			),
		).toContain('”[@xinhua]');
	});

	test.each([
		['李强总理在中共中央政治局第十一次集体学习时强调，', '习近平在中共中央政治局第十一次集体学习时强调，'],
		['习近平总书记在中共中央政治局第十次集体学习时强调，', '习近平总书记在中共中央政治局第十一次集体学习时强调，'],
		['习近平总书记2023年9月强调，', '习近平总书记2024年1月强调，'],
	])('%s', (clause, wanted) => {
		expect(fixed(`${clause}${core}`, 'quotation.attribution', 'attribute')).toBe(`${wanted}${core}`);
		expect(review(`${wanted}${core}`).filter(one => one.code === 'quotation.attribution')).toEqual([]);
	});
});

describe('the source', () => {
	test('behind the closing mark, with its definition', () => {
		const done = fixed(`有人说：“${core}”这很对。`, 'quotation.uncited', 'cite');
		expect(done).toMatch(/要素。”\[\^xinhua\]这很对。\n\n\[\^xinhua\]: /);
		expect(review(done)).toEqual([]);
		expect(fixed(`有人说：“${core}”这很对。`, 'quotation.uncited', 'cite', 'pandoc')).toBe(
			`有人说：“${core}”[@xinhua]这很对。`,
		);
		expect(fixed(`有人说：“${core}”这很对。`, 'quotation.uncited', 'cite', 'footnote', 'latex')).toMatch(
			/”\\footnote\{.*\}这很对。$/,
		);
		expect(fixed(`有人说：\`\`${core}''这很对。`, 'quotation.uncited', 'cite', 'footnote', 'latex')).toMatch(
			/''\\footnote\{.*\}这很对。$/,
		);
		expect(
			fixed(
				`有人说：\`\`${core.replace('动能', '动力')}''这很对。`,
				'quotation.differs',
				'unmark',
				'footnote',
				'latex',
			),
		).toBe(`有人说：${core.replace('动能', '动力')}这很对。`);
	});

	test('at the end of what is set apart', () => {
		expect(fixed(`> ${core}\n\n后文。`, 'quotation.uncited', 'cite', 'pandoc')).toBe(`> ${core}[@xinhua]\n\n后文。`);
	});

	test('instead of another', () => {
		const draft = `有人说：“${core}”[^jiangsu]这很对。\n\n[^jiangsu]: 江苏`;
		expect(fixed(draft, 'quotation.attribution', 'cite')).toMatch(/”\[\^xinhua\]这很对。\n\n\[\^xinhua\]: [^\n]*$/);
		// Among others, before more text, and where it is needed or says something else.
		const among = `有人说：“${core}”[^jiangsu]这很对。[^b]\n\n[^jiangsu]: 江苏\n[^b]: 乙\n`;
		expect(fixed(among, 'quotation.attribution', 'cite')).toMatch(
			/^有人说[^\n]*\[\^b\]\n\n\[\^b\]: 乙\n\[\^xinhua\]: [^\n]*\n$/,
		);
		expect(fixed(`${draft}\n\n后文。`, 'quotation.attribution', 'cite')).toMatch(
			/^有人说[^\n]*\n\n\[\^xinhua\]: [^\n]*\n\n后文。/,
		);
		expect(fixed(`江苏[^jiangsu]在行动。${draft}`, 'quotation.attribution', 'cite')).toContain('\n[^jiangsu]: 江苏');
		expect(fixed(draft.replace(/江苏$/, '我自己的注'), 'quotation.attribution', 'cite')).toContain(
			'\n[^jiangsu]: 我自己的注',
		);
		expect(fixed(`有人说：“${core}”[@jiangsu, 第3段]这很对。`, 'quotation.attribution', 'cite', 'pandoc')).toBe(
			`有人说：“${core}”[@xinhua]这很对。`,
		);
	});
});

describe('ignore here', () => {
	const wrong = '发展心智生产力。';
	test.each([
		[
			'a paragraph',
			`前文。\n\n${wrong}\n\n后文。`,
			`前文。\n\n<!-- policy-writing: ignore wording.wrong -->\n${wrong}\n\n后文。`,
		],
		['the first', wrong, `<!-- policy-writing: ignore wording.wrong -->\n${wrong}`],
		['a list', `- 甲\n- ${wrong}\n- 乙`, `- 甲\n  <!-- policy-writing: ignore wording.wrong -->\n- ${wrong}\n- 乙`],
		['a numbered list', `9. 甲\n10. ${wrong}`, `9. 甲\n   <!-- policy-writing: ignore wording.wrong -->\n10. ${wrong}`],
		['an inner list', `- 甲\n  - ${wrong}`, `- 甲\n  <!-- policy-writing: ignore wording.wrong -->\n  - ${wrong}`],
		[
			'behind an inner list',
			`- 甲\n  - 乙\n- ${wrong}`,
			`- 甲\n  - 乙\n  <!-- policy-writing: ignore wording.wrong -->\n- ${wrong}`,
		],
		[
			'a block quote',
			`前文。\n\n> 引语。\n> ${wrong}`,
			`前文。\n\n<!-- policy-writing: ignore wording.wrong -->\n> 引语。\n> ${wrong}`,
		],
		[
			'a note',
			`文[^1]。\n\n[^1]: ${wrong}`,
			`文[^1]。\n\n<!-- policy-writing: ignore wording.wrong -->\n[^1]: ${wrong}`,
		],
		[
			'one that is there',
			`<!-- policy-writing: ignore quotation -->\n${wrong}`,
			`<!-- policy-writing: ignore quotation, wording.wrong -->\n${wrong}`,
		],
		[
			'CRLF',
			`前文。\r\n\r\n${wrong}\r\n`,
			`前文。\r\n\r\n<!-- policy-writing: ignore wording.wrong -->\r\n${wrong}\r\n`,
		],
		['a byte order mark', `\uFEFF${wrong}`, `\uFEFF<!-- policy-writing: ignore wording.wrong -->\n${wrong}`],
	])('%s', (_, draft, wanted) => {
		expect(fixed(draft, 'wording.wrong', 'ignoreHere')).toBe(wanted);
		expect(review(wanted)).toEqual([]);
	});

	test('not where the comment would end emphasis that goes on over lines with the indent of paragraphs', () => {
		const offered = (draft: string) => fixes(draft, 'wording.wrong').fixes.some(one => one.kind === 'ignoreHere');
		expect(offered(`　　前**加粗。\n　　${wrong}后**续`)).toBe(false);
		expect(offered(`　　前***加粗。\n　　**”${wrong}****`)).toBe(false);
		// By their lengths the runs above do not pair (a multiple of three), so that one of them is open below.
		expect(offered(`　　*前***中****后**续。\n　　**”${wrong}****`)).toBe(false);
		expect(offered(`　　前**加粗**后。\n　　${wrong}**也加粗**。`)).toBe(true);
		expect(offered(`　　前**未完。\n　　${wrong}`)).toBe(true);
		expect(offered(`　　前**加粗。\n\n　　${wrong}后**续`)).toBe(true);
	});

	test('LaTeX and plain text', () => {
		expect(fixed(wrong, 'wording.wrong', 'ignoreHere', 'footnote', 'latex')).toBe(
			`% policy-writing: ignore wording.wrong\n${wrong}`,
		);
		expect(review(`% policy-writing: ignore wording.wrong\n${wrong}`, 'latex')).toEqual([]);
		const plain = fixed(wrong, 'wording.wrong', 'ignoreHere', 'footnote', 'plaintext');
		expect(review(plain, 'plaintext')).toEqual([]);
	});
});
